import type { HeldContent } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Redo, RedoRequest } from '#src/domain/redo.ts'
import type { PlannedProbe } from '#src/domain/rubric.ts'
import type { Score, Scorecard } from '#src/domain/score.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { NotFoundError } from '#src/errors.ts'
import { scoreCriterion } from './score-criterion.ts'
import type { Scorer, ScoringTask } from './scorer.ts'

/** What a redo goes back to: the question that was weakest in it, what is asked, and how it was scored. */
export interface RedoPlace {
  question: string
  asked: string
  original: Score
}

/** Finds where a check is to be answered again. Throws NotFoundError when the scorecard has no such check. */
export function redoPlace(options: {
  scorecard: Scorecard
  content: HeldContent
  transcript: Transcript
  place: Pick<RedoRequest, 'criterion' | 'check'>
}): RedoPlace {
  const { scorecard, content, transcript, place } = options
  const held = scorecard.perQuestion.flatMap(({ question, scores }) =>
    scores
      .filter(({ criterion, checks }) => criterion === place.criterion && checks.some(({ check }) => check === place.check))
      .map((original) => ({ question, original })),
  )
  const rank = ({ original }: { original: Score }) => (original.kind === 'rated' ? original.rating : 0)
  const [weakest] = held.sort((a, b) => rank(a) - rank(b))
  if (weakest === undefined) throw new NotFoundError('The newest scorecard has no such check. Load the scorecard again.')
  const guide = content.questions.find(({ id }) => id === weakest.question)?.guide
  const criterion = content.rubric.criteria.find(({ id }) => id === place.criterion)
  const standing = criterion?.checks.find(({ id }) => id === place.check)?.probe
  const probes = guide?.keyPoints.find(({ id }) => id === place.check)?.probes ?? (standing === undefined ? [] : [standing])
  const text = transcript.questions.find(({ id }) => id === weakest.question)?.text ?? ''
  return { ...weakest, asked: askable(probes)?.ask ?? text }
}

/** One that fits without anything said before it: no quote to fill in, and as few conditions as may be. */
function askable(probes: readonly PlannedProbe[]): PlannedProbe | undefined {
  const whole = probes.filter(({ ask }) => !ask.includes('{quote}'))
  return whole.find(({ when }) => when === undefined) ?? whole[0]
}

/** Grades the new answer as a transcript of its own, by the checks of its criterion. Rejects only when `signal` aborts. */
export async function gradeRedo(options: {
  redo: Redo
  transcript: Transcript
  content: HeldContent
  bank?: ScoringTask['bank']
  scorer: Scorer
  lexicon: Lexicon
  thresholds: Thresholds
  signal?: AbortSignal
}): Promise<Redo['state']> {
  const { redo, transcript, content, bank, scorer, lexicon, thresholds, signal } = options
  const criterion = content.rubric.criteria.find(({ id }) => id === redo.criterion)
  const asked = transcript.questions.find(({ id }) => id === redo.question)
  if (criterion === undefined || asked === undefined)
    return { kind: 'failed', reason: 'The interview has no such question or criterion any more.' }
  const alone: Transcript = {
    id: redo.id,
    track: transcript.track,
    level: transcript.level,
    questions: [{ id: asked.id, text: asked.text, firstTurn: 1 }],
    turns: [
      { speaker: 'interviewer', text: redo.asked, artifacts: [] },
      { speaker: 'candidate', text: redo.text, artifacts: [] },
    ],
  }
  const question = content.questions.find(({ id }) => id === redo.question) ?? null
  const task = { transcript: alone, rubric: content.rubric, questionIndex: 0, question, bank }
  const verdict = await scorer.judge(task, redo.criterion, signal)
  signal?.throwIfAborted()
  if (!verdict.ok) return { kind: 'failed', reason: verdict.reason }
  return { kind: 'graded', scorer: scorer.id, score: scoreCriterion({ task, criterion, verdict, lexicon, thresholds }) }
}
