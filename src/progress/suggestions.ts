import type { Level } from '#src/domain/track.ts'
import type { WeakCheck } from './weak-checks.ts'

/** A question of the bank, as far as choosing it goes. */
export interface OfferedQuestion {
  id: string
  title: string
  levels: readonly Level[]
  /** Criterion of each of its key points. */
  criteria: readonly string[]
}

/** What to practise next, and the check that it follows from. */
export type Suggestion =
  | { kind: 'question'; question: string; title: string; because: WeakCheck }
  | { kind: 'redo'; interview: string; title: string; because: WeakCheck }

const most = 3

/**
 * For each of the weakest checks a question that was not tried, asks more of that criterion than others do, and suits the level; where there is
 * none left, that part of the newest interview that lacked it, answered again. No question twice.
 */
export function suggestions(options: {
  weak: readonly WeakCheck[]
  level: Level
  questions: readonly OfferedQuestion[]
  tried: ReadonlySet<string>
}): Suggestion[] {
  const { weak, level, questions, tried } = options
  const taken = new Set(tried)
  const share = (question: OfferedQuestion, criterion: string) =>
    question.criteria.filter((one) => one === criterion).length / Math.max(1, question.criteria.length)
  return weak.slice(0, most).flatMap((because): Suggestion[] => {
    const [best] = questions
      .filter(({ id, levels, criteria }) => !taken.has(id) && levels.includes(level) && criteria.includes(because.criterion))
      .sort((a, b) => share(b, because.criterion) - share(a, because.criterion))
    if (best !== undefined) {
      taken.add(best.id)
      return [{ kind: 'question', question: best.id, title: best.title, because }]
    }
    const [newest] = because.unmet
    return newest === undefined ? [] : [{ kind: 'redo', interview: newest.interview, title: newest.title, because }]
  })
}
