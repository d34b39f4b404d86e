// npm run fit [-- --set FOLDER] [--write]: the shares of checks that earn a rating, chosen on the labelled set and tried on questions left out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Content } from '#src/content/content.ts'
import { loadContent } from '#src/content/load-content.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { packageRoot } from '#src/package-root.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import type { CriterionVerdict, Scorer } from '#src/scoring/scorer.ts'
import { assess } from './assess.ts'
import type { Assessed } from './assessment.ts'
import { type Labelled, readLabelledSet } from './labelled-set.ts'
import { type Measured, measure } from './measure.ts'

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [join(import.meta.dirname, 'transcripts')] },
    write: { type: 'boolean', default: false },
  },
})
const content = await loadContent(packageRoot())
const set = values.set.flatMap(readLabelledSet)
const scorer = remembering(createRuleBasedScorer({ lexicon: content.lexicon }))

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.round((to - from) / 0.05) + 1 }, (_, at) => Math.round((from + at * 0.05) * 100) / 100)
const candidates: Thresholds[] = steps(0.3, 0.7).flatMap((two) =>
  steps(0.35, 0.8).flatMap((three) => steps(0.3, 0.8).map((four) => ({ shares: { 2: two, 3: three, 4: four } }))),
)

/** What every candidate makes of every transcript: the expensive part, done once. */
const tried: { thresholds: Thresholds; assessed: Assessed[] }[] = []
for (const [at, thresholds] of candidates.entries()) {
  if (at % 100 === 0) console.error(`${at} of ${candidates.length} thresholds tried`)
  tried.push({ thresholds, assessed: await assessAll(set, content, thresholds) })
}

const best = bestOn(() => true)
const questions = [...new Set(set.map(questionOf))]
const leftOut = questions.flatMap((question) => {
  const chosen = bestOn((labelled) => questionOf(labelled) !== question)
  return chosen.assessed.filter((labelled) => questionOf(labelled) === question)
})
report('chosen on the whole set', measure('rule-based', best.assessed))
report('each question by the rest', measure('rule-based', leftOut))
console.log(`shares ${JSON.stringify(best.thresholds.shares)}; in force ${JSON.stringify(content.thresholds.shares)}`)
if (values.write) writeFileSync(join(packageRoot(), 'rubrics/thresholds.json'), `${JSON.stringify(best.thresholds)}\n`)

async function assessAll(labelled: readonly Labelled[], content: Content, thresholds: Thresholds): Promise<Assessed[]> {
  const assessed: Assessed[] = []
  for (const one of labelled) assessed.push(await assess(one, { content, scorer, thresholds }))
  return assessed
}

function bestOn(counts: (labelled: Labelled) => boolean) {
  const worths = tried.map((one) => ({ ...one, worth: worthOf(one.assessed.filter(counts)) }))
  return worths.reduce((best, one) => (one.worth > best.worth ? one : best))
}

/** Agreement first; a scorer that is too kind or too hard on the whole is worth less. */
function worthOf(assessed: readonly Assessed[]): number {
  const rated = assessed.flatMap(({ raters, assessment }) =>
    Object.entries(raters.a.ratings).flatMap(([criterion, a]) => {
      const b = raters.b.ratings[criterion] ?? null
      const own = assessment.ratings[criterion] ?? null
      return a === null || b === null || own === null ? [] : [{ readers: (a + b) / 2, own }]
    }),
  )
  const squares = rated.reduce((sum, { readers, own }) => sum + (readers - own) ** 2, 0) / rated.length
  const lean = rated.reduce((sum, { readers, own }) => sum + own - readers, 0) / rated.length
  return -squares - Math.abs(lean)
}

function questionOf({ transcript }: Labelled): string {
  return transcript.questions[0]?.id ?? transcript.id
}

function report(name: string, { overall }: Measured): void {
  const { kappa, meanDifference, passAccuracy, exact } = overall
  console.log(
    `${name}: kappa ${kappa?.scorer.toFixed(3)}, exact ${exact.toFixed(2)}, mean difference ${meanDifference.toFixed(2)}, pass ${passAccuracy.toFixed(2)}`,
  )
}

/** Decides each criterion of each transcript once, whatever the thresholds. */
function remembering(scorer: Scorer): Scorer {
  const known = new WeakMap<object, Map<string, CriterionVerdict>>()
  return {
    ...scorer,
    judge: async (task, criterion, signal) => {
      const verdicts = known.get(task.transcript) ?? new Map<string, CriterionVerdict>()
      known.set(task.transcript, verdicts)
      const key = `${task.questionIndex}/${criterion}`
      const verdict = verdicts.get(key) ?? (await scorer.judge(task, criterion, signal))
      verdicts.set(key, verdict)
      return verdict
    },
  }
}
