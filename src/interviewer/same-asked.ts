import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type PlannedProbe, type Rubric, wordingsOf } from '#src/domain/rubric.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { matchesAny, matchPatterns } from '#src/evidence/match-pattern.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

/** What the question of a key point is to what was asked in general: who has told a part of the point was heard there. */
export interface OfPoint {
  isShown: boolean
}

/**
 * Whether what a planned probe asks was asked on this question in other words, by its author's `sameAs`. The general question of a track is spent by one of a
 * key point that asks the same of one thing; that one is spent by the general question only where the answer told something of the point.
 */
export function sameAsked({
  asked,
  guide,
  rubric,
  lexicon,
}: {
  /** The questions put so far, each with the sentence that sets its scene. */
  asked: readonly string[]
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
}): (probe: PlannedProbe, point?: OfPoint) => boolean {
  const general = rubric.criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => probe ?? []))
  const isPut = (probe: PlannedProbe) => wordingsOf(probe).some((wording) => asked.includes(wording))
  // A question that was put in one wording was put in all of them.
  const others = [...guide.keyPoints.flatMap(({ probes }) => probes), ...general].filter(isPut).flatMap(wordingsOf)
  const heard = indexText(tokeniseSegments([...new Set([...asked, ...others])].map((text, at) => ({ turn: at + 1, text }))), {
    lexicon: compileLexicon(lexicon),
  })
  const put = general.filter((probe) => probe.sameAs !== undefined && isPut(probe))
  return (probe, point) => {
    if (matchPatterns(probe.sameAs ?? [], heard, compileLexicon(lexicon)).length > 0) return true
    return point?.isShown === true && put.some(({ sameAs = [] }) => matchesAny(sameAs, probe.ask, lexicon))
  }
}
