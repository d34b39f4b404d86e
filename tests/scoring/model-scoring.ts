import { readFileSync } from 'node:fs'
import { parsePrompt } from '#src/content/read-prompt.ts'
import type { Prompt } from '#src/domain/prompt.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import type { Scorer } from '#src/scoring/scorer.ts'
import { designContent } from '../interviewer/fixtures.ts'
import { shippedLexicon, shippedThresholds } from '../support/content-files.ts'

/** The prompt as it is shipped. */
export const shippedPrompt: Prompt = (() => {
  const report = (path: string, expected: string) => {
    throw new Error(`prompts/score-criterion.md ${path}: ${expected}`)
  }
  const text = readFileSync(new URL('../../prompts/score-criterion.md', import.meta.url), 'utf8')
  const parsed = parsePrompt(text, { name: 'score-criterion', report })
  if (parsed === undefined) throw new Error('prompts/score-criterion.md does not load')
  return parsed
})()

export const criteria = designContent.rubric.criteria.map(({ id }) => id)

/** Ids of the checks under a criterion, in the order in which a model is asked for them. */
export function checksUnder(criterion: string): string[] {
  const points = designContent.questions[0]?.guide.keyPoints.filter((point) => point.criterion === criterion) ?? []
  const standing = designContent.rubric.criteria.find(({ id }) => id === criterion)?.checks ?? []
  return [...points, ...standing].map(({ id }) => id)
}

/** A reply that has every check of every criterion, not shown unless said otherwise. */
export function answerWith(shown: Record<string, unknown>) {
  const ids = criteria.flatMap((id) => checksUnder(id))
  const none = Object.fromEntries(ids.map((id) => [id, { quotes: [], verdict: 'not-shown' }]))
  return { claims: [{ turn: 2, says: 'appends events' }], checks: { ...none, ...shown } }
}

const appended = 'Every scan is appended as an immutable event, since overwriting a status column forgets what happened before. '

/** An interview about the parcel tracker: `exchanges` times a question, and an answer that differs from the others. */
export const spoken = (exchanges = 3): Transcript => ({
  id: 'interview-1',
  track: 'system-design',
  level: 'senior',
  questions: [{ id: 'parcel-tracker', text: 'Design a parcel tracker.' }],
  turns: Array.from({ length: exchanges }, (_, at) => [
    { speaker: 'interviewer' as const, text: at === 0 ? 'Design a parcel tracker.' : 'Go on.', artifacts: [] },
    {
      speaker: 'candidate' as const,
      text: `${at === 0 ? appended : ''}Answer number ${at} orders scans by the clock of the scanner. `.concat(
        `Of point ${at} I would keep what a courier wrote down at noon. ${at} kinds of parcels wait in a depot that closes early. `,
        `Somebody at desk ${at} prints labels for the vans that leave last. In week ${at} we look at how many scans came late.`,
      ),
      artifacts: [],
    },
  ]).flat(),
})

export async function scorecardOf(scorer: Scorer, transcript: Transcript = spoken()): Promise<Scorecard> {
  const result = await gradeTranscript({
    transcript,
    content: designContent,
    lexicon: shippedLexicon(),
    thresholds: shippedThresholds(),
    scorer,
  })
  if (result.kind !== 'scorecard') throw new Error(result.reason)
  return result.scorecard
}

/** One score of a scorecard. */
export function scoreOf({ scores }: Scorecard, criterion: string) {
  const score = scores.find((one) => one.criterion === criterion)
  if (score === undefined) throw new Error(`no score of ${criterion}`)
  return score
}
