import { describe, expect, test } from 'vitest'
import type { Turn } from '#src/domain/turn.ts'
import { interviewToTranscript } from '#src/transcript/interview-to-transcript.ts'
import { readTranscript, TranscriptError } from '#src/transcript/read-transcript.ts'
import { transcriptContent } from '#src/transcript/transcript-content.ts'
import { designInterview, storyInterview } from '../interviewer/fixtures.ts'

const jsonOf = (transcript: Parameters<typeof transcriptContent>[0]): string => JSON.stringify(transcriptContent(transcript))

const question = { id: 'url-shortener', text: 'Design a URL shortener.' }
const head = { id: 'any-slug', track: 'system-design', level: 'senior' }
const asked = { speaker: 'interviewer', text: question.text }
const said = { speaker: 'candidate', text: 'A table of codes.' }
const smallest = { ...head, question, turns: [asked, said] }

const read = (content: unknown) => readTranscript(JSON.stringify(content), 'mock.json')

/** The words with which a text is refused. */
function refusalOf(text: string): string {
  try {
    readTranscript(text, 'mock.json')
  } catch (error) {
    if (error instanceof TranscriptError) return error.message
    throw error
  }
  throw new Error('the text was accepted')
}
const refusalOfContent = (content: unknown) => refusalOf(JSON.stringify(content))

describe('the file form', () => {
  test('takes one question for a list of one', () => {
    const expected = {
      ...head,
      questions: [question],
      turns: [
        { ...asked, artifacts: [] },
        { ...said, artifacts: [] },
      ],
    }
    expect(read(smallest)).toEqual(expected)
    expect(read({ ...head, questions: [question], turns: smallest.turns })).toEqual(expected)
    expect(read({ ...smallest, questions: [question], question: { id: 'not-looked-at' } })).toEqual(expected)
  })

  test('takes one artifact for a list of one and gives it an id, and reads diagram-text as a board', () => {
    const drawing = { kind: 'diagram-text', text: 'client -> api' }
    const code = { id: 'pad-7', kind: 'code', language: 'typescript', text: 'x()' }
    const turns = [
      { ...said, artifact: drawing },
      { ...said, artifacts: [code, drawing] },
      { ...said, artifact: null },
    ]
    expect(read({ ...smallest, turns }).turns).toEqual([
      { ...said, artifacts: [{ id: 'artifact-1', kind: 'board', text: 'client -> api' }] },
      { ...said, artifacts: [code, { id: 'artifact-2', kind: 'board', text: 'client -> api' }] },
      { ...said, artifacts: [] },
    ])
  })

  test('keeps fields that it does not know, at every depth, and writes them back', () => {
    const foreign = {
      ...head,
      source: { tool: 'elsewhere', version: 4 },
      questions: [{ ...question, difficulty: 'hard' }],
      turns: [{ ...said, mood: 'calm', artifacts: [{ id: 'pad-1', kind: 'code', text: 'x()', runs: [1, 2] }] }],
    }
    expect(read(foreign)).toEqual(foreign)
    expect(JSON.parse(jsonOf(read(foreign)))).toEqual({ ...foreign, question })
  })

  test('may begin with a byte order mark', () => {
    expect(readTranscript(`\uFEFF${JSON.stringify(smallest)}`, 'mock.json')).toEqual(read(smallest))
  })

  test('may be long', () => {
    const turns = Array.from({ length: 20_000 }, (_, index) => ({ ...said, text: `${index} ${'word '.repeat(60)}` }))
    const transcript = read({ ...smallest, turns })
    expect(transcript.turns).toHaveLength(20_000)
    expect(transcript.turns.at(-1)?.text).toBe(turns.at(-1)?.text)
  })
})

