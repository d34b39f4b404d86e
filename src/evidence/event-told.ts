import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from './compile-pattern.ts'
import { looksBack } from './parts-told.ts'
import { sentencesOf } from './read-sentences.ts'
import { tokeniseSegments } from './tokenise-segments.ts'
import { readTold, type SentenceRead } from './told-sentence.ts'

/** What is left of a line of a list once its only sentence is left out. */
const bareBullet = /^[ \t]*(?:[-*•–]|\d+[.)])[ \t]*$/gmu

/** "I learned that it was full and moved the files" is of the event too; "in hindsight I moved them and told nobody" is not. */
const isOfEvent = (one: SentenceRead): boolean => !looksBack(one) || (one.goesOn && !one.cues.has('told-lesson'))

/**
 * What is said of the event itself: an answer without its sentences that only look back at it. Verbatim, with a line break for each one left out, and
 * without the bullet of a line of which nothing is left. Pure.
 */
export const eventTold = (text: string, lexicon: Lexicon): string =>
  tokeniseSegments([{ turn: 1, text }])
    .flatMap((segment) => {
      const read = readTold(segment, compileLexicon(lexicon))
      return sentencesOf([segment]).map(({ first, last }, place) => {
        const one = read[place]
        const from = segment.tokens[first]?.start ?? 0
        const to = segment.tokens[last + 1]?.start ?? segment.text.length
        return one !== undefined && !isOfEvent(one) ? '\n' : segment.text.slice(from, to)
      })
    })
    .join('')
    .replace(bareBullet, '')
    .trim()
