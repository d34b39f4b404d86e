import type { AskedReview, Missed, Moment, TurnReview } from '#src/domain/review.ts'
import type { ReviewWords } from '#src/domain/review-words.ts'
import type { Evidence } from '#src/domain/score.ts'
import { movesIn } from '#src/scoring/stored-move.ts'
import { answerTo, type ReviewInput } from './review-input.ts'

const mostMoments = 3
const mostMissed = 5

/** Three moments that decided most, in the order of the transcript, each with what an interviewer would have thought. */
export function momentsIn(
  input: ReviewInput,
  { turns, asked }: { turns: readonly TurnReview[]; asked: readonly AskedReview[] },
): Moment[] {
  const moments = [
    ...strongest(input, turns),
    ...leftOpen(input, asked),
    ...turningPoints(input),
    ...closedByProbe(input, { turns, asked }),
  ]
  const chosen: Moment[] = []
  for (const moment of moments) {
    if (chosen.length === mostMoments) break
    if (!chosen.some(({ turn }) => turn === moment.turn)) chosen.push(moment)
  }
  return chosen.sort((a, b) => a.turn - b.turn)
}

const thought = ({ words }: ReviewInput, kind: keyof ReviewWords['moments'], means = ''): string =>
  words.moments[kind].replaceAll('{means}', means)

type Named = { criterion: string; check: string }

const checkIn = ({ questions }: ReviewInput, { criterion, check }: Named) =>
  questions.flatMap(({ checks }) => checks).find((one) => one.criterion === criterion && one.result.check === check)

const weightOf = (input: ReviewInput, named: Named): number => checkIn(input, named)?.weight ?? 0

/** In all of the interview: what the reply did not show may have been said before it, or came later. */
const wasNeverShown = (input: ReviewInput, named: Named): boolean => {
  const verdict = checkIn(input, named)?.result.verdict
  return verdict !== 'yes' && verdict !== 'partly'
}

function strongest(input: ReviewInput, turns: readonly TurnReview[]): Moment[] {
  const summed = turns.map(({ turn, shown }) => {
    const met = shown.filter(({ verdict }) => verdict === 'yes').sort((a, b) => weightOf(input, b) - weightOf(input, a))
    return { turn, best: met[0], weight: met.reduce((sum, one) => sum + weightOf(input, one), 0) }
  })
  const most = summed.reduce<(typeof summed)[number] | undefined>((a, b) => (b.weight > (a?.weight ?? 0) ? b : a), undefined)
  if (most?.best === undefined) return []
  return [{ turn: most.turn, evidence: most.best.evidence[0] ?? null, thought: thought(input, 'carried', most.best.means) }]
}

function leftOpen(input: ReviewInput, asked: readonly AskedReview[]): Moment[] {
  const open = asked.flatMap(({ turn, check, answer, isGuess, isAboveBar }) =>
    check !== null && answer?.verdict === 'not-shown' && !isGuess && !isAboveBar && wasNeverShown(input, check)
      ? [{ turn, check, weight: weightOf(input, check) }]
      : [],
  )
  const [most] = open.sort((a, b) => b.weight - a.weight)
  return most === undefined ? [] : [{ turn: most.turn, evidence: null, thought: thought(input, 'left-open', most.check.means) }]
}

/** A helping hand, a push, a changed task: the first of each that there is. */
function turningPoints(input: ReviewInput): Moment[] {
  const moves = movesIn(input.turns)
  return (['challenge', 'change-requirement', 'hint'] as const).flatMap((kind) => {
    const found = moves.find(
      ({ turn, move }) => move.kind === kind && (move.kind !== 'hint' || move.rung >= 2) && answerTo(input, turn) !== undefined,
    )
    return found === undefined ? [] : [{ turn: found.turn, evidence: null, thought: thought(input, kind) }]
  })
}

function closedByProbe(
  input: ReviewInput,
  { turns, asked }: { turns: readonly TurnReview[]; asked: readonly AskedReview[] },
): Moment[] {
  return asked.flatMap(({ check, answer, isGuess }) => {
    if (check === null || isGuess || answer?.verdict !== 'yes') return []
    const shown = turns.find(({ turn }) => turn === answer.turn)?.shown.find((one) => one.check === check.check)
    return [{ turn: answer.turn, evidence: shown?.evidence[0] ?? null, thought: thought(input, 'closed-by-probe', check.means) }]
  })
}

/** Null unless every turn of the interviewer's has its move. */
export function hintsIn({ turns }: ReviewInput): number[] | null {
  const moves = movesIn(turns)
  if (moves.length < turns.filter(({ speaker }) => speaker === 'interviewer').length) return null
  return [0, 1, 2, 3, 4, 5].map((rung) => moves.filter(({ move }) => move.kind === 'hint' && move.rung === rung).length)
}

/** Openings that nobody came to: words near to something of the bar that never came up. The fixes name theirs already. */
export function missedIn(input: ReviewInput, turns: readonly TurnReview[]): Missed[] {
  const fixed = new Set(input.scorecard?.debrief.fixes.map(({ check }) => check))
  return turns
    .flatMap(({ turn, open }) =>
      open.flatMap(({ because, nearest, laterIn, criterion, check, means }) =>
        because === 'near' && laterIn === null && nearest !== null && !fixed.has(check)
          ? [{ turn, evidence: nearest as Evidence, criterion, check, means }]
          : [],
      ),
    )
    .sort((a, b) => weightOf(input, b) - weightOf(input, a))
    .slice(0, mostMissed)
    .sort((a, b) => a.turn - b.turn)
}
