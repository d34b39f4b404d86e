// npm run calibrate [-- --scorer rule-based|model] [--set FOLDER] [--json FILE]: how far a scorer agrees with two careful readings of a labelled set.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadConfig } from '#src/config.ts'
import { loadContent } from '#src/content/load-content.ts'
import { scorerNamed } from '#src/interviewers-and-scorers.ts'
import { packageRoot } from '#src/package-root.ts'
import { assess } from './assess.ts'
import type { Assessed } from './assessment.ts'
import { type Labelled, readLabelledSet } from './labelled-set.ts'
import { measure } from './measure.ts'
import { reportMarkdown } from './report-markdown.ts'
import { alwaysThree, byWordCount } from './trivial-scorers.ts'

const { values } = parseArgs({
  options: {
    scorer: { type: 'string', default: 'rule-based' },
    set: { type: 'string', default: join(import.meta.dirname, 'transcripts') },
    json: { type: 'string' },
  },
})
const content = await loadContent(packageRoot())
const scorer = scorerNamed(z.enum(['rule-based', 'model']).parse(values.scorer), content, loadConfig())
const set = readLabelledSet(values.set)

const assessed: Assessed[] = []
for (const [at, labelled] of set.entries()) {
  console.error(`grading ${labelled.transcript.id} (${at + 1} of ${set.length})`)
  assessed.push(await assess(labelled, { content, scorer }))
}
const wordCount = byWordCount(set)
const trivial = (by: (labelled: Labelled) => Assessed['assessment']) => assessed.map((one) => ({ ...one, assessment: by(one) }))
const measured = [
  measure(scorer.id, assessed),
  measure('always 3', trivial(alwaysThree)),
  measure('word count alone', trivial(wordCount)),
]
console.log(reportMarkdown(measured))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
