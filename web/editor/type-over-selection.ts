import { EditorView } from '@codemirror/view'

/**
 * What is typed over a selection is put there without the browser's own editing: Chromium keeps the look of what goes by writing style attributes,
 * which the page's policy refuses, with an error each time.
 */
export const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { selection, readOnly } = view.state
    const { inputType, data, isComposing } = event
    if (inputType !== 'insertText' || data === null || isComposing || readOnly) return false
    if (selection.ranges.every(({ empty }) => empty)) return false
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})
