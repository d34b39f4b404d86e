import type { ReviewInput } from './review-input.ts'

/** The same reading, made once for each input and kept as long as that is: many parts of a review go by it. */
export function once<Read>(read: (input: ReviewInput) => Read): (input: ReviewInput) => Read {
  const known = new WeakMap<ReviewInput, { read: Read }>()
  return (input) => {
    const before = known.get(input)
    if (before !== undefined) return before.read
    const made = { read: read(input) }
    known.set(input, made)
    return made.read
  }
}
