import { holds, quotesIn } from './heard.ts'
import { unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

/** The quotations in a sentence that puts words into the candidate's mouth which are not in `said`. One word alone is the name of a thing. */
export const falseQuotesIn = (sentence: string, { said, cues }: { said: string; cues: SpeechCues }) =>
  cues.has('quoting', unquoted(sentence))
    ? quotesIn(sentence).filter(({ quote }) => wordsIn(quote) > 1 && !quote.split(/…|\.\.\./).every((part) => holds(said, part)))
    : []
