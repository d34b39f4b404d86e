import type { CompiledLexicon } from './compile-pattern.ts'
import { matchPattern } from './match-pattern.ts'
import { indexText, type TokenisedSegment } from './text-index.ts'
import type { Token } from './tokenise.ts'

/** Sentences, by segment, that order whoever grades about, however they are spelled. */
export function sentencesToGrader(segments: readonly TokenisedSegment[], lexicon: CompiledLexicon): (readonly number[])[] {
  const found: Set<number>[] = segments.map(() => new Set())
  const respelled = segments.map((segment) => ({ ...segment, tokens: plainly(segment) }))
  const isRespelled = respelled.some(({ tokens }, at) => tokens !== segments[at]?.tokens)
  for (const texts of isRespelled ? [segments, respelled] : [segments]) {
    const index = indexText(texts, { lexicon })
    for (const pattern of lexicon.addressesGrader)
      for (const { segment, first, last } of matchPattern(pattern, index)) {
        const sentence = segment.tokens[first]?.sentence
        if (sentence !== undefined && sentence === segment.tokens[last]?.sentence) found[segment.order]?.add(sentence)
      }
  }
  return found.map((sentences) => [...sentences].sort((a, b) => a - b))
}

/** Letters of other alphabets, and figures inside a word, that stand for a Latin letter to the eye. */
const lookalikes: Record<string, string> = Object.fromEntries([
  ...zip('аеорсухіјѕԁһԛԝкмтвнɡαορντυικ', 'aeopcyxijsdhqwkmtbhgaopvtuik'),
  ...zip('0134578@$', 'oieastbas'),
])
function zip(from: string, to: string): [string, string][] {
  const letters = [...to]
  return [...from].map((letter, at) => [letter, letters[at] ?? letter])
}

const plainWord = /^(?:[a-z]+|\p{N}+)$/u

/** The words as the eye reads them: lookalikes as the letters they stand for, letters set apart joined. The tokens themselves when nothing changes. */
function plainly({ text, tokens }: TokenisedSegment): readonly Token[] {
  const plain: Token[] = []
  let isChanged = false
  let previous: Token | undefined
  for (const token of tokens) {
    const word = plainWord.test(token.text) ? token.text : [...token.text].map((letter) => lookalikes[letter] ?? letter).join('')
    const before = plain.at(-1)
    // "i g n o r e": each letter one space from the last; words that are set apart so have more between them.
    const goesOn = word.length === 1 && previous?.text.length === 1 && text.slice(previous.end, token.start) === ' '
    if (goesOn && before !== undefined) plain[plain.length - 1] = { ...before, text: before.text + word, end: token.end }
    else plain.push(word === token.text ? token : { ...token, text: word })
    isChanged ||= goesOn || word !== token.text
    previous = token
  }
  return isChanged ? plain : tokens
}
