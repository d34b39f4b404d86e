import { describe, expect, it } from 'vitest'
import type { Artifact } from '#src/domain/turn.ts'
import { attachmentsOf } from '../../../web/live/attachments.ts'
import { turn } from './frames.ts'

type At = Parameters<typeof attachmentsOf>[0]

const nothing: At = { turns: [], pads: {}, board: null, isDrawing: false, result: '', caseRun: null, choices: {}, sent: null }
const code = (text: string, language: 'typescript' | 'python' = 'typescript'): At['pads'] => ({
  code: { pad: { pad: 'code', text, language }, isMirrored: false, isSaved: true },
})
const board = (revision: number): At['board'] => ({ revision, connection: null })
const said = (number: number, ...artifacts: Artifact[]) => turn(number, { artifacts })
const codeOf = (text: string, language = 'typescript'): Artifact => ({ id: 'code', kind: 'code', text, language })
const boardOf = (revision: number): Artifact => ({ id: 'board', kind: 'board', text: 'n1 client', revision })

const casesOf = (text: string): Artifact => ({ id: 'case-results', kind: 'case-results', text })
const ran = (code: string): At['caseRun'] => ({ text: 'All 6 cases pass.', code })
const stale = 'All 6 cases pass.\nThe code was changed after this run.'

const attached = (at: Partial<At>) =>
  attachmentsOf({ ...nothing, ...at }).map(({ kind, isAttached }) => `${kind} ${isAttached ? 'goes' : 'stays'}`)

describe('how the cases went', () => {
  const resultOf = (at: Partial<At>) => {
    const found = attachmentsOf({ ...nothing, ...at }).find(({ kind }) => kind === 'case-results')
    return found === undefined ? null : [found.artifact, found.isAttached]
  }
  const told = (text: string) => ({ kind: 'case-results' as const, text })

  it.each<[string, Partial<At>, ReturnType<typeof resultOf>]>([
    ['goes with the code that was run', { pads: code('a'), caseRun: ran('a') }, [told('All 6 cases pass.'), true]],
    ['goes with code that was changed since, and says so', { pads: code('ab'), caseRun: ran('a') }, [told(stale), true]],
    ['goes nowhere without code', { pads: code(' '), caseRun: ran('a') }, null],
    [
      'went already',
      { pads: code('a'), caseRun: ran('a'), turns: [said(2, codeOf('a'), casesOf('All 6 cases pass.'))] },
      [told('All 6 cases pass.'), false],
    ],
    [
      'went already, though the code changed after',
      { pads: code('ab'), caseRun: ran('a'), turns: [said(2, codeOf('a'), casesOf('All 6 cases pass.'))] },
      [told(stale), false],
    ],
    [
      'went already as the result of code before',
      { pads: code('abc'), caseRun: ran('a'), turns: [said(2, codeOf('ab'), casesOf(stale))] },
      [told(stale), false],
    ],
    [
      'goes anew for another run with the same outcome',
      { pads: code('ab'), caseRun: ran('ab'), turns: [said(2, codeOf('a'), casesOf('All 6 cases pass.'))] },
      [told('All 6 cases pass.'), true],
    ],
    [
      'went already, beside code that went before and had not changed',
      { pads: code('a'), caseRun: ran('a'), turns: [said(2, codeOf('a')), said(4, casesOf('All 6 cases pass.'))] },
      [told('All 6 cases pass.'), false],
    ],
    [
      'goes anew for another run of changed code, though the first went without its code',
      { pads: code('ab'), caseRun: ran('ab'), turns: [said(2, codeOf('a')), said(4, casesOf('All 6 cases pass.'))] },
      [told('All 6 cases pass.'), true],
    ],
    [
      'goes anew where it went once, and its code never did before',
      { pads: code('a'), caseRun: ran('a'), turns: [said(2, casesOf('All 6 cases pass.')), said(4, codeOf('a'))] },
      [told('All 6 cases pass.'), true],
    ],
    [
      'goes anew for a run after one whose code had changed',
      { pads: code('ab'), caseRun: ran('ab'), turns: [said(2, codeOf('ab'), casesOf(stale))] },
      [told('All 6 cases pass.'), true],
    ],
  ])('%s', (_name, at, expected) => {
    expect(resultOf(at)).toEqual(expected)
  })
})

describe('what goes with an answer', () => {
  it.each<[string, Partial<At>, string[]]>([
    ['nothing when nothing is there', {}, []],
    ['no blank pad', { pads: code('  \n') }, []],
    ['a pad that never went', { pads: code('let a') }, ['code goes']],
    ['no pad that is as it went', { pads: code('let a'), turns: [said(2, codeOf('let a'))] }, ['code stays']],
    ['a pad that changed since', { pads: code('let ab'), turns: [said(2, codeOf('let a'))] }, ['code goes']],
    ['a pad in another language', { pads: code('a', 'python'), turns: [said(2, codeOf('a'))] }, ['code goes']],
    [
      'what changed since the last turn that had one, not since the last turn',
      { pads: code('let a'), turns: [said(2, codeOf('let a')), said(4), said(6, boardOf(1))] },
      ['code stays'],
    ],
    [
      'what was changed back, for it went otherwise last',
      { pads: code('let a'), turns: [said(2, codeOf('let a')), said(4, codeOf('let b'))] },
      ['code goes'],
    ],
    ['a board of a later revision', { board: board(3), turns: [said(2, boardOf(2))] }, ['board goes']],
    ['no board of the same revision', { board: board(2), turns: [said(2, boardOf(2))] }, ['board stays']],
    ['a board that is being drawn', { board: board(2), isDrawing: true, turns: [said(2, boardOf(2))] }, ['board goes']],
    ['a board of which nothing is stored yet', { isDrawing: true }, ['board goes']],
    ['the result', { result: '1 row' }, ['sql-result goes']],
    [
      'what was chosen, changed or not',
      { pads: code('let a'), board: board(1), choices: { code: false } },
      ['board goes', 'code stays'],
    ],
    [
      'what was added, though it is as it went',
      { pads: code('let a'), turns: [said(2, codeOf('let a'))], choices: { code: true } },
      ['code goes'],
    ],
    [
      'what a turn on its way has, whatever is chosen',
      { pads: code('let a'), board: board(1), sent: [{ kind: 'board', revision: 1 }] },
      ['board goes', 'code stays'],
    ],
  ])('is %s', (_name, at, expected) => {
    expect(attached(at)).toEqual(expected)
  })

  it('is the pad as it stands, and of a board that is being drawn nothing yet', () => {
    const found = attachmentsOf({ ...nothing, pads: code('let a'), board: board(2), isDrawing: true })
    expect(found.map(({ artifact }) => artifact)).toEqual([null, { kind: 'code', text: 'let a', language: 'typescript' }])
  })
})
