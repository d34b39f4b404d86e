/** Longest text of a result that goes with a turn, UTF-16 units. */
export const maxResultText = 4_000

/** "1 row", "3,412 rows". */
export const counted = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** Lines as one text of at most `maxResultText`. Those that do not fit are left out from the end, and said: "(3 more lines of the plan)". */
export function fittedLines(lines: readonly string[], what: string): string {
  const text = lines.join('\n')
  if (text.length <= maxResultText) return text
  let used = 0
  const kept = lines.filter((line) => {
    used += line.length + 1
    return used <= maxResultText - 60
  })
  return [...kept, `(${counted(lines.length - kept.length, 'more line')} ${what})`].join('\n')
}
