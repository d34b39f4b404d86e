import { numbersIn } from './numbers-in.ts'
import type { Known } from './said-so-far.ts'
import { unquoted } from './sentence-rules.ts'
import type { SpeechCues } from './speech-cues.ts'

/** Fewer than these are counted by whoever speaks, unless they stand in digits: "you named two ways". */
const smallestFigure = 4
/** What a claim about the candidate reaches to: the question after it speaks of something else. */
const clauseEdge = /[,;:–—]\s+|\b(?=(?:what|how|where|when|which|who|why)\b)/iu

/** Figures that a sentence says the candidate gave, without quotation marks, and that are not among theirs. */
export const falseFiguresIn = (
  sentence: string,
  { candidateSaid, cues }: { candidateSaid: Known<number>; cues: SpeechCues },
): number[] => {
  const said = unquoted(sentence)
  if (numbersIn(said).size === 0) return []
  return said
    .split(clauseEdge)
    .filter((clause) => /\d|\p{L}/u.test(clause) && cues.has('attributing', clause))
    .flatMap((clause) => [...numbersIn(clause)].filter((figure) => isNamed(figure, clause) && !candidateSaid.has(figure)))
}

const isNamed = (figure: number, clause: string): boolean =>
  figure >= smallestFigure || [...clause.matchAll(/\d+/g)].some(([digits]) => digits === String(figure))
