import { z } from 'zod'
import type { Guide } from '#src/domain/guide.ts'
import { scheduledPhaseSchema } from '#src/domain/interview.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { Criterion, Rubric } from '#src/domain/rubric.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import type { NumberedTurn } from './question-turns.ts'
import { movesIn } from './stored-move.ts'

/** What our own transcripts carry beyond the format's least. */
const scheduleSchema = z.object({ schedule: z.array(scheduledPhaseSchema) })
const elapsedSchema = z.object({ elapsedMs: z.number() })

/**
 * True when the candidate had a fair chance to show a criterion: it was asked about, a phase that feeds it ran at least half its minutes, or
 * the interview came to its end. A transcript without phases counts as one that ran in full.
 */
export function hadFairChance(options: {
  criterion: Criterion
  rubric: Rubric
  guide: Guide | null
  transcript: Transcript
  questionIndex: number
  turns: readonly NumberedTurn[]
}): boolean {
  const { criterion, rubric, guide, transcript, questionIndex, turns } = options
  if (turns.every(({ phase }) => phase === undefined)) return true
  const whole = movesIn(transcript.turns.map((turn, at) => ({ ...turn, turn: at + 1 })))
  if (whole.some(({ move }) => move.kind === 'close' && move.reason !== 'ended-by-candidate')) return true

  const own = new Set([
    ...criterion.checks.map(({ id }) => id),
    ...(guide?.keyPoints ?? []).filter((point) => point.criterion === criterion.id).map(({ id }) => id),
  ])
  const asked = movesIn(turns).some(({ move }) => own.has(checkAskedBy(move) ?? ''))
  if (asked) return true
  const feeding = rubric.phases.filter(({ feeds }) => feeds.includes(criterion.id)).map(({ id }) => id)
  return feeding.some((phase) => ranHalf(phase, { transcript, questionIndex, turns }))
}

/** A phase that ran half its minutes. Without times, one in which the candidate spoke twice. */
function ranHalf(
  phase: string,
  { transcript, questionIndex, turns }: { transcript: Transcript; questionIndex: number; turns: readonly NumberedTurn[] },
): boolean {
  const inPhase = turns.filter((turn) => turn.phase === phase)
  const schedule = scheduleSchema.safeParse(transcript)
  const planned = schedule.success
    ? schedule.data.schedule.find((one) => one.phase === phase && one.question === questionIndex)
    : undefined
  const times = inPhase.flatMap((turn) => {
    const read = elapsedSchema.safeParse(turn)
    return read.success ? [read.data.elapsedMs] : []
  })
  if (planned === undefined || times.length === 0) return inPhase.filter(({ speaker }) => speaker === 'candidate').length >= 2
  const after = turns.find((turn) => turn.turn > (inPhase.at(-1)?.turn ?? 0))
  const left = elapsedSchema.safeParse(after)
  const end = left.success ? left.data.elapsedMs : Math.max(...times)
  return end - Math.min(...times) >= (planned.minutes * 60_000) / 2
}
