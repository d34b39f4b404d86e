/**
 * The order in which to start services, each of which names those that have to be up before it. Whoever waits for nothing comes next, and is then
 * struck from those that waited for it: each service and each name is handled once, and a chain may be as long as it likes, for nothing recurs.
 * The same file gives the same order: among those that are ready, the one that became so first goes first.
 */
export function startOrder(file: Readonly<Record<string, readonly string[]>>): string[] {
  // A name listed twice must be waited for once.
  const needs = new Map(Object.entries(file).map(([service, names]) => [service, new Set(names)] as const))
  const waitedForBy = new Map([...needs.keys()].map((service) => [service, [] as string[]] as const))
  const missing = new Map<string, number>()
  for (const [service, names] of needs) {
    missing.set(service, names.size)
    for (const name of names) {
      const waiting = waitedForBy.get(name)
      if (waiting === undefined) throw new Error(`${service} needs ${name}, which the file does not have`)
      waiting.push(service)
    }
  }

  // The result is the queue as well: the loop goes on over what it appends.
  const order = [...needs.keys()].filter((service) => missing.get(service) === 0)
  for (const started of order) {
    for (const service of waitedForBy.get(started) ?? []) {
      const left = (missing.get(service) ?? 0) - 1
      missing.set(service, left)
      if (left === 0) order.push(service)
    }
  }
  if (order.length < needs.size) throw new Error(`no order, for ${circleIn(needs, order).join(' needs ')}`)
  return order
}

/** Names along one circle, the first again at its end. Each that was not started needs another such, so that following them leads round. */
function circleIn(needs: ReadonlyMap<string, ReadonlySet<string>>, started: readonly string[]): string[] {
  const free = new Set(started)
  const isStuck = (service: string): boolean => !free.has(service)
  const path = new Set<string>()
  let next = [...needs.keys()].find(isStuck)
  while (next !== undefined && !path.has(next)) {
    path.add(next)
    next = [...(needs.get(next) ?? [])].find(isStuck)
  }
  if (next === undefined) throw new Error('what is not started waits for something that is not started')
  const walked = [...path]
  return [...walked.slice(walked.indexOf(next)), next]
}
