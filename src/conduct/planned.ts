import type { Guide } from '#src/domain/guide.ts'
import { factsOf, factsPartlyIn } from '#src/domain/move.ts'
import { wordingsOf } from '#src/domain/rubric.ts'
import type { ConductInput } from './conduct-input.ts'
import type { Heard } from './heard.ts'

/** What a move may say of the guide and of the questions: its facts, its hint, its changed requirement, the next question. */
export function planned({ move, guide }: Heard, { questions, schedule }: ConductInput): string[] {
  const factsNamed = (ids: readonly string[]) => (guide?.facts ?? []).filter(({ id }) => ids.includes(id)).map(({ fact }) => fact)
  switch (move?.kind) {
    case 'answer':
      return factsNamed([...factsOf(move), ...factsPartlyIn(move)])
    case 'hint':
      return hintText(guide, move)
    case 'change-requirement':
      return (guide?.changedRequirements ?? []).filter(({ id }) => id === move.change).map(({ say }) => say)
    case 'challenge':
      return (guide?.misconceptions ?? []).filter(({ id }) => id === move.misconception).map(({ challenge }) => challenge)
    case 'probe':
      return asksOf(guide, move.check)
    case 'next-phase': {
      const entered = schedule?.[move.phase]?.question
      const opening = entered === undefined ? undefined : questions[entered]?.text
      return [
        ...factsNamed([...factsOf(move), ...factsPartlyIn(move)]),
        ...asksOf(guide, move.check),
        ...(opening === undefined ? [] : [opening]),
      ]
    }
    default:
      return []
  }
}

const asksOf = (guide: Guide | null, check: string | undefined): string[] =>
  (guide?.keyPoints ?? []).filter(({ id }) => id === check).flatMap(({ probes }) => probes.flatMap(wordingsOf))

function hintText(guide: Guide | null, { rung, aims }: { rung: number; aims: readonly string[] }): string[] {
  const ladder = guide?.hints.find((hints) => hints.aims.join() === aims.join())
  const text = { 2: ladder?.category, 3: ladder?.constraint, 4: ladder?.choice, 5: ladder?.point }[rung]
  return text === undefined ? [] : [text]
}
