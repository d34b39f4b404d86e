import type { Level } from '#src/domain/track.ts'

/** Why an interview is shown beside a trend and not counted in it. */
export type ApartReason = 'imported' | 'prepared' | 'asked-before' | 'another-scorer'

export interface RatedSitting {
  level: Level
  questions: readonly string[]
  isImported: boolean
  isPrepared: boolean
  /** "rule-based@1" or "model@1:<name>". */
  scorer: string
}

export type Judged<Sitting> = Sitting & {
  /** Null: it counts. */
  apart: ApartReason | null
}

/**
 * Which interviews of a track may be compared with one another: those at one level, since each level has a bar of its own, held here, on
 * questions that were new to the candidate, rated by the scorer of the newest of them. The rest of that level stay, each with the reason.
 * All in order, the oldest first.
 */
export function comparable<Sitting extends RatedSitting>(sittings: readonly Sitting[], level: Level): Judged<Sitting>[] {
  const asked = new Set<string>()
  const judged = sittings.map((sitting) => {
    const isAskedBefore = sitting.questions.some((question) => asked.has(question))
    for (const question of sitting.questions) asked.add(question)
    return { ...sitting, apart: reasonOf(sitting, isAskedBefore) }
  })
  const ofLevel = judged.filter((sitting) => sitting.level === level)
  const newest = ofLevel.findLast(({ apart }) => apart === null)
  return ofLevel.map((sitting) =>
    sitting.apart === null && sitting.scorer !== newest?.scorer ? { ...sitting, apart: 'another-scorer' } : sitting,
  )
}

function reasonOf({ isImported, isPrepared }: RatedSitting, isAskedBefore: boolean): ApartReason | null {
  if (isImported) return 'imported'
  if (isPrepared) return 'prepared'
  return isAskedBefore ? 'asked-before' : null
}
