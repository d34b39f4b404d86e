// npm run fit [-- --set FOLDER …] [--test FOLDER …] [--write]: how wording is read, learnt from the bank's sample answers; then what a rating takes of a
// scorer that goes by words, chosen on labelled transcripts and tried on questions left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Content } from '#src/content/content.ts'
import { holdContentFor } from '#src/content/hold-content.ts'
import { loadContent } from '#src/content/load-content.ts'
import type { Thresholds } from '#src/domain/thresholds.ts'
import { levels } from '#src/domain/track.ts'
import { wordingOf } from '#src/evidence/wording.ts'
import { packageRoot } from '#src/package-root.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { sharesAt } from '#src/scoring/rating.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { taskGround } from '#src/scoring/task-ground.ts'
import { meanOf } from './agreement.ts'
import { assess } from './assess.ts'
import type { Assessed } from './assessment.ts'
import { fitWords, type Sample } from './fit.ts'
import { bestWording, fitWording } from './fit-wording.ts'
import { type Labelled, readLabelledSet } from './labelled-set.ts'
import { type Measured, measure } from './measure.ts'

const { values } = parseArgs({
  options: {
    set: {
      type: 'string',
      multiple: true,
      default: ['transcripts', 'further-transcripts'].map((name) => join(import.meta.dirname, name)),
    },
    /** Labelled too, and measured with what was chosen on the rest. */
    test: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
})
const loaded = await loadContent(packageRoot())
const learnt = { ...loaded.thresholds.wording, ...fitWording(loaded.questions), most: bestWording }
const content = { ...loaded, thresholds: { ...loaded.thresholds, wording: learnt } }
const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
const set = values.set.flatMap(readLabelledSet)
const samples = (await Promise.all(set.map((labelled) => samplesOf(labelled, content)))).flat()
const usual = {
  mean: rounded(meanOf(samples.map(({ features }) => features.wording))),
  weakest: rounded(meanOf(samples.map(({ features }) => features.weakest))),
}

const chosen = withWords(fitWords(samples))
report('in force', await assessAll(set, loaded.thresholds))
report('chosen on the whole set', await assessAll(set, chosen))
const leftOut: Assessed[] = []
for (const question of new Set(samples.map((sample) => sample.question))) {
  const words = fitWords(samples.filter((sample) => sample.question !== question))
  leftOut.push(
    ...(await assessAll(
      set.filter((labelled) => questionOf(labelled) === question),
      withWords(words),
    )),
  )
}
report('each question by the rest', leftOut)
if (values.test.length > 0) report('transcripts set apart', await assessAll(values.test.flatMap(readLabelledSet), chosen))
console.log(JSON.stringify(chosen.words))
if (values.write) {
  const file = join(packageRoot(), 'rubrics/thresholds.json')
  writeFileSync(file, `${JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...chosen }, null, 2)}\n`)
}

function withWords(words: Thresholds['words']): Thresholds {
  return { ...content.thresholds, words, wording: { ...learnt, usual } }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function questionOf({ transcript }: Labelled): string {
  return transcript.questions[0]?.id ?? transcript.id
}

async function assessAll(labelled: readonly Labelled[], thresholds: Thresholds): Promise<Assessed[]> {
  const assessed: Assessed[] = []
  for (const one of labelled) assessed.push(await assess(one, { content, scorer, thresholds }))
  return assessed
}

async function samplesOf(labelled: Labelled, { lexicon, thresholds }: Content): Promise<Sample[]> {
  const { transcript, raters } = labelled
  const held = holdContentFor(content, transcript)
  const task = { transcript, rubric: held.rubric, questionIndex: 0, question: held.questions[0] ?? null }
  let specificity = 0
  const watched: typeof scorer = {
    ...scorer,
    judge: async (task, criterion, signal) => {
      const verdict = await scorer.judge(task, criterion, signal)
      if (verdict.ok) specificity = verdict.specificity ?? 0
      return verdict
    },
  }
  const result = await gradeTranscript({ transcript, content: held, lexicon, thresholds, scorer: watched })
  if (result.kind !== 'scorecard') return []
  return result.scorecard.scores.flatMap((score): Sample[] => {
    const a = raters.a.ratings[score.criterion] ?? null
    const b = raters.b.ratings[score.criterion] ?? null
    const criterion = held.rubric.criteria.find(({ id }) => id === score.criterion)
    if (a === null || b === null || criterion === undefined) return []
    const { mean, weakest } = wordingOf(taskGround(task, lexicon).ground, thresholds.wording)
    const shares = sharesAt(transcript.level, score.checks, { criterion, guide: held.questions[0]?.guide ?? null })
    return [
      {
        question: questionOf(labelled),
        features: {
          2: shares[2] ?? 0,
          3: shares[3] ?? 0,
          4: shares[4] ?? 0,
          specificity,
          wording: mean,
          weakest,
          level: -levels.indexOf(transcript.level),
        },
        rating: (a + b) / 2,
      },
    ]
  })
}

function report(name: string, assessed: readonly Assessed[]): void {
  const measured: Measured = measure('rule-based', assessed)
  const { kappa, meanDifference, passAccuracy, exact, withinOne } = measured.overall
  const tracks = Object.entries(measured.tracks).map(([track, own]) => `${track} ${own.kappa?.scorer.toFixed(2) ?? '–'}`)
  console.log(
    `${name}: kappa ${kappa?.scorer.toFixed(3)}, exact ${exact.toFixed(2)}, within one ${withinOne.toFixed(2)}, mean difference ${meanDifference.toFixed(2)}, pass ${passAccuracy.toFixed(2)} (${tracks.join(', ')})`,
  )
}
