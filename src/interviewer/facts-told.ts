import { numbersIn } from '#src/conduct/numbers-in.ts'
import { stemsOf } from '#src/conduct/sentence-rules.ts'
import type { Guide } from '#src/domain/guide.ts'
import { factsOf, type Move } from '#src/domain/move.ts'
import { tellableOf } from '#src/domain/steps-taken.ts'
import { sentencesOf } from './quote.ts'

/** Share of the words of a fact's sentence by which it was told, and by which it was told when all of its figures were named too. */
const shareTold = 0.4
const shareWithFigures = 0.2
/** A sentence of fewer words of its own adds nothing that could be missed. */
const fewestStems = 2

/**
 * The move with those of its facts that its words told, and apart those of which they told a part: a model names a fact and then tells half of it,
 * which may be all that was asked for, or nothing. What was not told stays open to be asked for. A step of which anything was told was taken: what is
 * asked for from then on is as it is after it. In English, whose words can be compared.
 */
export function withFactsTold(move: Move, { text, guide }: { text: string; guide: Guide }): Move {
  const tellable = tellableOf(guide)
  const isStep = (id: string) => guide.steps.some((step) => step.id === id)
  const shareOf = (id: string) => howFarTold(text, tellable.find((one) => one.id === id)?.fact ?? '')
  const named = factsOf(move)
  const told = named.filter((id) => shareOf(id) === 'whole' || (isStep(id) && shareOf(id) === 'partly'))
  const partly = named.filter((id) => !told.includes(id) && shareOf(id) === 'partly')
  if (move.kind === 'answer' && move.fact !== null) {
    const [fact = null, ...also] = told
    return { kind: 'answer', fact, ...(also.length > 0 && { also }), ...(partly.length > 0 && { partly }) }
  }
  if (move.kind !== 'next-phase' || move.facts === undefined) return move
  const { facts: _, ...rest } = move
  return { ...rest, ...(told.length > 0 && { facts: told }), ...(partly.length > 0 && { partly }) }
}

/** By its sentences that hold any content: one of two is a part of it. */
function howFarTold(text: string, fact: string): 'whole' | 'partly' | 'not' {
  const sentences = sentencesOf(fact).filter((sentence) => stemsOf(sentence).size >= fewestStems)
  const told = sentences.filter((sentence) => tellsSentence(text, sentence)).length
  if (told === sentences.length) return 'whole'
  return told > 0 ? 'partly' : 'not'
}

function tellsSentence(text: string, sentence: string): boolean {
  const words = stemsOf(sentence)
  const heard = stemsOf(text)
  const share = [...words].filter((word) => heard.has(word)).length / Math.max(1, words.size)
  const figures = numbersIn(sentence)
  const named = numbersIn(text)
  return (
    share >= shareTold || (figures.size > 0 && [...figures].every((figure) => named.has(figure)) && share >= shareWithFigures)
  )
}
