// npm run simulate [-- --interviewer rule-based|model] [--track TRACK] [--temperament NAME] [--json FILE]: whole interviews with simulated candidates, and how the interviewer behaved.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadConfig } from '#src/config.ts'
import { loadContent } from '#src/content/load-content.ts'
import { trackIdSchema, trackIds } from '#src/domain/track.ts'
import type { TurnFigures } from '#src/interviewer/turn-figures.ts'
import { interviewerNamed, observerNamed } from '#src/interviewers-and-scorers.ts'
import { packageRoot } from '#src/package-root.ts'
import { measure } from './measure.ts'
import { type Simulated, simulationMarkdown } from './report.ts'
import { sit } from './sit.ts'
import { candidateOf, temperaments } from './temperaments.ts'

const { values } = parseArgs({
  options: {
    interviewer: { type: 'string', default: 'model' },
    track: { type: 'string' },
    temperament: { type: 'string' },
    json: { type: 'string' },
  },
})
const content = await loadContent(packageRoot())
const named = z.enum(['rule-based', 'model']).parse(values.interviewer)
const config = loadConfig()
const took: TurnFigures[] = []
const interviewer = interviewerNamed(named, content, { config, onTurn: (figures) => took.push(figures) })
const toStderr = (details: object, message: string) => console.error(message, JSON.stringify(details))
const observer = observerNamed(named, content, { config, log: { info: toStderr, warn: toStderr, error: toStderr } })
const tracks = values.track === undefined ? trackIds : [trackIdSchema.parse(values.track)]
const wanted = values.temperament === undefined ? temperaments : [z.enum(temperaments).parse(values.temperament)]

const simulated: Simulated[] = []
for (const track of tracks) {
  const question = content.questions.find((one) => one.track === track && one.framework === undefined)
  if (question === undefined) continue
  for (const temperament of wanted) {
    console.error(`${temperament} sits ${question.id}`)
    const sat = await sit({ content, interviewer, observer, question, candidate: candidateOf(temperament, question) })
    simulated.push({ temperament, measured: measure(sat, content, took.splice(0)) })
  }
}
console.log(simulationMarkdown(interviewer.id, simulated))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(simulated, null, 2)}\n`)
