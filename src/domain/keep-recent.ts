/** Characters: about the texts of four interviews, whose words take some ten megabytes. */
const keptAtMost = 400_000

/**
 * What a function of a text gave for the texts that it was first asked about lately: the same turns and lines are read by one rule after the other. What
 * was read first goes first. What it gives must not be changed by anybody.
 */
export function keepRecent<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  let characters = 0
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const result = read(text)
    known.set(text, result)
    characters += text.length
    for (const oldest of known.keys()) {
      if (characters <= keptAtMost || oldest === text) break
      known.delete(oldest)
      characters -= oldest.length
    }
    return result
  }
}
