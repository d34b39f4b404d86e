import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import { NotFoundError } from '#src/errors.ts'
import type { Content } from './content.ts'

/** What an interview over these questions is held with. Throws NotFoundError when the content lacks their track. */
export function holdContent(content: Content, questions: readonly Question[]): HeldContent {
  const [first] = questions
  const rubric = first === undefined ? undefined : content.rubrics.get(first.track)
  if (rubric === undefined) throw new NotFoundError('There is no track for these questions.')
  return { rubric, questions: questions.map(({ id, guide, answers }) => ({ id, guide, answers })) }
}
