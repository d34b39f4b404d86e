/** Rather few, so that a prompt of unusual words or of code is not estimated too short. */
export const charactersPerToken = 3.5

/** How many tokens a text will hardly exceed. A character beyond ASCII counts as one: many a tokeniser takes that much for it. */
export function estimatedTokens(text: string): number {
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  return Math.ceil((text.length - others) / charactersPerToken + others)
}
