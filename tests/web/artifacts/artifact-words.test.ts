import { describe, expect, it } from 'vitest'
import { boardTextOf } from '#src/board/board-text.ts'
import type { Artifact } from '#src/domain/turn.ts'
import { artifactName, artifactTitle } from '../../../web/artifacts/artifact-words.ts'
import { boxes } from '../../support/drawing.ts'

describe('what an artifact is called', () => {
  it.each<[string, Pick<Artifact, 'kind' | 'text' | 'language'>]>([
    ['Code, 2 lines of TypeScript', { kind: 'code', text: 'let a\nlet b\n', language: 'typescript' }],
    ['Code, 1 line of Go', { kind: 'code', text: 'x := 1', language: 'go' }],
    ['Code, 1 line', { kind: 'code', text: '(+ 1 2)', language: 'scheme' }],
    ['SQL, 1 line', { kind: 'sql', text: 'select 1' }],
    ['What the database answered, 3 lines', { kind: 'sql-result', text: 'a\n-\n1' }],
    ['How the question’s cases went, run in a browser', { kind: 'case-results', text: 'All 6 cases pass.' }],
    ['Board, 2 parts', { kind: 'board', text: boardTextOf(boxes(['Client', 'Cache'])) }],
    ['Board, 1 part', { kind: 'board', text: boardTextOf(boxes(['Client'])) }],
    ['Board', { kind: 'board', text: boardTextOf(boxes([])) }],
    ['Board', { kind: 'board', text: 'drawn on a whiteboard, from another program' }],
  ])('%s', (title, artifact) => {
    expect(artifactTitle(artifact)).toBe(title)
  })

  it('is named by what it is, and by its id where it came from elsewhere', () => {
    expect(['code', 'case-results', 'sql', 'sql-result', 'board', 'solution.py'].map(artifactName)).toEqual([
      ...['code', 'cases', 'SQL', 'result', 'board', 'solution.py'],
    ])
  })
})
