/** Runs what it is given, in order, at most so many with each turn of the event loop, so that what came from elsewhere is served in between. */
export function fewEachTurn(most: number): (task: () => void) => void {
  const waiting: (() => void)[] = []
  const runSome = () => {
    const some = waiting.splice(0, most)
    if (waiting.length > 0) setImmediate(runSome)
    for (const run of some) run()
  }
  return (task) => {
    if (waiting.push(task) === 1) setImmediate(runSome)
  }
}
