import type { Evidence } from '#src/domain/score.ts'
import type { Attempt } from '#src/protocol/history.ts'
import { artifactName } from '../artifacts/artifact-words.ts'
import type { Route } from '../navigation/route.ts'

/** Where one reads on: at a turn of the scorecard, or among the answers given again, which have no turns. */
export const attemptPlace = ({ interview, redo }: Attempt, turn?: number): Route =>
  redo === null ? { page: 'scorecard', interview, ...(turn !== undefined && { turn }) } : { page: 'redo', interview, ...redo }

/** Where a quote stands, in words: "turn 9, code, line 12". */
export function quotePlace({ redo, lines }: Attempt, { turn, artifact, start }: Evidence): string {
  const line = lines.find((one) => one.turn === turn && one.artifact === artifact && one.start === start)
  return [
    redo === null ? `turn ${turn}` : 'the new answer',
    ...(artifact === undefined ? [] : [artifactName(artifact)]),
    ...(line === undefined ? [] : [`line ${line.line}`]),
  ].join(', ')
}

export const secondName = ({ kind }: Attempt): string => (kind === 'redo' ? 'Answered again' : 'Second')
