/** A slice of a turn's text; UTF-16 offsets. */
export interface Words {
  start: number
  end: number
}

/** Where words that somebody typed or pasted stand in a turn, spaces taken as they come; null when they do not. */
export function findWords(text: string, typed: string): Words | null {
  const parts = typed.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return null
  const literal = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = new RegExp(literal.join('\\s+'), 'u').exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}

/** The words selected inside an element whose text is a turn's; null when nothing is, or when the selection reaches out of it. */
export function selectedWords(element: HTMLElement, selection: Selection | null): Words | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  const chosen = range.toString()
  const start = from + (chosen.length - chosen.trimStart().length)
  const end = start + chosen.trim().length
  return start < end ? { start, end } : null
}
