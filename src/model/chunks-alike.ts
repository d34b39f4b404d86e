/** Reads the chunks of one stream that are, letter by letter, one read before, but for their text: most are, and reading JSON is half of reading them. */
export interface ChunksAlike {
  /** The text of a chunk like the one learnt; null for any other, which must be parsed. */
  textOf(json: string): string | null
  /** Takes a chunk, parsed elsewhere, of which `text` is the content and nothing else matters. */
  learn(json: string, text: string): void
}

const contentKey = /"content":\s*/g
/** What stands in JSON for itself: no quote, no escape, no control character, which JSON forbids. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const standsForItself = /^[^"\\\u0000-\u001f]+$/

export function chunksAlike(): ChunksAlike {
  let head = ''
  let tail = ''
  return {
    textOf: (json) => {
      if (head === '' || json.length <= head.length + tail.length || !json.startsWith(head) || !json.endsWith(tail)) return null
      const text = json.slice(head.length, json.length - tail.length)
      return standsForItself.test(text) ? text : null
    },
    learn: (json, text) => {
      // A second key of that name may be the one that matters, or a third thing's.
      const keys = [...json.matchAll(contentKey)]
      const [key] = keys
      if (key === undefined || keys.length > 1 || !standsForItself.test(text)) return
      const from = key.index + key[0].length
      if (!json.startsWith(`"${text}"`, from)) return
      head = json.slice(0, from + 1)
      tail = json.slice(from + 1 + text.length)
    },
  }
}
