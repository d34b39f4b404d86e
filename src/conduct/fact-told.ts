import { numbersIn } from './numbers-in.ts'
import { type Known, tellingWords } from './said-so-far.ts'
import { questionsIn } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

/** A sentence of a fact sheet or a clause of it: as little as somebody may tell of it. */
interface FactPart {
  words: ReadonlySet<string>
  figures: readonly number[]
}

/** Fewer than these are a manner of speaking. */
const smallestFigure = 4

const sentenceEdge = /(?<=[.!?])\s+/
const clauseEdge = /(?<=[.!?,;:])\s+/

/** A part of so many words says nothing beside the aside in it: "so we may come back to that". */
const mostWordsOfAside = 8

/** What may be told of these facts. Parts that say nothing of the matter are left out: anybody may say them. */
export const factParts = (facts: readonly string[], cues: SpeechCues): FactPart[] =>
  facts
    .flatMap((fact) => [...new Set([...fact.split(sentenceEdge), ...fact.split(clauseEdge)])])
    .filter((text) => wordsIn(text) > mostWordsOfAside || !cues.has('fact-aside', text))
    .map((text) => ({
      words: tellingWords(text),
      figures: [...numbersIn(text)].filter((figure) => figure >= smallestFigure),
    }))

/** "Ten times the load" supposes something, whatever figures a fact holds. */
const multiples = /\b[\p{L}\d]+(?: (?:hundred|thousand|million))? times\b/giu
/** Of so many words that only a fact holds this share says it; of fewer, all of them do. */
const shareTold = 0.6
const fewestWords = 3
/** So few meet in a question by chance. */
const fewestInStatement = 2

/**
 * Whether a sentence tells one of these: it names a figure that only the fact holds, beside a word of it, or most of the words that only the
 * fact holds. `known`: what had been heard, by which a word or a figure tells nothing any more. `times`: figures that are the clock's.
 */
export function tellsAnyFact(
  facts: readonly FactPart[],
  known: { words: Known<string>; numbers: Known<number> },
): (sentence: string, times?: readonly number[]) => boolean {
  const sheet = facts.map(({ words, figures }) => ({
    words,
    telling: [...words].filter((word) => !known.words.has(word)),
    figures: figures.filter((figure) => !known.numbers.has(figure)),
  }))
  /** Word -> the parts that hold it. Most sentences hold no word of any. */
  const holders = new Map<string, typeof sheet>()
  for (const part of sheet) for (const word of part.words) holders.set(word, [...(holders.get(word) ?? []), part])
  return (sentence, times = []) => {
    const heard = tellingWords(sentence)
    const touched = new Set([...heard].flatMap((word) => holders.get(word) ?? []))
    if (touched.size === 0) return false
    const numbers = numbersIn(sentence.replaceAll(multiples, ''))
    for (const time of times) numbers.delete(time)
    const fewest = questionsIn(sentence) > 0 ? fewestWords : fewestInStatement
    return [...touched].some(
      ({ words, telling, figures }) =>
        (figures.some((figure) => numbers.has(figure)) && sharesWord(heard, words)) || says(telling, { heard, fewest }),
    )
  }
}

/** A figure's own words are no words beside it. */
const figureWords = tellingWords(
  'four five seven eight nine eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion',
)

const sharesWord = (heard: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...heard].some((word) => words.has(word) && !figureWords.has(word))

function says(telling: readonly string[], { heard, fewest }: { heard: ReadonlySet<string>; fewest: number }): boolean {
  const shared = telling.filter((word) => heard.has(word)).length
  return shared >= fewest && shared >= Math.min(telling.length, fewestWords) && shared >= telling.length * shareTold
}
