/** What is left of a streamed reply once its thoughts are gone. */
export interface ThoughtFilter {
  /** The part of the reply that this text completes; thoughts and what may yet become one are not in it. */
  push(text: string): string
  /** What was held when the reply ended. */
  end(): string
}

const opening = /^\s*<(think|thinking|thought|reasoning)>/i
const openings = ['<think>', '<thinking>', '<thought>', '<reasoning>']

/**
 * Drops the blocks of reasoning that some models write at the head of a reply. Later in a reply such a tag is text like any other: a
 * person may well speak of it. A block that never ends takes the rest of the reply with it.
 */
export function dropThoughts(): ThoughtFilter {
  let state: 'head' | 'thought' | 'reply' = 'head'
  let closing = ''
  let held = ''

  const advance = (): string => {
    while (state !== 'reply') {
      if (state === 'thought') {
        const at = held.toLowerCase().indexOf(closing)
        if (at < 0) {
          held = held.slice(-closing.length)
          return ''
        }
        held = held.slice(at + closing.length).trimStart()
        state = 'head'
        continue
      }
      const found = opening.exec(held)
      if (found !== null) {
        closing = `</${found[1]?.toLowerCase()}>`
        held = held.slice(found[0].length)
        state = 'thought'
        continue
      }
      const head = held.trimStart().toLowerCase()
      if (openings.some((tag) => tag.startsWith(head))) return ''
      state = 'reply'
    }
    const text = held
    held = ''
    return text
  }

  return {
    push: (text) => {
      held += text
      return advance()
    },
    end: () => {
      const text = state === 'thought' ? '' : held
      held = ''
      return text
    },
  }
}
