import { quotesIn } from './heard.ts'
import { plain } from './said-so-far.ts'
import { unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

/** The quotations in a sentence that puts words into the candidate's mouth which are not in `said`, see `plain`. One word alone is the name of a thing. */
export const falseQuotesIn = (sentence: string, { said, cues }: { said: { plain: () => string }; cues: SpeechCues }) => {
  const isSaid = (quote: string) => quote.split(/…|\.\.\./).every((part) => said.plain().includes(plain(part)))
  const foreign = quotesIn(sentence).filter(({ quote }) => wordsIn(quote) > 1 && !isSaid(quote))
  return foreign.length > 0 && cues.has('quoting', unquoted(sentence)) ? foreign : []
}
