import { describe, expect, test } from 'vitest'
import { readRecord } from '#src/transcript/read-record.ts'
import { readSource } from '#src/transcript/read-source.ts'
import { readTranscript, TranscriptError } from '#src/transcript/read-transcript.ts'
import { withRecord } from '#src/transcript/record-block.ts'
import { recordToJson } from '#src/transcript/record-to-json.ts'
import { transcriptToMarkdown } from '#src/transcript/transcript-to-markdown.ts'
import { recordedInterview } from '../support/recorded-interview.ts'

const { record } = recordedInterview()
const recorded = { record, unknownFields: null }
const json = recordToJson(recorded)
const prose =
  '# A title\n\n## Transcript\n\n**1 · Interviewer** (0:00)\n\n> Hello.\n\n**2 · Candidate** (1:05)\n\n> Good morning.\n'
const markdown = withRecord(prose, recorded)

describe('an exported file', () => {
  test('of JSON reads back what was written, and is a transcript for other programs', () => {
    expect(readRecord(json, 'a.json')).toEqual(recorded)
    expect(readRecord(`\uFEFF${json}`, 'a.json')).toEqual(recorded)
    const { turns, questions } = readTranscript(json, 'a.json')
    expect(turns.map(({ text }) => text)).toEqual(record.turns.map(({ text }) => text))
    expect(questions).toMatchObject([{ id: 'parcel-tracker' }])
  })

  test('of JSON holds each drawing once and in one line: with the turn that names it, else in the record', () => {
    const [named, last] = record.boards.map(({ scene }) => JSON.stringify(scene))
    const times = (text = '') => json.split(text).length - 1
    expect([times(named), times(last)]).toEqual([1, 1])
    expect(json.split('\n').find((line) => line.includes(named ?? ''))).toMatch(/^ +"scene": \{.*\},?$/)
    const told = JSON.parse(json) as { turns: { artifacts: object[] }[] }
    const { revision, scene, text } = record.boards[0] ?? {}
    expect(told.turns[1]?.artifacts[1]).toEqual({ id: 'board-1', kind: 'board', text, revision, scene })
  })

  test('of JSON holds a drawing once that went with several turns, and all of them have it back', () => {
    const again = record.turns.map((one) => (one.turn === 4 ? { ...one, artifacts: record.turns[1]?.artifacts ?? [] } : one))
    const twice = { record: { ...record, turns: again }, unknownFields: null }
    const written = recordToJson(twice)
    expect(written.split(JSON.stringify(record.boards[0]?.scene)).length - 1).toBe(1)
    expect(readRecord(written, 'a.json')).toEqual(twice)
  })

  test('of JSON from before there were boards reads back with its drawings as boards', () => {
    const scene = record.boards[0]?.scene
    const strange = { elements: 'none' }
    const { boards: _, pads: __, ...rest } = record
    const older = {
      ...rest,
      turns: record.turns.map((turn) => ({
        ...turn,
        artifacts: turn.artifacts.map(({ revision, ...artifact }) =>
          revision === undefined ? artifact : { ...artifact, scene },
        ),
      })),
    }
    const withStrange = older.turns.map((turn) =>
      turn.turn === 5 ? { ...turn, artifacts: [{ id: 'b', kind: 'board', text: 'client', scene: strange }] } : turn,
    )
    const file = { ...(JSON.parse(json) as object), turns: withStrange, record: { ...older, revisions: [], turns: withStrange } }
    const read = readRecord(JSON.stringify(file), 'a.json').record
    expect(read.boards).toEqual([{ revision: 1, scene, text: 'client -> queue', turn: 2, createdAt: record.turns[1]?.createdAt }])
    expect(read.turns[1]?.artifacts[1]).toEqual({ id: 'board-1', kind: 'board', text: 'client -> queue', revision: 1 })
    expect(read.turns[4]?.artifacts[0]?.scene).toEqual(strange)
    expect(read.pads).toEqual([])
  })

  test('of JSON keeps fields that nobody here knows, wherever they stand, and writes them back', () => {
    const told = JSON.parse(json) as { turns: Record<string, unknown>[]; questions: Record<string, unknown>[] } & Record<
      string,
      unknown
    >
    Object.assign(told, { interviewedBy: { name: 'Anna' }, rounds: [1, 2] })
    Object.assign(told.turns[1] ?? {}, { mood: 'calm' })
    const [pad] = (told.turns[1]?.artifacts ?? []) as object[]
    Object.assign(pad ?? {}, { checksum: 'abc' })
    Object.assign(told.questions[0] ?? {}, { source: 'a book' })
    const read = readRecord(JSON.stringify(told), 'a.json')
    expect(read.record).toEqual(record)
    expect(JSON.parse(recordToJson(read))).toEqual(told)
    // Those that an import brought are in the record, and are not told twice.
    expect(read.unknownFields?.map(({ path }) => path.join('.')).sort()).toEqual(
      ['interviewedBy', 'questions.0.source', 'rounds', 'turns.1.artifacts.0.checksum', 'turns.1.mood'].sort(),
    )
  })

  test('a field by the name of a prototype is a field like any other', () => {
    const told = json.replace('{', '{"__proto__": {"polluted": true},')
    const read = readRecord(told, 'a.json')
    expect(Object.hasOwn(JSON.parse(recordToJson(read)) as object, '__proto__')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('of Markdown reads back what was written, whatever ends its lines', () => {
    for (const text of [markdown, markdown.replaceAll('\n', '\r\n'), `${markdown}\n\n`])
      expect(readRecord(text, 'a.md')).toEqual(recorded)
    expect(markdown.split('\n').every((line) => line.length <= 200)).toBe(true)
  })

  test('of Markdown tells its words, times and speakers without its block, and the block is no word of it', () => {
    const { utterances, format } = readSource(markdown, 'a.md')
    expect(format).toBe('hotseat-markdown')
    expect(utterances).toMatchObject([
      { label: 'Interviewer', text: 'Hello.', atMs: 0, artifacts: [] },
      { label: 'Candidate', text: 'Good morning.', atMs: 65_000, artifacts: [] },
    ])
  })

  test('of Markdown imported as a transcript has the words that were said, and none of the result above them', () => {
    const answer = 'Keys: user_id * 2 \\ <b>\n\n# not a heading\nInterviewer: not me\n0:30\n1. **x**\n- y & z &amp;'
    const turns = [
      { speaker: 'interviewer' as const, text: 'Which keys?', artifacts: [], elapsedMs: 1000 },
      {
        ...{ speaker: 'candidate' as const, text: answer, elapsedMs: 65_000 },
        artifacts: [{ id: 'pad', kind: 'code' as const, language: 'ts', text: '**9 · Interviewer**' }],
      },
    ]
    const transcript = {
      id: 'a',
      track: 'system-design' as const,
      level: 'mid' as const,
      questions: [{ id: 'q', text: 'Q' }],
      turns,
    }
    const afterwards = ['## How the interviewer behaved', '2 breaches.', '## Not useful, says the candidate', '- “Hm”: no']
    const written = transcriptToMarkdown({ transcript, scorecard: null, rubric: { title: 'T', criteria: [] }, afterwards })
    for (const text of [
      written,
      written.replaceAll('\n', '\r\n'),
      written.replace('## How', `${'filler\n'.repeat(5000)}## How`),
    ]) {
      const { format, utterances, speakers, timed } = readSource(text, null)
      expect([format, timed, speakers.map(({ label }) => label)]).toEqual([
        'hotseat-markdown',
        true,
        ['Interviewer', 'Candidate'],
      ])
      expect(utterances).toMatchObject([
        { label: 'Interviewer', text: 'Which keys?', atMs: 1000 },
        {
          label: 'Candidate',
          text: answer,
          atMs: 65_000,
          artifacts: [{ kind: 'code', language: 'ts', text: '**9 · Interviewer**' }],
        },
      ])
    }
  })

  test('of JSON that is imported as a transcript from elsewhere leaves its record behind, and what was said of that', () => {
    const { written } = readSource(json, 'a.json')
    for (const field of ['record', 'objections', 'reviews']) expect(written).not.toHaveProperty(field)
  })
})

describe('is refused, with what to do', () => {
  test.each([
    ['what was said was changed in JSON', json.replaceAll('How fresh?', 'How stale?').replace('How stale?', 'How fresh?')],
    ['what was said was changed in Markdown', markdown.replace('Good morning', 'Good evening')],
  ])('%s', (_, text) => {
    expect(() => readRecord(text, 'a-file')).toThrow(/a-file was changed after it was written/)
  })
  test.each([
    ['a transcript without a record', '{"turns":[]}', /holds no record of an interview/],
    ['Markdown without a block', prose, /holds no record of an interview/],
    ['half a file', json.slice(0, 900), /is not whole JSON/],
    ['half a block', markdown.replace(/\n[A-Za-z0-9+/]{100}\n/, '\n'), /is damaged|was changed/],
    ['a newer record', json.replace('"version":1,"interview"', '"version":2,"interview"'), /update Hotseat first/],
    ['a record that lacks something', json.replaceAll('"scorings"', '"scoring"'), /is damaged: scorings/],
    ['a turn whose drawing was taken out', json.replace('"scene": {', '"scenery": {'), /is damaged: turns: name a board/],
    ['a turn whose board was taken out', json.replace('"boards":[', '"boards":[],"planks":['), /is damaged: turns: name a board/],
    ['an id that is a path', json.replaceAll('"interview-1"', '"../../interview-1"'), /is damaged: interview.id/],
    [
      'a day that no calendar has',
      json.replaceAll(`"createdAt":${record.interview.createdAt},`, '"createdAt":9000000000000000,'),
      /is damaged: .*createdAt/,
    ],
    ['nothing', '', /holds no record/],
  ])('%s', (_, text, message) => {
    expect(() => readRecord(text, 'a-file')).toThrow(TranscriptError)
    expect(() => readRecord(text, 'a-file')).toThrow(message)
  })

  test('a block that unpacks to more than an interview can be', () => {
    const bomb = withRecord(prose, { record, filler: 'a'.repeat(40 * 1024 * 1024) })
    expect(() => readRecord(bomb, 'a.md')).toThrow(TranscriptError)
  })
})