describe('what is refused', () => {
  test.each([
    { what: 'nothing', text: '', words: /^mock\.json is empty\.$/ },
    { what: 'blank space', text: '\uFEFF \n', words: /^mock\.json is empty\.$/ },
    { what: 'what is not JSON', text: 'Interviewer: hello', words: /^mock\.json is not JSON: / },
    { what: 'half a file', text: JSON.stringify(smallest).slice(0, -9), words: /^mock\.json is not JSON: / },
    { what: 'a list', text: '[]', words: /^mock\.json is not a transcript:\nthe file: .*expected object, received array$/ },
    { what: 'null', text: 'null', words: /^mock\.json is not a transcript:\nthe file: .*expected object, received null$/ },
  ])('$what', ({ text, words }) => {
    expect(refusalOf(text)).toMatch(words)
  })

  test('names every fault with its place and what was expected there', () => {
    const content = {
      id: '',
      track: 'juggling',
      level: 'boss',
      question: { id: 'Not A Slug' },
      turns: [{ speaker: 'Bob', text: 3 }, 'hello', { ...said, artifacts: [{ id: 'pad-1', kind: 'picture', text: '' }] }],
    }
    const [first, ...faults] = refusalOfContent(content).split('\n')
    expect(first).toBe('mock.json is not a transcript:')
    expect(faults).toEqual([
      expect.stringMatching(/^id: .*expected string to have >=1 characters/),
      expect.stringMatching(/^track: .*"system-design"\|"behavioral"\|"concepts"\|"sql"\|"coding"\|"incident"/),
      expect.stringMatching(/^level: .*"junior"\|"mid"\|"senior"\|"lead"/),
      expect.stringMatching(/^questions\[0\]\.id: a slug: lower-case letters/),
      expect.stringMatching(/^questions\[0\]\.text: .*expected string, received undefined/),
      expect.stringMatching(/^turns\[0\]\.speaker: .*"interviewer"\|"candidate"/),
      expect.stringMatching(/^turns\[0\]\.text: .*expected string, received number/),
      expect.stringMatching(/^turns\[1\]: .*expected object, received string/),
      expect.stringMatching(/^turns\[2\]\.artifacts\[0\]\.kind: .*"code"\|"case-results"\|"sql"\|"sql-result"\|"board"/),
    ])
  })

  test('names what is missing', () => {
    const faults = refusalOfContent({}).split('\n').slice(1)
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['id', 'track', 'level', 'questions', 'turns'])
    expect(refusalOfContent({ ...head, questions: [], turns: [] })).toMatch(/\nquestions: .*array to have >=1 items$/)
  })

  test('counts what it does not name when a thousand turns have the same fault', () => {
    const lines = refusalOfContent({ ...smallest, turns: Array(1000).fill({ ...said, speaker: 'Me' }) }).split('\n')
    expect(lines).toHaveLength(22)
    expect(lines.at(-1)).toBe('… and 980 more')
  })

  test('names every question that is said to begin after the last turn', () => {
    const questions = [1, 3, 9].map((firstTurn) => ({ ...question, firstTurn }))
    expect(refusalOfContent({ ...head, questions, turns: [asked, said] })).toBe(
      'mock.json is not a transcript:\nquestions[1].firstTurn: 3 is more than the 2 turns there are\nquestions[2].firstTurn: 9 is more than the 2 turns there are',
    )
  })
})

describe('an interview', () => {
  const turn = (over: Partial<Turn>): Turn => ({
    turn: 1,
    speaker: 'candidate',
    text: '',
    artifacts: [],
    phase: 0,
    elapsedMs: 0,
    createdAt: 0,
    clientTurnId: null,
    move: null,
    spokenBy: null,
    interrupted: false,
    ...over,
  })
  const turns = [
    turn({ speaker: 'interviewer', text: question.text, move: { kind: 'listen' }, spokenBy: 'rule-based@1', interrupted: true }),
    turn({
      turn: 2,
      text: 'With “quotes”,\n\ttabs and 𝓯𝓪𝓷𝓬𝔂 letters.',
      phase: 1,
      elapsedMs: 61_000,
      clientTurnId: 'client-1',
      artifacts: [{ id: 'board-1', kind: 'board', text: 'a -> b', scene: { elements: [{ x: 1 }] } }],
    }),
  ]

  test('written as JSON and read again is the same', () => {
    for (const interview of [designInterview, storyInterview]) {
      const asked = interview.questions.map((one, index) => (index === 0 ? { ...one, firstTurn: 1 } : one))
      const transcript = interviewToTranscript({ ...interview, questions: asked }, turns)
      expect(readTranscript(jsonOf(transcript), 'mock.json')).toEqual(transcript)
    }
  })

  test('is written with what a scorer looks at, and with its one question by itself too', () => {
    const { id, title, text } = designInterview.questions[0] ?? { id: '', title: '', text: '' }
    const written = jsonOf(interviewToTranscript({ ...designInterview, questions: [{ id, title, text, firstTurn: 1 }] }, turns))
    expect(JSON.parse(written)).toEqual({
      id: 'interview-1',
      track: 'system-design',
      level: 'senior',
      mode: 'practice',
      persona: 'neutral',
      company: 'neutral',
      language: 'en',
      minutes: 40,
      status: 'running',
      elapsedMs: 0,
      createdAt: 0,
      endedAt: null,
      question: { id, text },
      questions: [{ id, text, firstTurn: 1 }],
      turns: [
        {
          speaker: 'interviewer',
          text: question.text,
          artifacts: [],
          phase: designInterview.schedule[0]?.phase,
          elapsedMs: 0,
          move: { kind: 'listen' },
          spokenBy: 'rule-based@1',
          interrupted: true,
        },
        {
          speaker: 'candidate',
          text: turns[1]?.text,
          artifacts: turns[1]?.artifacts,
          phase: designInterview.schedule[1]?.phase,
          elapsedMs: 61_000,
        },
      ],
    })
    expect(JSON.parse(jsonOf(interviewToTranscript(storyInterview, turns)))).not.toHaveProperty('question')
  })
})
