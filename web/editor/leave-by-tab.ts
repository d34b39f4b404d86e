import type { Extension } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta'])

/**
 * After Escape the Tab key leaves the editor instead of indenting, until something else is typed. CodeMirror itself gives two seconds for it,
 * which is short for somebody who looks for the key. Escape means this here, and nothing to the page around.
 */
export const leaveByTab: Extension = ViewPlugin.fromClass(class {}, {
  eventObservers: {
    keydown(event, view) {
      if (event.key === 'Escape') {
        event.stopPropagation()
        view.setTabFocusMode(true)
      } else if (event.key !== 'Tab' && !modifiers.has(event.key)) view.setTabFocusMode(false)
    },
    blur: (_event, view) => view.setTabFocusMode(false),
    mousedown: (_event, view) => view.setTabFocusMode(false),
  },
})
