import type { Evidence } from './score.ts'
import type { Artifact } from './turn.ts'

const names: Record<Artifact['kind'], string> = {
  code: 'code',
  'case-results': 'how the cases went',
  sql: 'SQL',
  'sql-result': 'what the database answered',
  board: 'board',
  text: 'notes',
}

/** Kinds whose lines people count. */
const hasLines: ReadonlySet<Artifact['kind']> = new Set(['code', 'sql'])

/**
 * Where words of an interview stand, for people: "turn 6", "turn 6, board", "turn 12, code, line 4". `turns` are all of the interview's, in order.
 */
export function wordsPlace(
  { turn, artifact, start }: Pick<Evidence, 'turn' | 'artifact' | 'start'>,
  turns: readonly { artifacts: readonly Pick<Artifact, 'id' | 'kind' | 'text'>[] }[],
): string {
  const held = turns[turn - 1]?.artifacts.find(({ id }) => id === artifact)
  if (artifact === undefined || held === undefined) return `turn ${turn}`
  const line = held.text.slice(0, start).split('\n').length
  return `turn ${turn}, ${names[held.kind]}${hasLines.has(held.kind) ? `, line ${line}` : ''}`
}
