import type { ProbeKind } from '#src/domain/rubric.ts'
import type { CompiledLexicon } from './compile-pattern.ts'
import { hedgesOf } from './hedges.ts'
import { specificityOf } from './specificity.ts'
import type { TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'

/** Answers shorter than this vary too much to be compared. */
const fewestWords = 40
/** Per hundred words. */
const manyFigures = 2
const hedgesRise = 2.5
/** Of specificity's figures per hundred words, less general and abstract words. */
const moreAbstract = 2.5

/**
 * How an answer differs from those before it when somebody runs out of what they know: figures give way to adjectives, hedges rise, and being
 * asked for more brings less that can be held on to. None of it proves a bluff; each makes asking further worth more.
 */
export function bluffSignals(options: {
  answer: TextIndex
  /** The candidate's earlier answers on the question. */
  before: TextIndex
  /** The answer follows a probe. */
  pushed: boolean
  lexicon: CompiledLexicon
}): ProbeKind[] {
  const { answer, before, pushed, lexicon } = options
  if (wordsIn(answer) < fewestWords || wordsIn(before) < fewestWords) return []
  const now = { figures: figuresIn(answer), hedges: hedgesIn(answer, lexicon), detail: detailIn(answer, lexicon) }
  const then = { figures: figuresIn(before), hedges: hedgesIn(before, lexicon), detail: detailIn(before, lexicon) }
  const kinds: ProbeKind[] = []
  if (then.figures >= manyFigures && now.figures === 0 && now.detail < then.detail) kinds.push('specify')
  if (pushed && now.detail <= then.detail - moreAbstract) kinds.push('specify', 'deepen')
  if (pushed && now.hedges >= then.hedges + hedgesRise) kinds.push('deepen')
  return [...new Set(kinds)]
}

const wordsIn = ({ segments }: TextIndex): number => segments.reduce((sum, { tokens }) => sum + tokens.length, 0)
const perHundred = (count: number, index: TextIndex): number => (100 * count) / wordsIn(index)
const figuresIn = (index: TextIndex): number =>
  perHundred(index.segments.flatMap(({ tokens }) => tokens.filter(({ text }) => isNumber(text))).length, index)
const hedgesIn = (index: TextIndex, lexicon: CompiledLexicon): number =>
  perHundred(
    hedgesOf(index, lexicon).reduce((sum, { count }) => sum + count, 0),
    index,
  )
const detailIn = (index: TextIndex, lexicon: CompiledLexicon): number =>
  specificityOf(index, { lexicon, isOut: () => false }).value
