import type { Move } from '#src/domain/move.ts'
import type { Criterion, Rubric } from '#src/domain/rubric.ts'
import { quoteFrom } from './quote.ts'
import type { Standing } from './where-we-stand.ts'
import type { Wording } from './wording.ts'

/**
 * What the last answer showed, by its own words, and one criterion that is still open: its name and a drill for it, never a key point. Then
 * the word goes back to the candidate.
 */
export function coachWords(
  { criterion }: Extract<Move, { kind: 'coach' }>,
  { standing, wording, rubric }: { standing: Standing; wording: Wording; rubric: Rubric },
): string {
  const open = rubric.criteria.find(({ id }) => id === criterion)
  return [shownIn(standing, wording, rubric), openWords(open, standing, wording), wording.say('coach-back')].join(' ')
}

/** The first touched check of which a clause can be quoted. */
function shownIn({ answered, at }: Standing, wording: Wording, rubric: Rubric): string {
  for (const [check, sentence] of answered?.touched ?? []) {
    const means = at.checks.find(({ id }) => id === check)
    const title = rubric.criteria.find(({ id }) => id === means?.criterion)?.title
    const quote = quoteFrom(sentence, means?.means ?? '')
    if (title !== undefined && quote !== null) return wording.say('coach-showed', { quote, criterion: title })
  }
  return wording.say('coach-showed-none')
}

function openWords(criterion: Criterion | undefined, { at }: Standing, wording: Wording): string {
  if (criterion === undefined) return wording.say('coach-open-none')
  const isOpen = (check: string) => at.checks.some(({ id, shown }) => id === check && shown !== 'yes')
  const drill = criterion.checks.find((check) => check.drill !== undefined && isOpen(check.id))?.drill
  if (drill === undefined) return wording.say('coach-open', { criterion: criterion.title })
  return wording.say('coach-open-drill', { criterion: criterion.title, drill })
}
