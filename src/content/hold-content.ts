import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { NotFoundError } from '#src/errors.ts'
import type { Content } from './content.ts'

/** What an interview over these questions is held with. Throws NotFoundError when the content lacks their track. */
export function holdContent({ rubrics }: Pick<Content, 'rubrics'>, questions: readonly Question[]): HeldContent {
  const [first] = questions
  const rubric = first === undefined ? undefined : rubrics.get(first.track)
  if (rubric === undefined) throw new NotFoundError('There is no track for these questions.')
  return { rubric, questions: questions.map(({ id, guide, answers }) => ({ id, guide, answers })) }
}

/** What a transcript from anywhere is graded with: its track's rubric, and those of its questions that the bank has. Throws NotFoundError. */
export function holdContentFor(
  content: Pick<Content, 'rubrics' | 'questions'>,
  { track, questions }: Pick<Transcript, 'track' | 'questions'>,
): HeldContent {
  const rubric = content.rubrics.get(track)
  if (rubric === undefined) throw new NotFoundError(`There is no track ${track}.`)
  const ids = questions.map(({ id }) => id)
  const known = content.questions.filter((question) => question.track === track && ids.includes(question.id))
  return known.length === 0 ? { rubric, questions: [] } : holdContent(content, known)
}
