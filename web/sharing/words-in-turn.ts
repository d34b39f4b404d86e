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
