import { tokenise } from '#src/evidence/tokenise.ts'
import type { Assessment } from './assessment.ts'
import type { Labelled } from './labelled-set.ts'

const noQuotes = { claimed: 0, verified: 0 }
const criteriaOf = ({ raters }: Labelled): string[] => Object.keys(raters.a.ratings)
const toAll = (labelled: Labelled, rating: number): Assessment => ({
  ratings: Object.fromEntries(criteriaOf(labelled).map((criterion) => [criterion, rating])),
  quotes: noQuotes,
})

/** What a scorer is worth that meets everybody with the same rating. */
export const alwaysThree = (labelled: Labelled): Assessment => toAll(labelled, 3)

/**
 * What the candidate's word count alone is worth: longer is better, with cuts between the ratings laid so that each is given as often as the
 * readers gave it to the rest of the set. A question's own transcripts have no part in its cuts.
 */
export function byWordCount(set: readonly Labelled[]): (labelled: Labelled) => Assessment {
  return (labelled) => {
    const rest = set.filter(({ transcript }) => questionOf(transcript) !== questionOf(labelled.transcript))
    const counts = rest.map(({ transcript }) => wordsOf(transcript)).sort((a, b) => a - b)
    const ratings = rest.flatMap(({ raters }) => Object.values(raters.a.ratings)).filter((rating) => rating !== null)
    const own = wordsOf(labelled.transcript)
    const shorter = counts.filter((count) => count < own).length / counts.length
    const rating = [2, 3, 4].filter((next) => shorter >= ratings.filter((one) => one < next).length / ratings.length).length + 1
    return toAll(labelled, rating)
  }
}

const questionOf = ({ questions }: Labelled['transcript']): string => questions[0]?.id ?? ''

const wordsOf = ({ turns }: Labelled['transcript']): number =>
  turns.reduce((sum, { speaker, text }) => (speaker === 'candidate' ? sum + tokenise(text).length : sum), 0)
