import { boardChanges } from '#src/board/board-changes.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'
import type { ToldArtifact, ToldTurn } from './turn-line.ts'

/** What a database answered and how cases went need not be read to the last row, UTF-16 units. */
const longestResult = 1_500

/**
 * The turns with their boards and pads as a model reads them: the latest board whole, with what changed with it, of the first the line that counts its
 * parts and of those between what changed; code and SQL with line numbers, and of earlier versions the lines that are gone since. What is the same
 * in every turn would fill the room that the conversation needs.
 */
export function withShownArtifacts(turns: readonly Turn[]): ToldTurn[] {
  const latest = new Map<Artifact['kind'], Artifact>()
  for (const { artifacts } of turns) for (const artifact of artifacts) latest.set(artifact.kind, artifact)
  let board: string | null = null
  const shown = (artifact: Artifact): ToldArtifact => {
    const { kind, text, language } = artifact
    const last = latest.get(kind)
    switch (kind) {
      case 'board': {
        const before = board
        board = text
        return { kind, ...boardShown(text, { before, isLatest: artifact === last }) }
      }
      case 'code':
      case 'sql':
        return { kind, language, ...(artifact === last ? { text: numbered(text) } : { gone: goneSince(text, last?.text ?? '') }) }
      case 'sql-result':
      case 'case-results':
        return { kind, text: text.length <= longestResult ? text : `${text.slice(0, longestResult)} […]` }
      case 'text':
        return { kind, language, text }
    }
  }
  return turns.map((turn) => ({ ...turn, artifacts: turn.artifacts.map(shown) }))
}

function boardShown(text: string, { before, isLatest }: { before: string | null; isLatest: boolean }): Partial<ToldArtifact> {
  // All of it is new, and what of it is left stands in the latest.
  if (before === null) return { text: isLatest ? text : (linesOf(text)[0] ?? '') }
  return { ...(isLatest && { text }), changed: boardChanges(before, text) }
}

const linesOf = (text: string): string[] => text.replace(/\n+$/, '').split('\n')
const withNumber = (line: string, at: number): string => `${at + 1}: ${line}`

const numbered = (text: string): string => linesOf(text).map(withNumber).join('\n')

/** The lines of an earlier version that the latest lacks; none where all of them still stand. */
function goneSince(text: string, latest: string): string {
  const kept = new Set(linesOf(latest).map((line) => line.trim()))
  return linesOf(text)
    .flatMap((line, at) => (kept.has(line.trim()) ? [] : [withNumber(line, at)]))
    .join('\n')
}
