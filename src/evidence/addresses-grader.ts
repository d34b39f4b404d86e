import type { CompiledLexicon } from './compile-pattern.ts'
import { matchPattern } from './match-pattern.ts'
import { indexText, type TokenisedSegment } from './text-index.ts'
import type { Token } from './tokenise.ts'

/** Sentences, by segment, that order whoever grades about, however they are spelled, each with the length in words of what says so. */
export const sentencesToGrader = (
  segments: readonly TokenisedSegment[],
  lexicon: CompiledLexicon,
): readonly ReadonlyMap<number, number>[] => segments.map((segment) => toGraderIn(segment, lexicon))

/** By a text's words, which are the same ones as long as it is looked at: each turn is asked about again with every one after it. */
const known = new WeakMap<readonly Token[], { lexicon: CompiledLexicon; found: ReadonlyMap<number, number> }>()

function toGraderIn(segment: TokenisedSegment, lexicon: CompiledLexicon): ReadonlyMap<number, number> {
  const kept = known.get(segment.tokens)
  if (kept?.lexicon === lexicon) return kept.found
  const found = new Map<number, number>()
  const alone = { ...segment, order: 0 }
  const respelled = { ...alone, tokens: plainly(alone) }
  for (const text of respelled.tokens === alone.tokens ? [alone] : [alone, respelled]) {
    const index = indexText([text], { lexicon })
    for (const pattern of lexicon.addressesGrader)
      for (const { first, last } of matchPattern(pattern, index)) {
        const sentence = text.tokens[first]?.sentence
        if (sentence === undefined || sentence !== text.tokens[last]?.sentence) continue
        found.set(sentence, Math.max(found.get(sentence) ?? 0, last - first + 1))
      }
  }
  known.set(segment.tokens, { lexicon, found })
  return found
}

/** Letters of other alphabets, and figures inside a word, that stand for a Latin letter to the eye. */
const lookalikes: Record<string, string> = Object.fromEntries([
  ...zip('аеорсухіјѕԁһԛԝкмтвнɡαορντυικεη', 'aeopcyxijsdhqwkmtbhgaopvtuiken'),
  ...zip('0134578@$', 'oieastbas'),
])
function zip(from: string, to: string): [string, string][] {
  const letters = [...to]
  return [...from].map((letter, at) => [letter, letters[at] ?? letter])
}

/** A letter as the eye reads it: without its accents, and as the Latin one that it looks like. */
const asSeen = (letter: string): string => lookalikes[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')

/** Between letters that are set apart. */
const apart = new Set([' ', '.', '-', '_', '*'])

const plainWord = /^(?:[a-z]+|\p{N}+)$/u

/** The words as the eye reads them: lookalikes as the letters they stand for, letters set apart joined. The tokens themselves when nothing changes. */
function plainly({ text, tokens }: TokenisedSegment): readonly Token[] {
  const plain: Token[] = []
  let isChanged = false
  let previous: Token | undefined
  let gapBefore = ''
  for (const token of tokens) {
    const word = plainWord.test(token.text) ? token.text : [...token.text].map(asSeen).join('')
    const before = plain.at(-1)
    // "i g n o r e", "i.g.n.o.r.e": each letter as far from the last as that from the one before; words that are set apart so have other gaps.
    const gap = previous === undefined ? '' : text.slice(previous.end, token.start)
    const isOfRun = before === undefined || before.text.length === 1 || gap === gapBefore
    const goesOn = word.length === 1 && previous?.text.length === 1 && apart.has(gap) && isOfRun
    gapBefore = gap
    if (goesOn && before !== undefined) plain[plain.length - 1] = { ...before, text: before.text + word, end: token.end }
    else plain.push(word === token.text ? token : { ...token, text: word })
    isChanged ||= goesOn || word !== token.text
    previous = token
  }
  return isChanged ? plain : tokens
}
