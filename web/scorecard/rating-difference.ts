import type { Rating } from '#src/domain/rubric.ts'

/** What the candidate said of themselves beside what their words show. */
export function ratingDifference({ said, shown }: { said: Rating; shown: Rating | null }): string {
  if (shown === null) return `You said ${said}; it could not be scored`
  return said === shown ? `You said ${said}, and so do the words` : `You said ${said}, the words show ${shown}`
}
