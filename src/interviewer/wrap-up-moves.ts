import { checkAskedBy, type Move } from '#src/domain/move.ts'
import { minutesLeft } from '#src/domain/phase-clock.ts'
import { answersTo } from './answers-to.ts'
import { rankProbes } from './rank-probes.ts'
import type { LastAnswer, Standpoint } from './standpoint.ts'

/** Questions of the candidate's that are replied to. */
const mostReplies = 5
/** Turns of theirs, whatever is in them, after which the round is closed. */
const mostExchanges = 10
/** Left for one follow-up, its answer and what else they want. */
const minutesForFollowUp = 2
/** So many words that are about nothing the question looks for are more than "no, thanks". */
const wordsToAdd = 20
/** "I forgot to say" begins what is added, and is no blank. */
const longestBlank = 10

/** What the candidate may be doing other than add something or end it. */
const asksSomething: ReadonlySet<LastAnswer['kind']> = new Set<LastAnswer['kind']>([
  'question',
  'repeat',
  'off-limits',
  'hint-request',
])

/** In the wrap-up, the favourite first: the candidate's own questions are replied to, what they add is heard, and who has nothing more is let go. */
export function onWrapUpTurn(at: Standpoint): Move[] {
  const reply: Move = { kind: 'reply' }
  const close: Move = { kind: 'close', reason: 'finished' }
  const listen: Move = { kind: 'listen' }
  const { answer } = at
  if (answer === null || at.exchanges > mostExchanges) return [close, reply]
  if (asksSomething.has(answer.kind)) return at.replies < mostReplies ? [...factsTold(at), reply, close] : [close, reply]
  if (answer.kind === 'asks-leave' || answer.flowing) return [listen, reply, close]
  const isAnswer = checkAskedBy(at.lastMove) !== null && answer.kind === 'answer'
  if (isAnswer || addsSomething(at)) return [...(isAnswer ? [] : followUp(at)), listen, reply, close]
  return [close, reply, listen]
}

/** Only what was asked for by name: most of what is asked now is not about the task. */
const factsTold = (at: Standpoint): Move[] =>
  at.answer?.facts.length === 0 || at.answer?.asksBesideTask === true ? [] : answersTo(at).slice(0, 1)

const addsSomething = ({ answer, checks }: Standpoint): boolean =>
  (answer?.kind === 'answer' && (answer.words >= wordsToAdd || checks.some(({ near }) => near))) ||
  (answer?.kind === 'stalled' && answer.words > longestBlank)

/** One question at most, into a point of the question of which what was just added shows a part. */
function followUp(at: Standpoint): Move[] {
  if (at.probes > 0 || minutesLeft(at.clock) < minutesForFollowUp) return []
  const probe = rankProbes(at).find(({ check }) =>
    at.checks.some(({ id, near, shown }) => id === check && near && shown === 'partly'),
  )
  return probe === undefined ? [] : [probe]
}
