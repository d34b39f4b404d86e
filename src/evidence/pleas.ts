import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { isContentWord, type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import { genericWords } from './says-nothing.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Makes a plea politer, and no question of it. */
const polite = new Set(['please', 'kindly', 'just'])
const carriesMeaning = (word: string): boolean => isContentWord(word) && !polite.has(word)

/** The sentences that want the solution and speak of nothing besides: "what is the answer for an empty list" asks about the task. */
export function pleas(sentences: readonly Sentence[], index: TextIndex, lexicon: CompiledLexicon): ReadonlySet<Sentence> {
  const wants = index.find(lexicon.cue('answer'), true)
  if (wants.length === 0) return new Set()
  const generic = genericWords(index, lexicon)
  return new Set(
    sentences.filter(({ segment, first, last }) => {
      const own = wants.filter((at) => at.segment === segment.order && at.first >= first && at.last <= last)
      const isBeside = (at: number) => !own.some((one) => at >= one.first && at <= one.last)
      const carries = (at: number) =>
        carriesMeaning(segment.tokens[at]?.text ?? '') && generic[segment.order]?.has(at) !== true && isBeside(at)
      return own.length > 0 && !segment.tokens.slice(first, last + 1).some((_, at) => carries(first + at))
    }),
  )
}

/** What the last of several sentences comes to: a plea for the solution, or a blank; null for anything else, and where nothing came before. */
export function endsInNeed(text: string, source: Lexicon): 'plea' | 'blank' | null {
  const lexicon = compileLexicon(source)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const index = indexText(segments, { lexicon })
  const sentences = sentencesOf(segments)
  const last = sentences.at(-1)
  if (last === undefined || sentences.length < 2) return null
  if (pleas([last], index, lexicon).size > 0) return 'plea'
  const holds = (cue: string) => index.find(lexicon.cue(cue), true).filter((at) => at.first >= last.first && at.last <= last.last)
  const opens = joins.has(wordsOf(last)[0] ?? '') ? last.first + 1 : last.first
  return holds('blank').some(({ first }) => first === opens) && holds('thing').length === 0 && !last.asks ? 'blank' : null
}

const joins = new Set(['and', 'but', 'so', 'then', 'now'])
