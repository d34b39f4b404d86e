import type { Move } from '#src/domain/move.ts'
import type { AskedReview } from '#src/domain/review.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import type { Evidence } from '#src/domain/score.ts'
import { answerSignals } from '#src/evidence/answer-signals.ts'
import type { NumberedTurn } from '#src/scoring/question-turns.ts'
import { movesIn } from '#src/scoring/stored-move.ts'
import { guessProbe } from './guess-probe.ts'
import { once } from './once.ts'
import { isMet, type PlacedCheck, refOf } from './placed-checks.ts'
import { answerTo, questionAt, type ReviewInput } from './review-input.ts'

/** What the interviewer was after, turn by turn: from the stored moves, and where there are none by the words of the question. */
export const askedIn = once((input): AskedReview[] => {
  const moves = new Map(movesIn(input.turns).map(({ turn, move }) => [turn, move]))
  return input.turns.flatMap((turn) => {
    if (turn.speaker !== 'interviewer') return []
    const move = moves.get(turn.turn)
    const aim = move === undefined ? guessedAim(input, turn) : storedAim(input, move)
    if (aim === null) return []
    const check =
      aim.check === null ? null : (checksAt(input, turn.turn).find(({ result }) => result.check === aim.check) ?? null)
    const answer = answerTo(input, turn.turn)
    // What it asks about had been shown.
    const goesBeyond = move?.kind === 'probe' && move.beyond === true
    return [
      {
        turn: turn.turn,
        move: move?.kind ?? null,
        probe: aim.probe,
        after: aim.after,
        check: check === null ? null : refOf(check),
        raisedBy: raisedBy(input, { turn, move, probe: aim.probe }),
        isGuess: move === undefined,
        isAboveBar: move?.kind === 'probe' && move.aboveBar === true,
        answer:
          answer === undefined
            ? null
            : { turn: answer.turn, verdict: check === null || goesBeyond ? null : verdictIn(check, answer.turn) },
      },
    ]
  })
})

interface Aim {
  probe: ProbeKind | null
  check: string | null
  after: string
}

/** Null for a move that is after nothing in particular. */
function storedAim({ words: { moves, probes } }: ReviewInput, move: Move): Aim | null {
  switch (move.kind) {
    case 'probe':
      return { probe: move.probe, check: move.check, after: probes[move.probe].after }
    case 'challenge':
      return { probe: 'challenge', check: null, after: moves[challengedBy(move)] }
    case 'hint':
      return { probe: null, check: move.aims[0] ?? null, after: moves.hint }
    case 'change-requirement':
      return { probe: null, check: null, after: moves['change-requirement'] }
    case 'next-phase':
      if (move.check === undefined) return null
      return { probe: move.probe ?? null, check: move.check, after: move.probe ? probes[move.probe].after : moves['next-phase'] }
    default:
      return null
  }
}

const challengedBy = ({ contradiction, gap }: Extract<Move, { kind: 'challenge' }>) =>
  contradiction !== undefined ? 'contradiction' : gap !== undefined ? 'gap' : 'challenge'

function guessedAim(input: ReviewInput, turn: NumberedTurn): Aim | null {
  const guess = input.isEnglish ? guessProbe(input, turn) : null
  return guess === null ? null : { ...guess, after: input.words.probes[guess.probe].after }
}

const checksAt = (input: ReviewInput, turn: number): readonly PlacedCheck[] => questionAt(input, turn)?.checks ?? []

/** What one answer showed of a check: words of it that were credited, in whole or in part. */
function verdictIn(check: PlacedCheck, turn: number): 'yes' | 'partly' | 'not-shown' {
  const isHere = check.result.evidence.some((evidence) => evidence.turn === turn)
  return !isHere ? 'not-shown' : isMet(check) ? 'yes' : check.result.verdict === 'partly' ? 'partly' : 'not-shown'
}

/** The candidate's words that a question goes back to: those it quotes, the later of two that do not fit, or the sentence that calls for its kind. */
function raisedBy(
  input: ReviewInput,
  { turn, move, probe }: { turn: NumberedTurn; move: Move | undefined; probe: ProbeKind | null },
): Evidence | null {
  const before = input.turns.slice(0, turn.turn - 1).filter(({ speaker }) => speaker === 'candidate')
  if (move?.kind === 'challenge' && move.contradiction !== undefined) {
    const { later } = move.contradiction
    return sliceIn(
      before.find((one) => one.turn === later.turn),
      later.quote,
    )
  }
  for (const [, quote = ''] of turn.text.matchAll(/["“]([^"”]{4,120})["”]/g)) {
    const found = before.findLast(({ text }) => text.includes(quote))
    if (found !== undefined) return sliceIn(found, quote)
  }
  const last = before.at(-1)
  if (probe === null || last === undefined || last.turn < turn.turn - 2 || !input.isEnglish) return null
  const signals = answerSignals({
    text: last.text,
    artifacts: last.artifacts,
    earlier: [],
    pushed: false,
    track: input.transcript.track,
    lexicon: input.source,
  })
  const signal = signals.find(({ kind }) => kind === probe)
  return signal?.sentence ? sliceIn(last, signal.sentence) : null
}

function sliceIn(turn: NumberedTurn | undefined, quote: string): Evidence | null {
  const start = turn?.text.indexOf(quote) ?? -1
  return turn === undefined || start < 0 ? null : { turn: turn.turn, start, end: start + quote.length, quote }
}
