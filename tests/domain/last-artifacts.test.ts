import { expect, test } from 'vitest'
import { lastArtifacts } from '#src/domain/last-artifacts.ts'
import type { Artifact } from '#src/domain/turn.ts'

const artifact = (kind: Artifact['kind'], text: string): Artifact => ({ id: kind, kind, text })
const said = (turn: number, ...artifacts: Artifact[]) => ({ turn, speaker: 'candidate' as const, artifacts })

test('of each kind the last is taken, whatever went with the turns after it', () => {
  const [board, code, later] = [artifact('board', 'one'), artifact('code', 'a'), artifact('code', 'b')]
  const handed = { turn: 7, speaker: 'interviewer' as const, artifacts: [artifact('code', 'handed out')] }
  expect(lastArtifacts([said(2, board, code), said(4, later), handed, said(8)])).toEqual([
    { turn: 2, artifact: board },
    { turn: 4, artifact: later },
  ])
  expect(lastArtifacts([said(2), handed])).toEqual([])
})

test('an answer of the database belongs to the SQL that it answers', () => {
  const [sql, answer, last] = [artifact('sql', 'select 1'), artifact('sql-result', '1'), artifact('sql', 'select 2')]
  expect(lastArtifacts([said(2, sql, answer)])).toEqual([
    { turn: 2, artifact: sql },
    { turn: 2, artifact: answer },
  ])
  expect(lastArtifacts([said(2, sql, answer), said(4, last)])).toEqual([{ turn: 4, artifact: last }])
  expect(lastArtifacts([said(2, answer)])).toEqual([])
})
