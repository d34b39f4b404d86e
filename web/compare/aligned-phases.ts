import type { Attempt } from '#src/protocol/history.ts'

type Phase = Attempt['phases'][number]

/** One part of an interview as two attempts went through it; null where one did not reach it. */
export interface AlignedPhase {
  id: string
  title: string
  first: Phase | null
  second: Phase | null
}

/** The phases of two attempts beside one another, by their ids, in the order of the first; what only the second has follows what it followed there. */
export function alignedPhases(first: readonly Phase[], second: readonly Phase[]): AlignedPhase[] {
  const aligned = first.map(
    (phase): AlignedPhase => ({
      id: phase.id,
      title: phase.title,
      first: phase,
      second: second.find(({ id }) => id === phase.id) ?? null,
    }),
  )
  for (const [at, phase] of second.entries()) {
    if (first.some(({ id }) => id === phase.id)) continue
    const before = aligned.findIndex(({ id }) => id === second[at - 1]?.id)
    aligned.splice(before + 1, 0, { id: phase.id, title: phase.title, first: null, second: phase })
  }
  return aligned
}
