import type { Interview } from './interview.ts'
import type { Turn } from './turn.ts'

/** The turns about one question of an interview, in order: those of its phases. Empty for a question that is none of its own. */
export function turnsAbout<Said extends Pick<Turn, 'phase'>>(
  { questions, schedule }: Pick<Interview, 'questions' | 'schedule'>,
  turns: readonly Said[],
  question: string,
): Said[] {
  const index = questions.findIndex(({ id }) => id === question)
  return turns.filter(({ phase }) => schedule[phase]?.question === index)
}
