import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from './compile-pattern.ts'
import { indexText } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Whether a text is made of the phrases of some patterns and holds no word besides; false of an empty one. */
export function isNothingBut(patterns: readonly string[], text: string, lexicon: Lexicon): boolean {
  const compiled = compileLexicon(lexicon)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const index = indexText(segments, { lexicon: compiled })
  const found = compiled.patterns(patterns).flatMap(({ groups }) => groups.flatMap((group) => index.find(group, true)))
  const tokens = segments.flatMap((segment) => segment.tokens)
  return tokens.length > 0 && tokens.every((_, at) => found.some(({ first, last }) => at >= first && at <= last))
}
