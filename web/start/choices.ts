import { z } from 'zod'
import { languageSchema } from '#src/domain/language.ts'
import { frameworkSchema } from '#src/domain/topic.ts'
import {
  companySchema,
  type Level,
  levelSchema,
  modeSchema,
  personaSchema,
  type TrackId,
  trackIdSchema,
} from '#src/domain/track.ts'

/** What is chosen before an interview begins; `question` null is "surprise me". Kept between visits. */
export const choicesSchema = z.object({
  track: trackIdSchema,
  level: levelSchema,
  minutes: z.number(),
  persona: personaSchema,
  mode: modeSchema,
  company: companySchema,
  language: languageSchema,
  question: z.string().nullable(),
  /** Whose questions may come up as well; null is none in particular. */
  framework: frameworkSchema.nullable(),
})
export type Choices = z.infer<typeof choicesSchema>

type KeptArea = Pick<Storage, 'getItem' | 'setItem'>

/** A track as far as choosing goes. */
export interface OfferedTrack {
  id: TrackId
  plans: readonly { minutes: number }[]
  questions: readonly { id: string; levels: readonly Level[] }[]
}

const usual: Choices = {
  track: 'system-design',
  level: 'senior',
  minutes: 45,
  persona: 'neutral',
  mode: 'practice',
  company: 'neutral',
  language: 'en',
  question: null,
  framework: null,
}

/** The nearest choices that the bank can serve: a track with a plan, a length it offers, a question it holds for the level. */
export function settleChoices(wished: Partial<Choices>, tracks: readonly OfferedTrack[]): Choices {
  const choices = { ...usual, ...wished }
  const open = tracks.filter(({ plans }) => plans.length > 0)
  const track = open.find(({ id }) => id === choices.track) ?? open[0]
  if (track === undefined) return { ...choices, question: null }
  const lengths = track.plans.map(({ minutes }) => minutes).sort((left, right) => left - right)
  const distance = (minutes: number) => Math.abs(minutes - choices.minutes)
  const minutes = lengths.reduce((best, next) => (distance(next) < distance(best) ? next : best))
  const isHeld = track.questions.some(({ id, levels }) => id === choices.question && levels.includes(choices.level))
  return { ...choices, track: track.id, minutes, question: isHeld ? choices.question : null }
}

const choicesKey = 'hotseat.choices'

/** What was chosen last time, as far as the bank can serve it. */
export const rememberedChoices = (area: KeptArea, tracks: readonly OfferedTrack[]): Choices =>
  settleChoices(keptChoices(area), tracks)

export const keptChoices = (area: KeptArea): Partial<Choices> => readChoices(area.getItem(choicesKey))

/** Remembers choices, or some of them beside those of last time. */
export function rememberChoices(area: KeptArea, choices: Partial<Choices>): void {
  area.setItem(choicesKey, JSON.stringify({ ...keptChoices(area), ...choices }))
}

/** Reads what `JSON.stringify(choices)` kept; anything else is as if nothing was kept. */
export function readChoices(stored: string | null): Partial<Choices> {
  if (stored === null) return {}
  try {
    return choicesSchema.partial().parse(JSON.parse(stored))
  } catch {
    // Kept by another version of this page: the usual choices serve.
    return {}
  }
}
