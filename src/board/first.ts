/** What comes first in an order; undefined of nothing. */
export function first<T>(things: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  let best = things[0]
  for (const thing of things) if (best !== undefined && compare(thing, best) < 0) best = thing
  return best
}
