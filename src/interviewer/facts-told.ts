import { numbersIn } from '#src/conduct/numbers-in.ts'
import { stemsOf } from '#src/conduct/sentence-rules.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Move } from '#src/domain/move.ts'
import { tellableOf } from '#src/domain/steps-taken.ts'
import { sentencesOf } from './quote.ts'

/** Share of the words of a fact's sentence by which it was told, and by which it was told when all of its figures were named too. */
const shareTold = 0.4
const shareWithFigures = 0.2
/** A sentence of fewer words of its own adds nothing that could be missed. */
const fewestStems = 2

/**
 * The move with those of its facts that its words told: a model names a fact and then tells half of it, or nothing, and what was not told must stay
 * open to be asked for. A step of which anything was told was taken: what is asked for from then on is as it is after it. In English, whose words can
 * be compared.
 */
export function withFactsTold(move: Move, { text, guide }: { text: string; guide: Guide }): Move {
  const wasTold = (id: string) => {
    const fact = tellableOf(guide).find((one) => one.id === id)
    if (fact === undefined) return true
    const told = sentencesWithContent(fact.fact).map((sentence) => tellsSentence(text, sentence))
    return told.every(Boolean) || (guide.steps.some((step) => step.id === id) && told.some(Boolean))
  }
  if (move.kind === 'answer' && move.fact !== null) {
    const [fact = null, ...also] = [move.fact, ...(move.also ?? [])].filter(wasTold)
    return { kind: 'answer', fact, ...(also.length > 0 && { also }) }
  }
  if (move.kind !== 'next-phase' || move.facts === undefined) return move
  const { facts: named, ...rest } = move
  const told = named.filter(wasTold)
  return told.length > 0 ? { ...rest, facts: told } : rest
}

const sentencesWithContent = (fact: string): string[] =>
  sentencesOf(fact).filter((sentence) => stemsOf(sentence).size >= fewestStems)

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
