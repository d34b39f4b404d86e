import { type Guide, questionsOf } from '#src/domain/guide.ts'
import { leavesQuestionOpen } from '#src/domain/move.ts'
import { type Rubric, wordingsOf } from '#src/domain/rubric.ts'
import type { Turn } from '#src/domain/turn.ts'
import { questionIn } from './quote.ts'

interface Asked {
  questionText: string
  guide: Guide
  rubric: Rubric
}

/** The questions that the turns on one question put, in order: as they are written, each with the sentence that sets its scene. */
export function questionsPut(turns: readonly Turn[], { questionText, guide, rubric }: Asked): string[] {
  const asks = [questionText, ...asksOf(guide, rubric)]
  return turns
    .filter(({ move }) => move !== null && move.kind !== 'steer' && move.kind !== 'nudge' && !leavesQuestionOpen(move))
    .flatMap(({ text, move }) => (move?.kind === 'open' ? questionText : wholeQuestionIn(text, asks)) ?? [])
}

const asksOf = (guide: Guide, { criteria }: Rubric): string[] => [
  ...guide.changedRequirements.map(({ say }) => say),
  ...guide.misconceptions.map(({ challenge }) => challenge),
  ...guide.keyPoints.flatMap(questionsOf),
  ...criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => (probe === undefined ? [] : wordingsOf(probe)))),
]

const wholeQuestionIn = (text: string, asks: readonly string[]): string | null =>
  asks.find((ask) => text.endsWith(ask)) ?? questionIn(text)
