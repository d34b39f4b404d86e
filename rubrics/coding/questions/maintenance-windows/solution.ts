/** From the first minute to before the last one: half open, so that two that touch leave nothing between them. Minutes from a common zero. */
export type Stretch = readonly [from: number, to: number]

/**
 * The stretches of `day` outside all `windows`, in order, none shorter than `atLeast` minutes. Sorted by their beginnings, windows can be gone through
 * once with nothing remembered but how far the day is spoken for: what begins later than that leaves a free stretch before it. A window that lies
 * within an earlier one must not draw that mark back. O(n log n) for sorting, which is the most of it. Throws a RangeError for a window that ends
 * before it begins: such a one was mistyped, and passing it over would show an hour as free that is not. An empty window is
 * left out, for it would cut a free stretch in two.
 */
export function freeStretches(windows: readonly Stretch[], day: Stretch, atLeast: number): Stretch[] {
  for (const [from, to] of windows) if (to < from) throw new RangeError(`a window from ${from} to ${to} ends before it begins`)
  const [dawn, dusk] = day
  const free: Stretch[] = []
  let taken = dawn
  const keep = (from: number, to: number) => {
    if (to > from && to - from >= atLeast) free.push([from, to])
  }
  const sorted = windows.filter(([from, to]) => to > from).sort((one, other) => one[0] - other[0])
  for (const [from, to] of sorted) {
    if (from >= dusk) break
    keep(taken, from)
    taken = Math.max(taken, to)
  }
  keep(taken, dusk)
  return free
}
