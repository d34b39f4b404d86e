import type { Place } from './runner-messages.ts'

/** What the pad is called in a stack of calls. */
export const padName = 'pad.js'

const mostPlaces = 8

/** Where in the pad an error came from, innermost first, by its stack: of Chromium and Safari ("at put (pad.js:3:5)") or Firefox ("put@pad.js:3:5"). */
export function padPlaces(error: unknown): Place[] {
  return stackOf(error)
    .split('\n')
    .flatMap((frame) => {
      const found = /pad\.js:(\d+):\d+/.exec(frame)
      if (found === null) return []
      const name = /^\s*at (?:async )?(?:new )?([\w$.<>#]+) \(/.exec(frame)?.[1] ?? /^([\w$.<>#]+)@/.exec(frame)?.[1] ?? ''
      return [{ line: Number(found[1]), within: name === '' || name === 'eval' ? null : name }]
    })
    .slice(0, mostPlaces)
}

/** Code may give its errors any stack, and one that throws when it is read. */
function stackOf(error: unknown): string {
  try {
    const stack: unknown = error instanceof Error ? error.stack : ''
    return typeof stack === 'string' ? stack : ''
  } catch {
    return ''
  }
}
