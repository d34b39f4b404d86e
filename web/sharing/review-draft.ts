import { useState } from 'react'
import { z } from 'zod'
import { commentRequestSchema, peerRatingsSchema } from '#src/domain/peer-review.ts'
import { localArea } from '../live/browser-storage.ts'

const reviewDraftSchema = z.object({
  reviewer: z.string(),
  ratings: peerRatingsSchema,
  comments: z.array(commentRequestSchema),
})
/** A review before it is submitted. It lies in this browser alone. */
export type ReviewDraft = z.infer<typeof reviewDraftSchema>

const emptyDraft: ReviewDraft = { reviewer: '', ratings: {}, comments: [] }
const keyOf = (share: string) => `hotseat-review-${share}`

/** What was kept of a draft; an empty one where nothing was, or nothing that can be read. */
export function parseDraft(text: string | null): ReviewDraft {
  if (text === null) return emptyDraft
  try {
    const parsed = reviewDraftSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : emptyDraft
  } catch {
    return emptyDraft
  }
}

export const forgetDraft = (share: string): void => localArea.removeItem(keyOf(share))

/** The draft of a share's review, kept over a reload. */
export function useReviewDraft(share: string): [ReviewDraft, (change: (before: ReviewDraft) => ReviewDraft) => void] {
  const [draft, setDraft] = useState(() => parseDraft(localArea.getItem(keyOf(share))))
  const update = (change: (before: ReviewDraft) => ReviewDraft) =>
    setDraft((before) => {
      const after = change(before)
      localArea.setItem(keyOf(share), JSON.stringify(after))
      return after
    })
  return [draft, update]
}
