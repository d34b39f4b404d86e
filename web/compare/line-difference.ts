import { diffLines } from 'diff'

/** Lines that stand together, in both texts or in one alone. `skipped`: so many that both have, not shown. */
export type LineRun = { kind: 'both' | 'first' | 'second'; lines: string[] } | { kind: 'skipped'; count: number }

/** Lines of both that are shown beside what differs. */
const context = 3

/** What two texts have line by line, in order: what only the first has stands before what the second has in its place. Ends of lines do not matter. */
export function lineDifference(first: string, second: string): LineRun[] {
  const changes = diffLines(withEnd(first), withEnd(second), { stripTrailingCr: true })
  return changes.flatMap(({ added, removed, value }, at): LineRun[] => {
    const lines = value.replace(/\n$/, '').split('\n')
    if (added || removed) return [{ kind: added ? 'second' : 'first', lines }]
    const [before, after] = [at === 0 ? 0 : context, at === changes.length - 1 ? 0 : context]
    const count = lines.length - before - after
    if (count < 2) return [{ kind: 'both', lines }]
    return [...shown(lines.slice(0, before)), { kind: 'skipped', count }, ...shown(lines.slice(lines.length - after))]
  })
}

const shown = (lines: string[]): LineRun[] => (lines.length === 0 ? [] : [{ kind: 'both', lines }])
const withEnd = (text: string): string => `${text.replace(/\r?\n$/, '')}\n`
