import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { Score } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { meanOf } from './agreement.ts'
import { readLabelledSet } from './labelled-set.ts'
import { negated, padded, rewritten, shuffled, withOtherNames, without, withSynonyms, withTypos } from './rewrites.ts'

const content = await shippedContent()
const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
const transcripts = readLabelledSet(join(import.meta.dirname, 'transcripts')).map(({ transcript }) => transcript)
const scored = await Promise.all(transcripts.map(async (transcript) => ({ transcript, scores: await scoresOf(transcript) })))

async function scoresOf(transcript: Transcript): Promise<Score[]> {
  const { lexicon, thresholds } = content
  const held = holdContentFor(content, transcript)
  const result = await gradeTranscript({ transcript, content: held, bank: content.questions, lexicon, thresholds, scorer })
  return result.kind === 'scorecard' ? result.scorecard.scores : []
}

const ratingIn = (scores: readonly Score[], criterion: string): number => {
  const score = scores.find((one) => one.criterion === criterion)
  return score?.kind === 'rated' ? score.rating : 1
}

/** By how much each rating of the set moved. */
async function driftsUnder(rewrite: (transcript: Transcript) => Transcript): Promise<number[]> {
  const drifts: number[] = []
  for (const { transcript, scores } of scored) {
    const after = await scoresOf(rewrite(transcript))
    drifts.push(...scores.map(({ criterion }) => ratingIn(after, criterion) - ratingIn(scores, criterion)))
  }
  return drifts
}

const figuresOf = (drifts: readonly number[]) => ({
  mean: meanOf(drifts),
  moved: drifts.filter((drift) => drift !== 0).length / drifts.length,
})

/**
 * `lowest` and `highest` bound the mean drift of a rating, `moved` the share of ratings that change at all. Padding is to lift by 0.1 at the
 * most. This one is put together from stock phrases, and lifts nothing; it sinks some, since a passage is two sentences that stand together.
 */
test.each([
  { name: 'synonyms', by: withSynonyms, lowest: -0.1, highest: 0.05, moved: 0.05 },
  { name: 'other names', by: withOtherNames, lowest: 0, highest: 0, moved: 0 },
  { name: 'shuffled sentences', by: shuffled, lowest: -0.1, highest: 0.1, moved: 0.15 },
  { name: 'typos', by: withTypos, lowest: -0.05, highest: 0.05, moved: 0.05 },
  { name: 'lower case', by: (text: string) => text.toLowerCase(), lowest: -0.02, highest: 0.02, moved: 0.02 },
  { name: 'three times as long without content', by: padded, lowest: -0.15, highest: 0.02, moved: 0.15 },
])('$name: ratings stay about where they were', { timeout: 20_000 }, async ({ by, lowest, highest, moved }) => {
  const drift = figuresOf(await driftsUnder((transcript) => rewritten(transcript, by)))
  expect(drift.mean).toBeGreaterThanOrEqual(lowest)
  expect(drift.mean).toBeLessThanOrEqual(highest)
  expect(drift.moved).toBeLessThanOrEqual(moved)
})

/** Every key point that an interview meets in one or two passages, with the criterion it counts for. Of more than three not all are quoted. */
const metChecks = scored.flatMap(({ transcript, scores }) =>
  scores.flatMap(({ criterion, checks }) =>
    checks
      .filter(({ source, verdict, evidence }) => {
        return (
          source === 'key-point' &&
          verdict === 'yes' &&
          evidence.length < 3 &&
          evidence.every(({ artifact }) => artifact === undefined)
        )
      })
      .map((check) => ({ transcript, scores, criterion, check })),
  ),
)

async function underEach(rewrite: typeof without) {
  const rank = { yes: 2, partly: 1, no: 0, 'not-shown': 0 }
  const changes: { rating: number; fell: boolean }[] = []
  for (const { transcript, scores, criterion, check } of metChecks) {
    const after = await scoresOf(rewrite(transcript, check.evidence))
    const now = after.find((one) => one.criterion === criterion)?.checks.find((one) => one.check === check.check)
    changes.push({
      rating: ratingIn(after, criterion) - ratingIn(scores, criterion),
      fell: now !== undefined && rank[now.verdict] < rank[check.verdict],
    })
  }
  return { fell: meanOf(changes.map(({ fell }) => Number(fell))), ratings: changes.map(({ rating }) => rating) }
}

test('a point whose words are taken away is no longer met, and no rating rises', { timeout: 60_000 }, async () => {
  const { fell, ratings } = await underEach(without)
  expect(metChecks.length).toBeGreaterThan(40)
  expect(fell).toBeGreaterThan(0.85)
  expect(Math.max(...ratings)).toBeLessThanOrEqual(0)
})

// By rote, "not" after every auxiliary, which people do not say: it falls seldom. What they do say is in denials.test.ts.
test('a point that is negated is sometimes no longer met, and ratings do not rise for it', { timeout: 60_000 }, async () => {
  const { fell, ratings } = await underEach(negated)
  expect(fell).toBeGreaterThan(0.1)
  expect(meanOf(ratings)).toBeLessThan(0)
})
