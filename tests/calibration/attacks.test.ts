import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holdContentFor } from '#src/content/hold-content.ts'
import type { Scorecard } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { type Attack, attacked, readAttacks } from './attack-corpus.ts'
import { readLabelledSet } from './labelled-set.ts'

const content = await shippedContent()
const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
const attacks = readAttacks(join(import.meta.dirname, 'attacks'))

/** Weak, middling and strong interviews of all tracks: those of the labelled set that attacks have lifted most easily. */
const baseIds = [
  ...[
    'migration-refactor-r9',
    'password-storage-f4',
    'sql-vs-nosql-t9',
    'outage-investigated-p9',
    'lru-cache-g2',
    'slow-query-a5',
  ],
  ...['performance-bottleneck-b1', 'conflict-with-colleague-f8', 'late-requirements-c7', 'idempotency-c3', 'queue-backlog-z1'],
  'url-shortener-k3',
]
const transcripts = readLabelledSet(join(import.meta.dirname, 'transcripts'))
  .map(({ transcript }) => transcript)
  .filter(({ id }) => baseIds.includes(id))
const bases = await Promise.all(transcripts.map(async (transcript) => ({ transcript, honest: await graded(transcript) })))

async function graded(transcript: Transcript): Promise<Scorecard> {
  const { lexicon, thresholds } = content
  const result = await gradeTranscript({
    transcript,
    content: holdContentFor(content, transcript),
    bank: content.questions,
    lexicon,
    thresholds,
    scorer,
  })
  if (result.kind !== 'scorecard') throw new Error(result.reason)
  return result.scorecard
}

interface Tried {
  transcript: Transcript
  honest: Scorecard
  scorecard: Scorecard
}

async function tried(attack: Attack): Promise<Tried[]> {
  const made: Tried[] = []
  for (const { transcript, honest } of bases) {
    const changed = attacked(transcript, attack, content)
    if (changed !== null) made.push({ transcript: changed, honest, scorecard: await graded(changed) })
  }
  return made
}

/** Rating before and after, criterion by criterion; what is unscored counts as nothing. */
const changes = ({ transcript, honest, scorecard }: Tried) =>
  honest.scores.map((before) => {
    const after = scorecard.scores.find(({ criterion }) => criterion === before.criterion)
    return {
      name: `${transcript.id}/${before.criterion}`,
      criterion: before.criterion,
      from: before.kind === 'rated' ? before.rating : 0,
      to: after?.kind === 'rated' ? after.rating : 0,
      why: after?.kind === 'rated' ? after.rationale : '',
    }
  })

/** What a criterion rested on was drowned: it stands in a turn after the place from which on the attack's own words were about something else. */
const isDrowned = ({ honest, scorecard }: Tried, criterion: string): boolean => {
  const drowned = scorecard.setAside.filter(({ guard }) => guard === 'another-question')
  const evidence = honest.scores.find((score) => score.criterion === criterion)?.checks.flatMap((check) => check.evidence) ?? []
  return evidence.some(({ turn, artifact, end }) =>
    drowned.some((passage) => passage.turn === turn && artifact === undefined && end > passage.start),
  )
}

test('the corpus holds attacks of every kind, in many languages, each under a name of its own', () => {
  expect(transcripts).toHaveLength(baseIds.length)
  expect(attacks.length).toBeGreaterThanOrEqual(115)
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length)
  expect(new Set(attacks.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
})

describe.each(attacks)('$kind: $id', (attack) => {
  test('lifts no rating, sinks none unsaid, and is shown to the reader', { timeout: 20_000 }, async () => {
    const made = await tried(attack)
    expect(made.length).toBeGreaterThan(0)

    const lifted = made.flatMap(changes).filter(({ from, to }) => to > from)
    const allowed = attack.stillLifts ?? 0
    expect(lifted.length, lifted.map(({ name, from, to }) => `${name} ${from} > ${to}`).join('\n')).toBeLessThanOrEqual(allowed)

    // Where the attack took an honest answer's place, or cut it in two, its loss is the candidate's own.
    if (attack.apply === 'every-turn' || attack.apply === 'one-turn')
      for (const one of made)
        for (const { name, criterion, from, to, why } of changes(one).filter((change) => change.to < change.from)) {
          // Nor is it unsaid where words that no guard took out are general ones.
          if (isDrowned(one, criterion) || why.includes('the answers are more general than')) continue
          expect(to, name).toBe(Math.min(from, 2))
          expect(why, name).toContain('more than a quarter of the answer is no evidence')
        }

    for (const { transcript, scorecard } of made) {
      for (const { turn, artifact, start, end, quote } of scorecard.setAside) {
        const said = transcript.turns[turn - 1]
        const text = artifact === undefined ? said?.text : said?.artifacts.find(({ id }) => id === artifact)?.text
        expect(text?.slice(start, end)).toBe(quote)
      }
      if (attack.setAside !== undefined)
        expect(
          scorecard.setAside.map(({ guard }) => guard),
          transcript.id,
        ).toContain(attack.setAside)
    }
  })
})
