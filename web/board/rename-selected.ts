/** Opens the label of the selected part for writing, all of it selected. `back`: what has the focus again when the label is done. */
export function renameSelected(frame: HTMLElement | null, back: Element | null): void {
  const drawing = frame?.querySelector<HTMLElement>('.excalidraw-container')
  // With a finger a keyboard would come up over the drawing: there one taps the part to rename it.
  if (drawing == null || (back === null && !window.matchMedia('(pointer: fine)').matches)) return
  drawing.focus()
  // Excalidraw has no call for it; this is the key that does it by hand.
  drawing.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }))
  const label = frame?.querySelector<HTMLTextAreaElement>('textarea.excalidraw-wysiwyg')
  label?.select()
  if (label == null || !(back instanceof HTMLElement)) return
  label.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) setTimeout(() => back.focus())
  })
}
