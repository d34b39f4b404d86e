import type { SetAside } from '#src/domain/score.ts'
import type { Ground } from '#src/evidence/judge-check.ts'
import { longestQuote, sliceOf } from '#src/evidence/quote-for.ts'

/** What the guards took out, for the reader: one passage for sentences of a turn that follow one another and went for the same reason. */
export function setAsideOf({ guards, index }: Pick<Ground, 'guards' | 'index'>): SetAside[] {
  const out = [...guards.out].sort((a, b) => a.segment - b.segment || a.sentence - b.sentence)
  const passages: { guard: SetAside['guard']; segment: number; from: number; to: number }[] = []
  for (const { guard, segment, sentence } of out) {
    const last = passages.at(-1)
    if (last?.guard === guard && last.segment === segment && sentence === last.to + 1) last.to = sentence
    else passages.push({ guard, segment, from: sentence, to: sentence })
  }
  return passages.flatMap(({ guard, segment, from, to }) => {
    const said = index.segments[segment]
    const first = said?.tokens.findIndex(({ sentence }) => sentence >= from) ?? -1
    const last = said?.tokens.findLastIndex(({ sentence }) => sentence <= to) ?? -1
    if (said === undefined || first === -1) return []
    return [{ guard, ...sliceOf(said, first, Math.min(last, first + longestQuote - 1)) }]
  })
}
