/** What was read of one level of a line: the line itself, or a placeholder that began at `at`. */
interface Level {
  at: number
  parts: string[]
}

/**
 * Replaces the placeholders of a line by their values, those inside a name first. What was opened last is closed first, so the levels wait on a
 * stack: its top is the one that is being read, and a value becomes text of the level below, where it may be part of a name again. Each character
 * is read once, and no recursion means that a deeply nested line cannot exhaust the call stack. Values are text and are not read for placeholders.
 * A closing brace with nothing open is text as well, for lines may hold JSON.
 */
export function expand(line: string, values: Readonly<Record<string, string>>): string {
  const whole: Level = { at: 0, parts: [] }
  const open: Level[] = []
  let reading = whole

  for (let at = 0; at < line.length; at++) {
    if (line.startsWith('${', at)) {
      reading = { at, parts: [] }
      open.push(reading)
      at++
    } else if (line[at] === '}' && open.length > 0) {
      open.pop()
      const value = valueFor(reading, values)
      reading = open.at(-1) ?? whole
      reading.parts.push(value)
    } else {
      reading.parts.push(line.charAt(at))
    }
  }

  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new SyntaxError(`the placeholder at ${unclosed.at} is not closed`)
  return whole.parts.join('')
}

function valueFor({ at, parts }: Level, values: Readonly<Record<string, string>>): string {
  const name = parts.join('')
  // Its own names only: every object has inherited ones, such as "constructor".
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new ReferenceError(`the placeholder at ${at} has no value: "${name}"`)
  return value
}
