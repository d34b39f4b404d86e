import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from './compile-pattern.ts'
import { looksBack } from './parts-told.ts'
import { sentencesOf } from './read-sentences.ts'
import { tokeniseSegments } from './tokenise-segments.ts'
import { readTold } from './told-sentence.ts'

/** What is said of the event itself: an answer without its sentences that look back at it. Verbatim, with a line break for each one left out. Pure. */
export const eventTold = (text: string, lexicon: Lexicon): string =>
  tokeniseSegments([{ turn: 1, text }])
    .flatMap((segment) => {
      const read = readTold(segment, compileLexicon(lexicon))
      return sentencesOf([segment]).map(({ first, last }, place) => {
        const one = read[place]
        const from = segment.tokens[first]?.start ?? 0
        const to = segment.tokens[last + 1]?.start ?? segment.text.length
        return one !== undefined && looksBack(one) ? '\n' : segment.text.slice(from, to)
      })
    })
    .join('')
    .trim()
