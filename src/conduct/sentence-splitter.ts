export interface SentenceSplitter {
  /** Adds words as they stream; returns the sentences that are complete now, each with the space that follows it. */
  push(text: string): string[]
  /** What is left when the stream has ended. */
  flush(): string
}

/** A sentence ends at ".", "!" or "?" followed by white space, or at a line break; "e.g. " and the like do not end one. */
export function sentenceSplitter(): SentenceSplitter {
  let pending = ''
  return {
    push: (text) => {
      pending += text
      const done: string[] = []
      for (;;) {
        const end = endOfSentence(pending)
        if (end === null) return done
        done.push(pending.slice(0, end))
        pending = pending.slice(end)
      }
    },
    flush: () => {
      const rest = pending
      pending = ''
      return rest
    },
  }
}

const edge = /[.!?]["'”’)]*\s+(?=\S)|\n+(?=\S)/g
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx)\.\s+$/i

function endOfSentence(text: string): number | null {
  edge.lastIndex = 0
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    const end = match.index + match[0].length
    if (!abbreviation.test(text.slice(0, end))) return end
  }
  return null
}

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length
