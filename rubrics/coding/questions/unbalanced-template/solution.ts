export interface Mistake {
  /** Index of the character to underline. */
  at: number
  kind: 'never-opened' | 'closed-by-another' | 'never-closed'
}

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const closing = new Set(Object.values(closes))

/**
 * The first mistake in the nesting of brackets, or null when there is none. A stack holds the brackets that are open at each moment, the innermost on
 * top: only that one may be closed next. What stands between double quotes is text, and so is any character after a backslash. One pass, and memory
 * for the depth of the nesting. What is left open at the end is reported where it was opened, the innermost first, for that is where the closing one
 * was forgotten.
 */
export function firstMistake(template: string): Mistake | null {
  const open: { bracket: string; at: number }[] = []
  let isQuoted = false
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at)
    if (character === '\\') at++
    else if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (closes[character] !== undefined) open.push({ bracket: character, at })
    else if (closing.has(character)) {
      const innermost = open.pop()
      if (innermost === undefined) return { at, kind: 'never-opened' }
      if (closes[innermost.bracket] !== character) return { at, kind: 'closed-by-another' }
    }
  }
  const leftOpen = open.at(-1)
  return leftOpen === undefined ? null : { at: leftOpen.at, kind: 'never-closed' }
}
