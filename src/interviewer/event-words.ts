import type { Guide } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Turn } from '#src/domain/turn.ts'
import { eventTold } from '#src/evidence/event-told.ts'
import type { LastWords } from './check-states.ts'
import { moveBefore } from './read-after.ts'

/** The criteria of a story's track whose questions look back at what happened; none on a track that asks for no story. */
export const criteriaLookingBack = ({ oneStory, criteria }: Pick<Rubric, 'oneStory' | 'criteria'>): ReadonlySet<string> =>
  new Set(
    oneStory !== true
      ? []
      : criteria
          .filter(({ checks }) =>
            checks.some(({ probe }) => probe?.asksForPart === 'reflection' || probe?.asksForPart === 'habit'),
          )
          .map(({ id }) => id),
  )

interface Against {
  guide: Guide
  rubric: Rubric
  lexicon: Lexicon
  /** A candidate's turn without what is no evidence. */
  quotable: (turn: Turn) => string
}

/**
 * What a turn says that a question about the event may be put to: in a story not what looks back at it, and nothing of a reply to a question that did. All
 * that can be quoted on a track that asks for no story.
 */
export function eventWords(turn: Turn, turns: readonly Turn[], { guide, rubric, lexicon, quotable }: Against): string {
  if (rubric.oneStory !== true) return quotable(turn)
  const asked = checkAskedBy(moveBefore(turn, turns))
  const criterion = asked === null ? null : criterionOf(asked, { guide, rubric })
  return criterion !== null && criteriaLookingBack(rubric).has(criterion) ? '' : eventTold(quotable(turn), lexicon)
}

/** Of what the last answer says only that which stands in `text`. */
export function lastWordsWithin(text: string, last: LastWords): LastWords {
  const within = (sentences: ReadonlyMap<string, string>) => new Map([...sentences].filter(([, one]) => text.includes(one)))
  return {
    ...last,
    text,
    isAnswer: last.isAnswer && text !== '',
    touched: within(last.touched),
    spokenOf: within(last.spokenOf),
    signals: last.signals.filter(({ sentence }) => (sentence === null ? text !== '' : text.includes(sentence))),
  }
}

const criterionOf = (check: string, { guide, rubric }: Pick<Against, 'guide' | 'rubric'>): string | null =>
  guide.keyPoints.find(({ id }) => id === check)?.criterion ??
  rubric.criteria.find(({ checks }) => checks.some(({ id }) => id === check))?.id ??
  null
