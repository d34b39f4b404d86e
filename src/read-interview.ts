import { checkConduct } from './conduct/check-conduct.ts'
import { conductInputOf } from './conduct/conduct-input.ts'
import type { Content } from './content/content.ts'
import type { ConductReport } from './domain/conduct.ts'
import type { DeliveryReport } from './domain/delivery.ts'
import type { HeldContent } from './domain/interview.ts'
import type { Scorecard } from './domain/score.ts'
import type { Transcript } from './domain/transcript.ts'
import { NotFoundError } from './errors.ts'
import { makeReview } from './review/make-review.ts'
import { deliveryReport } from './scoring/delivery-report.ts'
import type { Store } from './store/store.ts'
import { interviewToTranscript } from './transcript/interview-to-transcript.ts'

/**
 * For work that whoever asked for it was allowed to ask for: it goes by the interview, whoever owns it. `asOf`: a revision of an imported transcript;
 * the newest one when null.
 */
export async function readInterview(store: Store, id: string, asOf: number | null = null) {
  const owner = await store.findOwner(id)
  const interview = owner === null ? null : await store.findInterview(id, owner)
  if (interview === null) throw new NotFoundError(`There is no interview ${id}.`)
  const held = await store.findContent(id)
  const turns = asOf === null ? await store.listTurns(id) : await store.listTurnsOfRevision(id, asOf)
  const { contentHash, imported } = interview
  return { transcript: interviewToTranscript(interview, turns), held, contentHash, revision: imported?.revision }
}

/** What counting how an interview was held and told takes of the content. */
export type ForCounting = Pick<Content, 'lexicon' | 'phrases' | 'delivery'>

/** How an interview was told and how its interviewer behaved, counted anew from its turns. */
export function countedOf(
  { transcript, held }: { transcript: Transcript; held: HeldContent },
  content: ForCounting,
): { delivery: DeliveryReport; conduct: ConductReport } {
  return {
    delivery: deliveryReport({ transcript, content: held, lexicon: content.lexicon, bands: content.delivery }),
    conduct: checkConduct(conductInputOf(transcript, held), content),
  }
}

/** An interview gone back over, and how it was told. */
export function reviewOf(
  { transcript, held }: { transcript: Transcript; held: HeldContent },
  scorecard: Scorecard | null,
  { lexicon, phrases, delivery: bands, review: words }: ForCounting & Pick<Content, 'review'>,
) {
  return {
    review: makeReview({ transcript, content: held, scorecard, lexicon, phrases, words }),
    delivery: deliveryReport({ transcript, content: held, lexicon, bands }),
  }
}
