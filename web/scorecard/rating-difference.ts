import type { Rating } from '#src/domain/rubric.ts'
import { ratingWords } from '../words.ts'

/** What the candidate said of themselves beside what their words show; in words where figures do not show. */
export function ratingDifference({ said, shown }: { said: Rating; shown: Rating | null }, showsFigures = true): string {
  if (!showsFigures) return differenceInWords(said, shown)
  if (shown === null) return `You said ${said}; it could not be scored`
  return said === shown ? `You said ${said}, and so do the words` : `You said ${said}, the words show ${shown}`
}

function differenceInWords(said: Rating, shown: Rating | null): string {
  const own = `You said “${ratingWords[said].toLowerCase()}”`
  if (shown === null) return `${own}; it could not be scored`
  if (said === shown) return `${own}, and so do the words`
  return said < shown ? `${own}; the words show more` : `${own}; the words show less`
}
