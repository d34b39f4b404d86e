import { decodeJsonString } from './decode-json-string.ts'
import { dropThoughts } from './drop-thoughts.ts'

/** Reads a streamed reply of the shape {"move": "...", "words": "..."}. */
export interface SpokenMoveDecoder {
  /** Takes the next text of the reply; returns the words that it completes. */
  push(text: string): string
  /** The reply has ended; returns the words still held. */
  end(): string
  /** The move that the reply names; null while, or when, it names none. Known before the first words are returned, if it ever is. */
  move(): string | null
}

type Reading = 'seek' | 'key' | 'colon' | 'value' | 'move' | 'words' | 'other' | 'done'

const objectStart = /\{\s*"[\w-]+"\s*:/
/** An object that may have begun at the end of what is there. */
const perhapsStart = /\{\s*(?:"[\w-]*(?:"\s*)?)?$/
const thoughtEnd = /<\/(?:think|thinking|thought|reasoning)>\s*/gi

/**
 * Decodes the words of a spoken move while they stream. Code fences and prose around the object are passed over, thoughts dropped, an
 * object cut short gives what it held. Words that come before the move are held until it is known. A reply without any object is
 * words as a whole, given at the end; a reply that is an object without words gives none.
 */
export function decodeSpokenMove(): SpokenMoveDecoder {
  const thoughts = dropThoughts()
  let reading: Reading = 'seek'
  let rest = ''
  let seen = ''
  let key = ''
  let string = decodeJsonString()
  let other = skipValue()
  let move: string | null = null
  let moveSoFar = ''
  let wordsHeld = ''
  let hadWords = false

  /** One step; false when it needs more text. */
  const step = (atEnd: boolean): boolean => {
    switch (reading) {
      case 'seek': {
        const found = objectStart.exec(rest)
        if (found === null) {
          const start = perhapsStart.exec(rest)
          rest = start === null ? '' : rest.slice(start.index)
          return false
        }
        rest = rest.slice(found.index + 1)
        reading = 'key'
        return true
      }
      case 'key': {
        const found = /^[\s,]*(?:"([^"]*)"|(\}))/.exec(rest)
        if (found === null) return false
        rest = rest.slice(found[0].length)
        key = found[1] ?? ''
        if (found[2] === undefined) reading = 'colon'
        else reading = hadWords ? 'done' : 'seek'
        return true
      }
      case 'colon': {
        const found = /^\s*(?::\s*(?=\S)|(?=[^\s:]))/.exec(rest)
        if (found === null) return false
        rest = rest.slice(found[0].length)
        reading = 'value'
        return true
      }
      case 'value': {
        const spoken = rest.startsWith('"') && (key === 'move' || key === 'words')
        if (spoken) rest = rest.slice(1)
        string = decodeJsonString()
        other = skipValue()
        moveSoFar = ''
        reading = spoken ? (key === 'move' ? 'move' : 'words') : 'other'
        return true
      }
      case 'move':
      case 'words': {
        const taken = string.take(rest, atEnd)
        rest = taken.rest
        if (reading === 'words') {
          wordsHeld += taken.text
          hadWords = true
        } else moveSoFar += taken.text
        if (!taken.closed) return false
        if (reading === 'move') move = moveSoFar
        reading = 'key'
        return true
      }
      case 'other': {
        const length = other(rest)
        rest = rest.slice(length.taken)
        if (!length.ended) return false
        reading = 'key'
        return true
      }
      case 'done':
        rest = ''
        return false
    }
  }

  const take = (text: string, atEnd: boolean): string => {
    rest += text
    if (!hadWords) seen += text
    while (step(atEnd)) {
      // each step moves on
    }
    if (move === null && reading !== 'done' && !atEnd) return ''
    const words = wordsHeld
    wordsHeld = ''
    return words
  }

  return {
    push: (text) => take(thoughts.push(text), false),
    end: () => {
      const words = take(thoughts.end(), true)
      return hadWords || move !== null ? words : plainWords(seen)
    },
    move: () => move,
  }
}

/** A reply that held no such object, as the words it is; none when it tried to be an object. */
function plainWords(seen: string): string {
  const text = seen.slice(lastThoughtEnd(seen)).trim()
  return /^(?:```\w*\s*)?\{/.test(text) ? '' : text
}

function lastThoughtEnd(text: string): number {
  const last = [...text.matchAll(thoughtEnd)].at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}

/** Passes over a value nobody asked for, nested ones included: how much of `rest` belongs to it, and whether it has ended. */
function skipValue(): (rest: string) => { taken: number; ended: boolean } {
  let depth = 0
  let inString = false
  let escaped = false
  return (rest) => {
    for (let at = 0; at < rest.length; at += 1) {
      const unit = rest.charAt(at)
      if (escaped) escaped = false
      else if (inString) {
        escaped = unit === '\\'
        inString = unit !== '"'
      } else if (unit === '"') inString = true
      else if (unit === '{' || unit === '[') depth += 1
      else if (depth === 0 && (unit === ',' || unit === '}')) return { taken: at, ended: true }
      else if (unit === '}' || unit === ']') depth -= 1
    }
    return { taken: rest.length, ended: false }
  }
}
