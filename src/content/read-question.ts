import { join } from 'node:path/posix'
import { casesSchema } from '#src/domain/exercise.ts'
import { guideSchema, type Question, questionHeadSchema, questionSchema } from '#src/domain/guide.ts'
import { slugSchema, type TrackId } from '#src/domain/track.ts'
import { checkShape } from './check-shape.ts'
import type { Report } from './fault-list.ts'
import { parseFrontMatter } from './front-matter.ts'
import { givenDatabase } from './given-database.ts'
import { parseAnswers } from './read-answers.ts'
import { type ContentSource, readText, readTextIfThere } from './read-text.ts'
import { parseYaml } from './read-yaml.ts'

/** Where the files of a question lie, below the folder that holds the tracks. */
export const questionFiles = ({ track, id }: { track: string; id: string }, tracks = 'rubrics') => {
  const folder = join(tracks, track, 'questions', id)
  return {
    question: `${folder}/question.md`,
    guide: `${folder}/guide.yaml`,
    answers: `${folder}/answers.md`,
    database: `${folder}/database.sql`,
    cases: `${folder}/cases.yaml`,
  }
}

interface QuestionPlace {
  track: TrackId
  id: string
  /** The folder that holds the tracks, below the source's root. */
  tracks?: string
  /** Whether only question.md must be there. */
  short?: boolean
}

/** A question from its folder; undefined when one of its files has faults. */
export async function readQuestion(
  source: ContentSource,
  { tracks, short = false, ...at }: QuestionPlace,
): Promise<Question | undefined> {
  const files = questionFiles(at, tracks)
  const textOf = (file: string) => (short ? readTextIfThere(source, file) : readText(source, file))
  const [shownText, guideText, answersText, databaseText, casesText] = await Promise.all([
    readText(source, files.question),
    textOf(files.guide),
    textOf(files.answers),
    readTextIfThere(source, files.database),
    readTextIfThere(source, files.cases),
  ])
  const guide =
    guideText === undefined ? undefined : parseYaml(guideSchema, guideText || '{}', { report: source.faults.of(files.guide) })
  checkShape(slugSchema, at.id, (_, expected) => source.faults.of(files.question)('', `a folder named by ${expected}`))
  const shown = shownText === undefined ? undefined : parseShown(shownText, source.faults.of(files.question))
  const answers = answersText === undefined ? undefined : parseAnswers(answersText, source.faults.of(files.answers))
  if (shown === undefined || guide === undefined || answers === undefined) return undefined
  const database = databaseText ? givenDatabase(databaseText) : undefined
  const cases = casesText ? parseYaml(casesSchema, casesText, { report: source.faults.of(files.cases) }) : undefined
  const exercise = { ...(database !== undefined && { database }), ...(cases !== undefined && { cases }) }
  return { ...shown, ...at, guide, answers, ...(Object.keys(exercise).length > 0 && { exercise }) }
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
