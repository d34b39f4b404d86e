import type { Reading } from './read-turn.ts'

/** The facts that questions before the last turn asked for, by their `readings`, and that no turn has told: there was no room for them. */
export const factsOwed = (readings: readonly Reading[], told: ReadonlySet<string>): string[] => [
  ...new Set(readings.filter(({ kind }) => kind === 'question').flatMap(({ facts }) => facts.filter((id) => !told.has(id)))),
]
