import type { ModelMessage, ModelPicture } from './model.ts'

/** Rather few, so that a prompt of unusual words or of code is not estimated too short. */
export const charactersPerToken = 3.5

/** How many tokens a text will hardly exceed. A character beyond ASCII counts as one: many a tokeniser takes that much for it. */
export function estimatedTokens(text: string): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return Math.ceil((text.length - others) / charactersPerToken + others)
}

/**
 * How many tokens a picture will hardly exceed: OpenAI takes 85 and 170 for each tile of 512 pixels, and 765 for one of 1024 by 1024; models of one's own
 * take one for each square of 28 pixels or larger, 1,369 for the same.
 */
export function pictureTokens({ width, height }: Pick<ModelPicture, 'width' | 'height'>): number {
  const squares = (side: number) => Math.ceil(width / side) * Math.ceil(height / side)
  return Math.max(85 + 170 * squares(512), squares(28))
}

/** What the pictures of these messages will hardly exceed. */
export const picturesIn = (messages: readonly ModelMessage[]): number =>
  messages.reduce((sum, { picture }) => sum + (picture === undefined ? 0 : pictureTokens(picture)), 0)
