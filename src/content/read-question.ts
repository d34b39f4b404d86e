import { guideSchema, type Question, questionHeadSchema, questionSchema } from '#src/domain/guide.ts'
import { slugSchema, type TrackId } from '#src/domain/track.ts'
import { checkShape } from './check-shape.ts'
import type { Report } from './fault-list.ts'
import { parseFrontMatter } from './front-matter.ts'
import { parseAnswers } from './read-answers.ts'
import { type ContentSource, readText } from './read-text.ts'
import { readYaml } from './read-yaml.ts'

/** Where the three files of a question lie. */
export const questionFiles = ({ track, id }: { track: string; id: string }) => {
  const folder = `rubrics/${track}/questions/${id}`
  return { question: `${folder}/question.md`, guide: `${folder}/guide.yaml`, answers: `${folder}/answers.md` }
}

/** A question from its folder; undefined when one of its files has faults. */
export async function readQuestion(source: ContentSource, at: { track: TrackId; id: string }): Promise<Question | undefined> {
  const files = questionFiles(at)
  const [shownText, guide, answersText] = await Promise.all([
    readText(source, files.question),
    readYaml(source, { file: files.guide, schema: guideSchema }),
    readText(source, files.answers),
  ])
  checkShape(slugSchema, at.id, (_, expected) => source.faults.of(files.question)('', `a folder named by ${expected}`))
  const shown = shownText === undefined ? undefined : parseShown(shownText, source.faults.of(files.question))
  const answers = answersText === undefined ? undefined : parseAnswers(answersText, source.faults.of(files.answers))
  if (shown === undefined || guide === undefined || answers === undefined) return undefined
  return { ...shown, ...at, guide, answers }
}

/** The shown half of a question: question.md's front matter, and its body as the opening. */
function parseShown(text: string, report: Report) {
  const parsed = parseFrontMatter(questionHeadSchema, text, report)
  if (parsed === undefined) return undefined
  const opening = checkShape(questionSchema.shape.opening, parsed.body, (_, expected) =>
    report('', `the opening after the front matter: ${expected}`),
  )
  return parsed.head === undefined || opening === undefined ? undefined : { ...parsed.head, opening }
}
