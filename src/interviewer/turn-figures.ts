import type { CallUsage } from '#src/domain/call-usage.ts'
import type { Clock } from '#src/domain/clock.ts'
import { usageMeter } from '#src/domain/usage-meter.ts'
import type { SpeakEvent, SpeakRequest } from './interviewer.ts'

/** What one turn of a model-backed interviewer took: for a log, never for the candidate. */
export interface TurnFigures {
  interview: string
  /** The number that the turn has, or would have had. */
  turn: number
  /** Who spoke; null when it failed or was cut short. */
  spokenBy: string | null
  /** Milliseconds until the first words that stood were handed out; null when there were none. */
  firstWordsMs: number | null
  /** Of all its calls. */
  usage: CallUsage
  /** Numbers of the turns that did not fit into the prompt, and of those that lost their middle. */
  leftOut: readonly number[]
  cut: readonly number[]
  /** What became of the picture of a board that changed with this turn; null when there was none. */
  picture: 'sent' | 'no-room' | null
}

export interface TurnMeter extends Pick<ReturnType<typeof usageMeter>, 'begin'> {
  prompted(prompt: Pick<TurnFigures, 'leftOut' | 'cut' | 'picture'>): void
  see(event: SpeakEvent): void
  figures(): TurnFigures
}

/** Measures one turn while it is spoken. */
export function turnMeter({ interview, turns }: SpeakRequest, clock: Clock): TurnMeter {
  const usage = usageMeter()
  const startedAt = clock.now()
  let figures: Omit<TurnFigures, 'usage'> = {
    interview: interview.id,
    turn: turns.length + 1,
    spokenBy: null,
    firstWordsMs: null,
    leftOut: [],
    cut: [],
    picture: null,
  }
  return {
    begin: usage.begin,
    prompted: ({ leftOut, cut, picture }) => {
      figures = { ...figures, leftOut, cut, picture }
    },
    see: (event) => {
      if (event.type === 'words') figures.firstWordsMs ??= clock.now() - startedAt
      else if (event.type === 'restart') figures.firstWordsMs = null
      else if (event.type === 'spoken') figures.spokenBy = event.spokenBy
    },
    figures: () => ({ ...figures, usage: usage.total() }),
  }
}
