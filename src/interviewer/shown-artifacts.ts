import { boardChanges } from '#src/board/board-changes.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'

/** What a database answered need not be read to its last row, UTF-16 units. */
const longestResult = 1_500

/**
 * The turns with their boards and pads as a model reads them: the latest board whole, followed by what changed with it, of the first its size and of
 * those between what changed; code and SQL with line numbers and of earlier versions the lines that are gone since. What is the same in every turn would fill the room that the conversation needs.
 */
export function withShownArtifacts(turns: readonly Turn[]): Turn[] {
  const latest = new Map<Artifact['kind'], Artifact>()
  for (const { artifacts } of turns) for (const artifact of artifacts) latest.set(artifact.kind, artifact)
  let board: string | null = null
  const shown = (artifact: Artifact): Artifact => {
    const last = latest.get(artifact.kind)
    switch (artifact.kind) {
      case 'board': {
        const before = board
        board = artifact.text
        return { ...artifact, text: boardShown(artifact.text, { before, isLatest: artifact === last }) }
      }
      case 'code':
      case 'sql':
        return { ...artifact, text: artifact === last ? numbered(artifact.text) : goneSince(artifact.text, last?.text ?? '') }
      case 'sql-result':
        return artifact.text.length <= longestResult
          ? artifact
          : { ...artifact, text: `${artifact.text.slice(0, longestResult)} […]` }
      case 'text':
        return artifact
    }
  }
  return turns.map((turn) => (turn.artifacts.length === 0 ? turn : { ...turn, artifacts: turn.artifacts.map(shown) }))
}

function boardShown(text: string, { before, isLatest }: { before: string | null; isLatest: boolean }): string {
  // All of it is new, and what of it is left stands in the latest.
  if (before === null) return isLatest ? text : `the first ${linesOf(text)[0]?.replace(/^B/, 'b')}`
  const changes = changed(boardChanges(before, text))
  return isLatest ? `${text}\nSince the board before: ${changes}` : changes
}

const changed = (changes: string): string => (changes === '' ? 'as before' : `changed:\n${changes}`)

const linesOf = (text: string): string[] => text.replace(/\n+$/, '').split('\n')
const withNumber = (line: string, at: number): string => `${at + 1}: ${line}`

const numbered = (text: string): string => linesOf(text).map(withNumber).join('\n')

function goneSince(text: string, latest: string): string {
  const kept = new Set(linesOf(latest).map((line) => line.trim()))
  const gone = linesOf(text).flatMap((line, at) => (kept.has(line.trim()) ? [] : [withNumber(line, at)]))
  return gone.length === 0
    ? 'an earlier version; all of its lines stand in the latest'
    : `an earlier version; of its lines these are gone since:\n${gone.join('\n')}`
}
