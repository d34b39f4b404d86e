export interface TextChange {
  from: number
  to: number
  insert: string
}

/** The smallest single change that makes one text of another, so that a cursor outside of it stays where it is; null when they are the same. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
