/** Characters of one JSON string, decoded as they arrive. */
export interface JsonStringDecoder {
  /** Takes what can be decoded from the front of `rest`, which begins inside the string. `closed`: the closing quote was taken. */
  take(rest: string, atEnd: boolean): { text: string; rest: string; closed: boolean }
}

const shortEscapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }
const replacement = '\uFFFD'
const isHigh = (unit: string) => unit >= '\uD800' && unit <= '\uDBFF'
const isLow = (unit: string) => unit >= '\uDC00' && unit <= '\uDFFF'

/** What stands for itself and may be taken at once. */
const plainRun = /[^"\\\uD800-\uDFFF]+/y

/** A quote closes the string when an object can go on behind it; any other is a quote that the model forgot to escape. */
const closing = /^"\s*(?:\}|`|,\s*"[\w-]+"\s*:)/
const perhapsClosing = /^"\s*(?:,\s*(?:"[\w-]*(?:"\s*)?)?)?$/

/**
 * Reads the inside of a JSON string in pieces of any length: escapes and surrogate pairs may be cut anywhere. More forgiving than JSON:
 * bare line breaks, unknown escapes and unescaped quotes are read as what was meant. Half a surrogate pair becomes U+FFFD.
 */
export function decodeJsonString(): JsonStringDecoder {
  let high = ''

  const joined = (unit: string): string => {
    const waiting = high
    high = ''
    if (isLow(unit)) return waiting === '' ? replacement : waiting + unit
    const lost = waiting === '' ? '' : replacement
    if (!isHigh(unit)) return lost + unit
    high = unit
    return lost
  }

  return {
    take: (rest, atEnd) => {
      let text = ''
      let at = 0
      let closed = false
      while (at < rest.length && !closed) {
        plainRun.lastIndex = at
        const run = high === '' ? plainRun.exec(rest)?.[0] : undefined
        if (run !== undefined) {
          text += run
          at += run.length
          continue
        }
        const unit = rest.charAt(at)
        if (unit === '\\') {
          const found = readEscape(rest, at)
          if (found === null) {
            if (atEnd) at = rest.length
            break
          }
          text += joined(found.unit)
          at += found.length
        } else if (unit === '"') {
          const behind = rest.slice(at)
          const waits = perhapsClosing.test(behind)
          if (waits && !atEnd) break
          closed = waits || closing.test(behind)
          if (!closed) text += joined(unit)
          at += 1
        } else {
          text += joined(unit)
          at += 1
        }
      }
      if ((closed || atEnd) && high !== '') {
        text += replacement
        high = ''
      }
      return { text, rest: rest.slice(at), closed }
    },
  }
}

/** The escape at `at`, or null when its end has not come yet. */
function readEscape(rest: string, at: number): { unit: string; length: number } | null {
  const letter = rest.charAt(at + 1)
  if (letter === '') return null
  if (letter !== 'u') return { unit: shortEscapes[letter] ?? letter, length: 2 }
  const digits = rest.slice(at + 2, at + 6)
  if (/^[0-9a-f]{4}$/i.test(digits)) return { unit: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 }
  return /^[0-9a-f]{0,3}$/i.test(digits) && at + 6 > rest.length ? null : { unit: 'u', length: 2 }
}
