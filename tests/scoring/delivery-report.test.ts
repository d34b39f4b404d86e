import { describe, expect, it } from 'vitest'
import { deliveryBandsSchema, deliveryReportSchema } from '#src/domain/delivery.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { deliveryReport } from '#src/scoring/delivery-report.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { freshStories } from '../evidence/told-stories.ts'
import { shippedBands, shippedLexicon, shippedQuestion, shippedRubric, shippedThresholds } from '../support/content-files.ts'
import { sampleTranscript } from '../support/sample-transcript.ts'

const lexicon = shippedLexicon()
const bands = shippedBands()
const minute = 60_000
const reportOn = (transcript: Transcript) =>
  deliveryReport({ transcript, content: { rubric: shippedRubric(transcript.track) }, lexicon, bands })

const storyText = (name: string) => (freshStories[name] ?? []).map(([, sentence]) => sentence).join(' ')
const interviewer = (text: string, more: object = {}) => ({ speaker: 'interviewer' as const, text, artifacts: [], ...more })
const candidate = (text: string, more: object = {}) => ({ speaker: 'candidate' as const, text, artifacts: [], ...more })
const dentists = storyText('a database engineer, dry')
const hotels = storyText('a frontend turned backend developer, chatty')

/** Two stories, as a person imports them: no times, no phases. */
const imported: Transcript = {
  id: 'two-stories',
  track: 'behavioral',
  level: 'mid',
  questions: [
    { id: 'migration-refactor', text: 'Tell me about a migration.' },
    { id: 'outage-investigated', text: 'Tell me about an outage.' },
  ],
  turns: [
    interviewer('Tell me about a migration.'),
    candidate('Sure.'),
    interviewer('Go on.'),
    candidate(dentists),
    interviewer('What did you learn from it?'),
    candidate('I learned to look at growth before it hurts.'),
    interviewer('Tell me about an outage.'),
    candidate(hotels),
  ],
}

describe('how a behavioral interview was told', () => {
  const report = reportOn(imported)

  it('is counted story by story: shares that add up to 100, deeds, figures, the answer that tells it', () => {
    expect(report.questions.map(({ question }) => question)).toEqual(['migration-refactor', 'outage-investigated'])
    for (const { story } of report.questions) {
      expect(Object.values(story?.shares ?? {}).reduce((sum, share) => sum + share, 0)).toBe(100)
      expect(story?.shares?.action).toBeGreaterThan(story?.shares?.situation ?? 100)
    }
    const [first, second] = report.questions
    expect(first?.story).toMatchObject({ answer: { turn: 4, seconds: null }, own: 4, shared: 0 })
    expect(first?.story?.sentences.at(-1)).toMatchObject({ turn: 6, part: 'reflection' })
    expect(first?.figures.map(({ quote }) => quote)).toEqual(['eighteen months', 'sixty per cent'])
    expect(second?.story?.answer?.turn).toBe(8)
  })

  it('says that an imported transcript has no times, and makes none up', () => {
    expect(report.phases).toBeNull()
    expect(report.turns.map(({ seconds }) => seconds)).toEqual([null, null, null, null])
    expect(report.notCounted).toEqual([
      'Time per turn: this transcript does not say when anything was said.',
      'Time per phase: this transcript does not say how long it was planned to be and when each phase began.',
    ])
  })

  it('counts the words of both, and keeps to its schema', () => {
    expect(report.words.interviewer).toBe(5 + 2 + 6 + 5)
    expect(report.words.candidate).toBe(report.turns.reduce((sum, { words }) => sum + words, 0))
    expect(deliveryReportSchema.parse(report)).toEqual(report)
  })

  it('has no shares where too little was told', () => {
    const short = { ...imported, turns: [interviewer('Tell me about a migration.'), candidate('We moved a table. It worked.')] }
    expect(reportOn(short).questions[0]?.story?.shares).toBeNull()
    expect(reportOn({ ...imported, turns: [] })).toMatchObject({ turns: [], hedges: [], notCounted: [expect.any(String)] })
  })
})

describe('time', () => {
  const timed: Transcript = {
    ...imported,
    minutes: 15,
    elapsedMs: 12 * minute,
    questions: [...imported.questions, { id: 'late-requirements', text: 'Tell me about late requirements.' }],
    turns: [
      interviewer('Tell me about a migration.', { phase: 'story', elapsedMs: 2000, move: { kind: 'open' } }),
      candidate(dentists, { phase: 'story', elapsedMs: 3 * minute }),
      interviewer('Tell me about an outage.', { phase: 'story', elapsedMs: 5 * minute, move: { kind: 'next-phase', phase: 1 } }),
      candidate(hotels, { phase: 'story', elapsedMs: 8 * minute }),
    ],
  }

  it('is told for each turn, and for each story of a plan against its minutes', () => {
    const { turns, phases, notCounted, questions } = reportOn(timed)
    expect(turns.map(({ seconds }) => seconds)).toEqual([178, 180])
    expect(questions[0]?.story?.answer?.seconds).toBe(178)
    expect(phases?.map(({ question, plannedMs, spentMs }) => ({ question, plannedMs, spentMs }))).toEqual([
      { question: 0, plannedMs: 5 * minute, spentMs: 5 * minute },
      { question: 1, plannedMs: 5 * minute, spentMs: 7 * minute },
      { question: 2, plannedMs: 5 * minute, spentMs: null },
    ])
    expect(notCounted).toEqual([])
  })

  it('is left out for a turn whose clock went back or was not kept', () => {
    const turns = timed.turns.map((turn, at) => (at === 3 ? { ...turn, elapsedMs: 1000 } : turn))
    expect(reportOn({ ...timed, turns }).turns.map(({ seconds }) => seconds)).toEqual([178, null])
    expect(reportOn({ ...timed, turns }).notCounted).toEqual(['Time per turn: 1 of 2 turns do not say when they were said.'])
    const untold = timed.turns.map((turn, at) => (at === 1 ? { ...turn, elapsedMs: 'soon' } : turn))
    expect(reportOn({ ...timed, turns: untold }).phases).toBeNull()
  })
})

describe('the report', () => {
  const question = shippedQuestion('system-design', 'url-shortener')
  const rubric = shippedRubric('system-design')
  const answer = question.answers.find(({ quality }) => quality === 'senior')
  if (answer === undefined) throw new Error('the sample answer is gone')
  const transcript = sampleTranscript({ question, rubric, answer, level: 'senior' })

  it('of a design has figures and talk, and no story', () => {
    const { questions, words } = reportOn(transcript)
    expect(questions.map(({ story }) => story)).toEqual([null])
    expect(questions[0]?.figures.length).toBeGreaterThan(3)
    expect(words.candidate).toBeGreaterThan(words.interviewer)
  })

  it('changes no rating: a transcript is graded alike before and after it is counted', async () => {
    const scorer = createRuleBasedScorer({ lexicon })
    const content = { rubric, questions: [question] }
    const graded = () => gradeTranscript({ transcript, content, lexicon, thresholds: shippedThresholds(), scorer })
    const before = await graded()
    reportOn(transcript)
    expect(await graded()).toEqual(before)
  })

  it('has the bands that ship', () => {
    expect(deliveryBandsSchema.parse(bands).story.shares.action).toEqual({ from: 50, to: 60 })
  })
})
