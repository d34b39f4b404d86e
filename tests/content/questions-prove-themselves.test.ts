import { describe, expect, test } from 'vitest'
import type { Question, SampleAnswer } from '#src/domain/guide.ts'
import type { CheckResult, Score } from '#src/domain/score.ts'
import { type Level, levels } from '#src/domain/track.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { scoreCriterion } from '#src/scoring/score-criterion.ts'
import {
  shippedLexicon,
  shippedQuestion,
  shippedQuestionIds,
  shippedRubric,
  shippedThresholds,
} from '../support/content-files.ts'
import { sampleTranscript } from '../support/sample-transcript.ts'

// One question: QUESTION=url-shortener npx vitest run tests/content/questions-prove-themselves.test.ts
const only = process.env.QUESTION
const lexicon = shippedLexicon()
const thresholds = shippedThresholds()
const scorer = createRuleBasedScorer({ lexicon })
const questions = shippedQuestionIds().filter(({ id }) => only === undefined || only === id)

test('there is a question to prove', () => {
  expect(questions).not.toEqual([])
})

describe.each(questions)('$track/$id', ({ track, id }) => {
  test('its strong answer rates higher than its weak one on every criterion that it addresses', async () => {
    const { strong, weak } = await proofOf(shippedQuestion(track, id))
    const notHigher = [...strong.scores]
      .filter(([criterion, score]) => isAddressed(score) && ratingOf(score) <= ratingOf(weak.scores.get(criterion)))
      .map(
        ([criterion, score]) =>
          `${criterion}: ${strong.quality} ${describeScore(score)} / weak ${describeScore(weak.scores.get(criterion))}`,
      )
    expect(notHigher).toEqual([])
  })

  test('its weak answer meets at most a third of the key points', async () => {
    const question = shippedQuestion(track, id)
    const { weak } = await proofOf(question)
    const met = keyPointsOf(weak).filter(({ verdict }) => verdict === 'yes')
    expect(
      met.length <= question.guide.keyPoints.length / 3
        ? []
        : met.map(({ check, evidence }) => `${check}: "${evidence[0]?.quote}"`),
    ).toEqual([])
  })

  test('each key point is shown by the sample answers of its level or above', async () => {
    const question = shippedQuestion(track, id)
    const answers = await Promise.all(question.answers.map((answer) => gradeAnswer(question, answer)))
    const good = answers.filter((answer) => answer.quality !== 'weak')
    const rank = ({ quality }: GradedAnswer) => (levels as readonly string[]).indexOf(quality)
    const strongest = Math.max(...good.map(rank))
    const unshown = question.guide.keyPoints.filter(({ id: point, level }) => {
      const able = good.filter((answer) => rank(answer) >= Math.min(levels.indexOf(level), strongest))
      return !able.some((answer) => keyPointsOf(answer).some(({ check, verdict }) => check === point && verdict === 'yes'))
    })
    expect(
      unshown.map(({ id: point, level, shows }) => `${point} (${level}): no sample answer matches ${shows.join('   or   ')}`),
    ).toEqual([])
  })

  test('none of its good answers says something its guide holds to be false', async () => {
    const question = shippedQuestion(track, id)
    const good = question.answers.filter(({ quality }) => quality !== 'weak')
    const answers = await Promise.all(good.map((answer) => gradeAnswer(question, answer)))
    const capped = answers.flatMap(({ quality, scores }) =>
      [...scores.values()].flatMap((score) =>
        score.kind === 'rated' && score.rationale.includes('something central was said that is not so')
          ? [`${quality}, ${score.criterion}: ${score.rationale}`]
          : [],
      ),
    )
    expect(capped).toEqual([])
  })
})

interface GradedAnswer {
  quality: SampleAnswer['quality']
  scores: ReadonlyMap<string, Score>
}

async function proofOf(question: Question): Promise<{ strong: GradedAnswer; weak: GradedAnswer }> {
  const weakAnswer = question.answers.find(({ quality }) => quality === 'weak')
  const strongest = levels.findLast((level) => question.answers.some(({ quality }) => quality === level))
  const strongAnswer = question.answers.find(({ quality }) => quality === strongest)
  if (weakAnswer === undefined || strongAnswer === undefined)
    throw new Error(`${question.id} lacks a weak or a good sample answer`)
  const strong = await gradeAnswer(question, strongAnswer)
  // Both against the same bar.
  return { strong, weak: await gradeAnswer(question, weakAnswer, strongest) }
}

/** Of each answer what it came to at each bar: several tests of a question ask for the same. */
const graded = new WeakMap<SampleAnswer, Map<Level, Promise<GradedAnswer>>>()

function gradeAnswer(question: Question, answer: SampleAnswer, against?: Level): Promise<GradedAnswer> {
  const level = against ?? (answer.quality === 'weak' ? 'mid' : answer.quality)
  const known = graded.get(answer) ?? new Map<Level, Promise<GradedAnswer>>()
  graded.set(answer, known)
  const grading = known.get(level) ?? gradedAt(level, { question, answer })
  known.set(level, grading)
  return grading
}

async function gradedAt(level: Level, { question, answer }: { question: Question; answer: SampleAnswer }): Promise<GradedAnswer> {
  const rubric = shippedRubric(question.track)
  const transcript = sampleTranscript({ question, rubric, answer, level })
  const task = { transcript, rubric, questionIndex: 0, question }
  const scores = new Map<string, Score>()
  for (const criterion of rubric.criteria) {
    const verdict = await scorer.judge(task, criterion.id)
    scores.set(criterion.id, scoreCriterion({ task, criterion, verdict, lexicon, thresholds }))
  }
  return { quality: answer.quality, scores }
}

const ratingOf = (score: Score | undefined): number => (score?.kind === 'rated' ? score.rating : 0)
const isAddressed = (score: Score): boolean => score.checks.some(({ verdict }) => verdict === 'yes' || verdict === 'partly')
const keyPointsOf = ({ scores }: GradedAnswer): CheckResult[] =>
  [...scores.values()].flatMap(({ checks }) => checks.filter(({ source }) => source === 'key-point'))

function describeScore(score: Score | undefined): string {
  const met = score?.checks.map(({ check, verdict }) => `${verdict === 'yes' ? '+' : verdict === 'partly' ? '~' : '-'}${check}`)
  return `${ratingOf(score)} [${met?.join(' ')}]`
}
