import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { isContentWord } from '#src/evidence/read-sentences.ts'
import { stem } from '#src/evidence/said-before.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

/** Up to this many words are about one thing, though they name it once; what more words name once they name in passing. */
const longestOnOne = 25

const articles = new Set(['a', 'an', 'the', 'one', 'each', 'every', 'my', 'our', 'this', 'that', 'another'])

/**
 * A part of what somebody describes, by their own name for it and without an article: "day partition", "bucket". The one that an answer speaks of most, and
 * that nobody else had named, the last of several; null where it names none.
 */
export function namedThing(text: string, { heard, lexicon: source }: { heard: string; lexicon: Lexicon }): string | null {
  const lexicon = compileLexicon(source)
  const vague = new Set(source.cues['names-nothing'])
  const judging = new Set(source.cues['judging-word'])
  const [segment] = tokeniseSegments([{ turn: 1, text }])
  if (segment === undefined) return null
  const { tokens } = segment
  const known = new Set((tokeniseSegments([{ turn: 1, text: heard }])[0]?.tokens ?? []).map((token) => stem(token.text)))
  const named = indexText([segment], { lexicon })
    .find(lexicon.cue('thing'), true)
    .flatMap(({ first, last }) => {
      const thing = tokens[last]?.text ?? ''
      if (vague.has(thing) || known.has(stem(thing))) return []
      const [two = '', one = ''] = [tokens[first - 2]?.text, tokens[first - 1]?.text]
      const isNamed = articles.has(one) || (isContentWord(one) && articles.has(two))
      const from = articles.has(one) || judging.has(one) ? first : first - 1
      return isNamed ? [text.slice(tokens[from]?.start, tokens[last]?.end)] : []
    })
    // A name of its own has no article, and what is marked up or broken over lines is no name.
    .filter((words) => /^[\p{Ll}\p{N}-]+(?: [\p{Ll}\p{N}-]+)*$/u.test(words))
  const times = new Map<string, number>()
  for (const word of tokens.map((token) => stem(token.text))) times.set(word, (times.get(word) ?? 0) + 1)
  const timesOf = (thing: string): number => times.get(stem(thing.split(' ').at(-1) ?? '')) ?? 0
  const most = Math.max(...named.map(timesOf))
  if (tokens.length > longestOnOne && most < 2) return null
  return named.findLast((thing) => timesOf(thing) === most) ?? null
}

/** Every thing of the trade that a text names; of those that name nothing by themselves only one of several: "a list", "a linked list". */
export function thingsIn(text: string, source: Lexicon): string[] {
  const lexicon = compileLexicon(source)
  const vague = new Set(source.cues['names-nothing'])
  const [segment] = tokeniseSegments([{ turn: 1, text }])
  if (segment === undefined) return []
  const { tokens } = segment
  return indexText([segment], { lexicon })
    .find(lexicon.cue('thing'), true)
    .flatMap(({ first, last }) => {
      const words = tokens.slice(first, last + 1).map((token) => token.text)
      const isOneOfSeveral = tokens
        .slice(Math.max(0, first - 2), first)
        .some((token) => token.text === 'a' || token.text === 'an')
      return isOneOfSeveral || !vague.has(words.join(' ')) ? [words.join(' ')] : []
    })
}
