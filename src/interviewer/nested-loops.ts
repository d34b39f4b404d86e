/** A loop and the one that it stands in, as numbers of lines from 1. */
export interface NestedLoop {
  line: number
  outer: number
}

/** The first loop in a loop of a program; null when there is none, or none that the shape of the text shows. */
export const nestedLoop = (code: string, language: string | undefined): NestedLoop | null =>
  language === 'python' ? byIndent(code.split('\n')) : byBraces(code, language === 'go' ? '\n' : ';')

function byIndent(lines: readonly string[]): NestedLoop | null {
  const open: { indent: number; line: number }[] = []
  for (const [at, text] of lines.entries()) {
    const bare = text.trim()
    if (bare === '' || bare.startsWith('#')) continue
    const indent = text.length - text.trimStart().length
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop()
    if (!/^(?:async\s+)?(?:for|while)\b.*:\s*(?:#.*)?$/.test(bare)) continue
    const outer = open.at(-1)
    if (outer !== undefined) return { line: at + 1, outer: outer.line }
    open.push({ indent, line: at + 1 })
  }
  return null
}

/** Comments, strings, the words that begin a loop, and the marks that its body begins and ends with. */
const parts = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\b(?:for|while)\b|[{}();\n]/g

/** `end`: what ends a loop that has no body in braces. */
function byBraces(code: string, end: '\n' | ';'): NestedLoop | null {
  /** Of every open brace: the line of the loop whose body it begins, else null. */
  const blocks: (number | null)[] = []
  let line = 1
  let parens = 0
  let begun: number | null = null
  for (const [part] of code.matchAll(parts)) {
    if (part === end && parens <= 0) begun = null
    line += part.length > 1 ? part.split('\n').length - 1 : 0
    switch (part) {
      case '\n':
        line++
        break
      case 'for':
      case 'while':
        begun = line
        break
      case '(':
        parens++
        break
      case ')':
        parens--
        break
      case '{': {
        const outer = parens <= 0 && begun !== null ? blocks.findLast((block) => block !== null) : undefined
        if (begun !== null && outer !== undefined && outer !== null) return { line: begun, outer }
        blocks.push(parens <= 0 ? begun : null)
        if (parens <= 0) begun = null
        break
      }
      case '}':
        blocks.pop()
        break
    }
  }
  return null
}
