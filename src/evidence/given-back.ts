import type { Guide } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { InterviewerWords } from './said-before.ts'
import { tokenise } from './tokenise.ts'

/** Runs of three words, each with the first turn in which it was said. */
export type HeardRuns = ReadonlyMap<string, number>

export function runsOf(said: readonly InterviewerWords[]): HeardRuns {
  const first = new Map<string, number>()
  for (const { turn, text } of said) {
    const words = tokenise(text).map((token) => token.text)
    for (let at = 0; at + 2 < words.length; at++) {
      const key = runAt(words, at)
      if (!first.has(key)) first.set(key, turn)
    }
  }
  return first
}

/** Share of a sentence's runs of three words that were said before its turn; 0 for a sentence too short to have one. */
export function shareHeard(words: readonly string[], turn: number, heard: HeardRuns): number {
  let same = 0
  for (let at = 0; at + 2 < words.length; at++) {
    const said = heard.get(runAt(words, at))
    if (said !== undefined && said < turn) same++
  }
  return words.length < 3 ? 0 : same / (words.length - 2)
}

const runAt = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]} ${words[at + 2]}`

/** The rubric's own words, as runs. */
export interface RubricRuns {
  /** Of anchors and checks: they say what good looks like, never how it is done. */
  standards: HeardRuns
  /** Of the question's key points: true of the matter, so that only their very words give a reader away. */
  points: HeardRuns
}

const known = new WeakMap<Rubric | Guide, HeardRuns>()

/** Read once for each rubric and guide: a live interview asks after every turn. */
export function rubricRunsOf(rubric: Rubric, guide: Guide | null): RubricRuns {
  const standards = kept(rubric, () =>
    rubric.criteria.flatMap(({ anchors, checks }) => [...Object.values(anchors), ...checks.map(({ check }) => check)]),
  )
  return { standards, points: guide === null ? new Map() : kept(guide, () => guide.keyPoints.map(({ point }) => point)) }
}

function kept(source: Rubric | Guide, textsOf: () => string[]): HeardRuns {
  const before = known.get(source)
  if (before !== undefined) return before
  const runs = runsOf(textsOf().map((text) => ({ turn: 0, text })))
  known.set(source, runs)
  return runs
}
