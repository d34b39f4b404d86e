import { plainBoardQuote } from '#src/board/plain-quote.ts'
import type { Evidence } from '#src/domain/score.ts'

/** Words of the candidate's as they are shown: what was drawn reads as labels and arrows. */
export const quotedWords = ({ quote, artifact }: Evidence): string =>
  artifact === 'board' ? plainBoardQuote(quote) : quote.trim()
