import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy, type Move } from '#src/domain/move.ts'
import type { Rubric, ToldPart } from '#src/domain/rubric.ts'
import type { Turn } from '#src/domain/turn.ts'
import { partsTold, type ToldAnswer } from '#src/evidence/parts-told.ts'

interface Against {
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
}

/** Kept with its turn, so that it is read once. */
const known = new WeakMap<Turn, ToldAnswer>()

function answerOf(turn: Turn, { text, askedFor }: Pick<ToldAnswer, 'text' | 'askedFor'>): ToldAnswer {
  const kept = known.get(turn)
  if (kept?.text === text && kept.askedFor === askedFor) return kept
  const answer = { turn: turn.turn, text, askedFor }
  known.set(turn, answer)
  return answer
}

/** The parts of the story told in the turns on one question; none on a track that asks for no story. `quotable`: a candidate's turn without what is no evidence. */
export function partsToldOn(
  onQuestion: readonly Turn[],
  { guide, rubric, lexicon, quotable }: Against & { quotable: (turn: Turn) => string },
): ReadonlySet<ToldPart> {
  if (rubric.oneStory !== true) return new Set()
  const answers = onQuestion.flatMap((turn, at) => {
    if (turn.speaker !== 'candidate') return []
    const before = onQuestion.slice(0, at).findLast(({ speaker }) => speaker === 'interviewer')
    return [answerOf(turn, { text: quotable(turn), askedFor: partAskedBy(before?.move ?? null, { guide, rubric }) })]
  })
  return partsTold(answers, { lexicon })
}

function partAskedBy(move: Move | null, { guide, rubric }: Pick<Against, 'guide' | 'rubric'>): ToldPart | null {
  const check = checkAskedBy(move)
  if (check === null || (move?.kind !== 'probe' && move?.kind !== 'next-phase')) return null
  const standing = rubric.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === check)?.probe
  const planned = guide.keyPoints.find(({ id }) => id === check)?.probes ?? (standing === undefined ? [] : [standing])
  return planned.find(({ kind }) => kind === move.probe)?.asksForPart ?? null
}
