export interface SentenceSplitter {
  /** Adds words as they stream; returns the sentences that are complete now, each with the space that follows it. */
  push(text: string): string[]
  /** What is left when the stream has ended. */
  flush(): string
}

/** A sentence ends at its mark followed by white space, at an ideographic mark, or at a line break; "e.g. " and the like do not end one. */
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

/** The sentences of a whole text, each with the space that follows it; the last may be empty. */
export function sentencesIn(text: string): string[] {
  const splitter = sentenceSplitter()
  return [...splitter.push(text), splitter.flush()]
}

const edge = /[.!?؟।]["'”’»“)]*\s+(?=\S)|[。！？]["”’」』）]*\s*(?=[^\s"”’」』）])|(?<!\n)\n+(?=\S)/g
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx)\.$/i
const longestAbbreviation = 'approx.'.length + 1

function endOfSentence(text: string): number | null {
  edge.lastIndex = 0
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    const mark = match.index + 1
    if (!abbreviation.test(text.slice(Math.max(0, mark - longestAbbreviation), mark))) return match.index + match[0].length
  }
  return null
}

/** Characters of scripts that put no spaces between words; two of them make about one word. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu

export function wordsIn(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0
  if (characters === 0) return text.match(/\S+/g)?.length ?? 0
  const others = text.replaceAll(unspaced, ' ').split(/\s+/)
  return Math.ceil(characters / 2) + others.filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
