import { type Guide, questionsOf } from '#src/domain/guide.ts'
import { factsOf, factsPartlyIn } from '#src/domain/move.ts'
import { type Rubric, wordingsOf } from '#src/domain/rubric.ts'
import type { ConductInput } from './conduct-input.ts'
import type { Heard } from './heard.ts'

/** What a move may say of the guide, the rubric and the questions: its facts, its hint, its changed requirement, what its check is asked by, the next question. */
export function planned(
  { move, guide }: Pick<Heard, 'move' | 'guide'>,
  { questions, schedule, rubric }: Pick<ConductInput, 'questions' | 'schedule' | 'rubric'>,
): string[] {
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
      return asksOf(move.check, { guide, rubric })
    case 'next-phase': {
      const entered = schedule?.[move.phase]?.question
      const opening = entered === undefined ? undefined : questions[entered]?.text
      return [
        ...factsNamed([...factsOf(move), ...factsPartlyIn(move)]),
        ...asksOf(move.check, { guide, rubric }),
        ...(opening === undefined ? [] : [opening]),
      ]
    }
    default:
      return []
  }
}

function asksOf(check: string | undefined, { guide, rubric }: { guide: Guide | null; rubric: Rubric | null }): string[] {
  const point = guide?.keyPoints.find(({ id }) => id === check)
  const standing = (rubric?.criteria ?? []).flatMap(({ checks }) => checks).find(({ id }) => id === check)
  return [
    ...(point === undefined ? [] : questionsOf(point)),
    ...(standing?.probe === undefined ? [] : wordingsOf(standing.probe)),
  ]
}

function hintText(guide: Guide | null, { rung, aims }: { rung: number; aims: readonly string[] }): string[] {
  const ladder = guide?.hints.find((hints) => hints.aims.join() === aims.join())
  const text = { 2: ladder?.category, 3: ladder?.constraint, 4: ladder?.choice, 5: ladder?.point }[rung]
  return text === undefined ? [] : [text]
}
