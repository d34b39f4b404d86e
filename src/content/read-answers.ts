import { z } from 'zod'
import { type SampleAnswer, sampleAnswerSchema } from '#src/domain/guide.ts'
import { checkShape } from './check-shape.ts'
import type { Report } from './fault-list.ts'
import { splitHeadings } from './split-headings.ts'

const answersSchema = z.array(sampleAnswerSchema)

/** The sample answers of an answers.md: `## senior` (a level, or `weak`), each with `### phase-id` parts. Undefined when it has faults. */
export function parseAnswers(text: string, report: Report): SampleAnswer[] | undefined {
  const { sections } = splitHeadings(text, 2)
  const answers = sections.map(({ heading, text: body }) => {
    const { before, sections: parts } = splitHeadings(body, 3)
    if (before !== '') report(heading, 'its text under "### phase-id" headings, and none ahead of the first')
    return { quality: heading, parts: parts.map((part) => ({ phase: part.heading, text: part.text })) }
  })
  return checkShape(answersSchema, answers, (path, expected) => report(named(path, answers), expected))
}

/** `[1].parts[0].text` as a reader of the file knows it: `weak.parts[0].text`. */
const named = (path: string, answers: readonly { quality: string }[]): string =>
  path.replace(/^\[(\d+)\]/, (whole, index: string) => answers[Number(index)]?.quality ?? whole)
