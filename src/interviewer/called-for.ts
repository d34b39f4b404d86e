import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { type ProbeKind, probeKinds } from '#src/domain/rubric.ts'
import type { TrackId } from '#src/domain/track.ts'
import type { Turn } from '#src/domain/turn.ts'
import { answerSignals, type Signal } from '#src/evidence/answer-signals.ts'

/** Asked of what stands: in the first answers no failure and no measuring can be missed. */
const ofTheCore: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['failure', 'operate'])
const answersBeforeCore = 2

/** Which follow-ups the last of a candidate's turns on a question calls for. */
export function signalsOfLast(options: {
  /** The candidate's turns on the question, in order. */
  said: readonly Turn[]
  lastMove: Move | null
  track: TrackId
  lexicon: Lexicon
  /** A candidate turn without what is no evidence. */
  quotable: (turn: Turn) => string
}): Signal[] {
  const { said, lastMove, track, lexicon, quotable } = options
  const last = said.at(-1)
  if (last === undefined) return []
  const earlier = said.slice(0, -1)
  const pushed = checkAskedBy(lastMove) !== null
  return answerSignals({
    text: quotable(last),
    artifacts: last.artifacts,
    earlier: earlier.map(quotable),
    pushed,
    track,
    lexicon,
  }).filter(({ kind }) => earlier.length >= answersBeforeCore || !ofTheCore.has(kind))
}

/** For each kind of probe a general question in words that were not spoken yet; none for a kind whose wordings are used up. */
export function unsaidProbes(phrases: Phrases, turns: readonly Turn[]): ReadonlyMap<ProbeKind, string> {
  const spoken = turns.filter(({ speaker }) => speaker === 'interviewer')
  return new Map(
    probeKinds.flatMap((kind) => {
      const ask = phrases[`probe-${kind}`]?.find((words) => !spoken.some(({ text }) => text.includes(words)))
      return ask === undefined ? [] : [[kind, ask] as const]
    }),
  )
}
