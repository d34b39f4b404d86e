/** Something in words, and what makes it the same as another. */
export interface Keyed {
  key: string
  words: string
}

/** The words of what has no counterpart of its key among the others; of several with one key so many as those lack. */
export function withoutShared(these: readonly Keyed[], others: readonly Keyed[]): string[] {
  const counts = new Map<string, number>()
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1)
  return these.flatMap(({ key, words }) => {
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left > 0 ? [] : [words]
  })
}
