import { tokenise } from '#src/evidence/tokenise.ts'
import { falseFiguresIn } from './false-figures.ts'
import { falseQuotesIn } from './false-quotes.ts'
import { quotesIn, type ReadSitting } from './heard.ts'
import { by, eachSentence, type Finding } from './rule.ts'
import { plain } from './said-so-far.ts'
import { isExempt, unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'

const longestQuote = 12
/** Shorter ones are names of things. */
const shortestQuote = 3

/** An anchor is one quote of at most twelve words; a challenge may hold two together. */
export function findLongQuotes({ heard, said }: ReadSitting): Finding[] {
  return heard.flatMap((turn) => {
    if (isExempt('long-quote', turn.move?.kind ?? 'open')) return []
    const own = quotesIn(turn.text).filter(
      ({ quote }) => wordsIn(quote) >= shortestQuote && said.plain(turn.turn, 'candidate').includes(plain(quote)),
    )
    const most = turn.move === null || turn.move.kind === 'challenge' ? 2 : 1
    return own.flatMap((quote, at) =>
      wordsIn(quote.quote) > longestQuote
        ? [by(turn, quote, `Quotes more than ${longestQuote} words.`)]
        : at >= most
          ? [by(turn, quote, 'One quote more than a question needs.')]
          : [],
    )
  })
}

/** Words that are put into the candidate's mouth. What the interviewer or the question said may be quoted as well. */
export function findFalseQuotes({ heard, cues, input, said }: ReadSitting): Finding[] {
  const openings = input.questions.map(({ text }) => plain(text)).join('')
  return heard.flatMap((turn) => {
    const known = { plain: () => openings + said.plain(turn.turn) }
    return turn.sentences
      .filter(({ isContent }) => !isContent)
      .flatMap((sentence) =>
        falseQuotesIn(sentence.text, { said: known, cues }).map(({ start, end }) =>
          by(turn, { start: sentence.start + start, end: sentence.start + end }, 'Nobody said these words before.'),
        ),
      )
  })
}

/** The same with a figure for the words. */
export const findFalseFigures = (sitting: ReadSitting): Finding[] =>
  eachSentence(sitting, ({ text, isContent }, turn) => {
    const { said, cues } = sitting
    const [figure] = isContent ? [] : falseFiguresIn(text, { candidateSaid: said.numbers(turn.turn, 'candidate'), cues })
    return figure === undefined ? null : `The candidate did not say ${figure}.`
  })

/** So many words in a row of the candidate's, without quotation marks, are a repetition: one more than a quote may have. */
const repeatedWords = longestQuote + 1

export const findRepetitions = (sitting: ReadSitting): Finding[] =>
  eachSentence(sitting, ({ text, isContent }, turn) => {
    const { said } = sitting
    if (isContent || isExempt('summary', turn.move?.kind ?? 'open')) return null
    const words = tokenise(unquoted(text)).map((token) => token.text)
    const runs = words.slice(repeatedWords - 1).map((_, at) => ` ${words.slice(at, at + repeatedWords).join(' ')} `)
    return runs.some(
      (run) => said.plain(turn.turn, 'candidate').includes(run) && !said.plain(turn.turn, 'interviewer').includes(run),
    )
      ? `Repeats more than ${longestQuote} words of the candidate's in a row.`
      : null
  })
