import { useState } from 'react'
import { z } from 'zod'
import { commentRequestSchema, peerRatingsSchema } from '#src/domain/peer-review.ts'
import { localArea } from '../live/browser-storage.ts'

const openCommentSchema = z.object({
  text: z.string(),
  /** The words that it is on, as they stand in the field; empty for the whole turn. */
  quote: z.string(),
  /** Where they were selected; null when they were typed. */
  words: z.object({ start: z.number(), end: z.number() }).nullable(),
})
/** A comment that is being written. */
export type OpenComment = z.infer<typeof openCommentSchema>

const reviewDraftSchema = z.object({
  reviewer: z.string(),
  ratings: peerRatingsSchema,
  comments: z.array(commentRequestSchema),
  /** By the number of the turn. */
  open: z.record(z.string(), openCommentSchema),
})
/** A review before it is submitted. It lies in this browser alone. */
export type ReviewDraft = z.infer<typeof reviewDraftSchema>

const emptyDraft: ReviewDraft = { reviewer: '', ratings: {}, comments: [], open: {} }
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

/** The open comments with one put in the place of the turn's, or with none there. */
export function withOpen(open: ReviewDraft['open'], turn: number, comment: OpenComment | null): ReviewDraft['open'] {
  const { [turn]: _, ...others } = open
  return comment === null ? others : { ...others, [turn]: comment }
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
