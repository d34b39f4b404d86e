import type { UnreadPlace } from '#src/domain/imported.ts'
import type { Artifact } from '#src/domain/turn.ts'

type Block = Omit<Artifact, 'id'>

/** The fenced blocks of a text: which lines they take, and what stands in them. */
export interface CodeBlocks {
  /** By the index of the opening fence. */
  startingAt: Map<number, Block>
  /** Whether a line is a fence or inside. */
  inside: boolean[]
  unread: Omit<UnreadPlace, 'text'>[]
}

const fence = /^\s{0,3}(?:>\s?)?(`{3,}|~{3,})\s*([\p{L}\p{N}+#.-]*)[^`]*$/u

/** Finds the fenced blocks. A fence that never closes is no block: its lines stay words. */
export function blocksOfCode(lines: readonly string[]): CodeBlocks {
  const startingAt = new Map<number, Block>()
  const inside = lines.map(() => false)
  const unread: CodeBlocks['unread'] = []
  let open: { at: number; mark: string; language: string } | null = null
  for (const [at, line] of lines.entries()) {
    const found = line.length > 200 ? null : fence.exec(line)
    const [, mark = '', language = ''] = found ?? []
    if (open === null) {
      if (found !== null) open = { at, mark, language }
    } else if (found !== null && language === '' && mark.startsWith(open.mark)) {
      startingAt.set(open.at, blockOf(open.language, lines.slice(open.at + 1, at)))
      inside.fill(true, open.at, at + 1)
      open = null
    }
  }
  if (open !== null) {
    inside[open.at] = true
    unread.push({ line: open.at + 1, reason: 'a code block that never closes; its lines were read as words' })
  }
  return { startingAt, inside, unread }
}

function blockOf(language: string, lines: string[]): Block {
  const isQuoted = lines.every((line) => line.startsWith('>') || line === '')
  const text = (isQuoted ? lines.map((line) => line.replace(/^>\s?/, '')) : lines).join('\n')
  const name = language.toLowerCase()
  if (/^(?:sql|postgresql|postgres|mysql|sqlite|plpgsql)$/.test(name)) return { kind: 'sql', text }
  if (name === 'sql-result' || name === 'case-results' || name === 'board' || name === 'text' || name === 'txt')
    return { kind: name === 'txt' ? 'text' : name, text }
  if (/^(?:mermaid|plantuml|dot|ascii)$/.test(name)) return { kind: 'board', text, language: name }
  return { kind: 'code', text, ...(name === '' || name === 'code' ? {} : { language: name.slice(0, 32) }) }
}
