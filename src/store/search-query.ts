/** Longest query that is read, in parts: what follows is not looked for. */
const mostParts = 16

/**
 * What somebody typed, as a query of SQLite's full text search: every word and every "phrase" has to be there; a last word that is still being
 * typed is looked for as a beginning. Everything is quoted, so that nothing typed is ever read as the search's own language. Null when no word is in it.
 */
export function searchQuery(typed: string): string | null {
  const parts = [...typed.replaceAll('\0', ' ').matchAll(/"([^"]*)("|$)|[^\s"]+/g)]
    .filter(([part]) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, mostParts)
  if (parts.length === 0) return null
  const isTyping = /[\p{L}\p{N}]$/u.test(typed)
  return parts
    .map((part, index) => {
      const [whole, phrase] = part
      const isLast = index === parts.length - 1
      return `"${(phrase ?? whole).trim()}"${isLast && isTyping ? '*' : ''}`
    })
    .join(' ')
}
