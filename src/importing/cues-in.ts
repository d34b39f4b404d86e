import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

/** Where a phrase of a cue list stands in a text. `start`: UTF-16 offset. */
export interface FoundCue {
  words: string
  start: number
}

/**
 * Looks for cue lists in many texts at once, in time that goes by their length and not by how many texts there are. For each list, in the order of
 * `names`, for each text the phrase of it that comes first; null where there is none.
 */
export function cuesIn(
  texts: readonly string[],
  { lexicon, names }: { lexicon: Lexicon; names: readonly string[] },
): (FoundCue | null)[][] {
  const compiled = compileLexicon(lexicon)
  const index = indexText(tokeniseSegments(texts.map((text, at) => ({ turn: at + 1, text }))), { lexicon: compiled })
  return names.map((name) => {
    const first: (FoundCue | null)[] = texts.map(() => null)
    for (const occurrence of index.find(compiled.cue(name), true)) {
      const segment = index.segments[occurrence.segment]
      const start = segment?.tokens[occurrence.first]?.start
      if (segment === undefined || start === undefined || first[occurrence.segment] != null) continue
      first[occurrence.segment] = { words: segment.text.slice(start, segment.tokens[occurrence.last]?.end), start }
    }
    return first
  })
}
