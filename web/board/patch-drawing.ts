interface Patch {
  selector: string
  /** null: is taken away. */
  attributes: Record<string, string | null>
}

const patches = (hintId: string): Patch[] => [
  {
    selector: '.excalidraw-container',
    attributes: { role: 'application', 'aria-label': 'Drawing area', 'aria-describedby': hintId },
  },
  { selector: 'canvas', attributes: { 'aria-hidden': 'true' } },
  { selector: 'footer', attributes: { role: 'group', 'aria-label': 'Tools of the drawing' } },
  // Rows of buttons that say they were a dialog over the page.
  { selector: '.color-picker-container', attributes: { role: 'group', 'aria-modal': null, 'aria-label': 'Colours' } },
  { selector: '.FontPicker__container', attributes: { role: 'group', 'aria-modal': null, 'aria-label': 'Typefaces' } },
  { selector: 'textarea.excalidraw-wysiwyg', attributes: { 'aria-label': 'Label' } },
  { selector: 'ul.context-menu > hr', attributes: { 'aria-hidden': 'true' } },
  { selector: '.color-picker__button--no-focus-visible', attributes: { 'aria-label': 'Colour in use' } },
  { selector: '[role="dialog"]:not([aria-label], [aria-labelledby])', attributes: { 'aria-label': 'Choices' } },
  // Wraps a button that says what it opens.
  {
    selector: 'div[type="button"][aria-haspopup]',
    attributes: { 'aria-haspopup': null, 'aria-expanded': null, 'aria-controls': null },
  },
]

/** Says in Excalidraw's stead what it leaves a screen reader to guess, whenever it draws such a part. Returns how to stop. */
export function patchDrawing(frame: HTMLElement, hintId: string): () => void {
  const all = patches(hintId)
  const patch = () => {
    for (const { selector, attributes } of all)
      for (const element of frame.querySelectorAll(selector))
        for (const [name, value] of Object.entries(attributes)) {
          if (value === null) element.removeAttribute(name)
          else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
        }
  }
  const observer = new MutationObserver(patch)
  observer.observe(frame, { childList: true, subtree: true, attributeFilter: ['aria-expanded', 'aria-controls'] })
  patch()
  return () => observer.disconnect()
}
