import type { DeliveryReport } from '#src/domain/delivery.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import type { TextIndex } from './text-index.ts'

/** Words that soften a statement (`@hedge`) and how often each was said, the most used first. Many are fitting: a guess should be called one. */
export function hedgesOf(index: TextIndex, lexicon: CompiledLexicon): DeliveryReport['hedges'] {
  const counts = new Map<string, number>()
  let past = { segment: -1, last: -1 }
  for (const { segment, first, last } of index.find(lexicon.cue('hedge'), true)) {
    if (segment === past.segment && first <= past.last) continue
    past = { segment, last }
    const said = index.segments[segment]
    const phrase = (said?.text.slice(said.tokens[first]?.start, said.tokens[last]?.end) ?? '')
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\bi\b/g, 'I')
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return [...counts].map(([phrase, count]) => ({ phrase, count })).sort((a, b) => b.count - a.count)
}
