import { expect, test } from 'vitest'
import { openAiModel } from '#src/model/openai-model.ts'
import { createModelScorer } from '#src/scoring/model-scorer.ts'
import { manualClock } from '../support/manual-clock.ts'
import { type PeerReply, type PeerRequest, startModelPeer } from '../support/model-peer.ts'
import { answerWith, checksUnder, criteria, shippedPrompt as prompt, scorecardOf, scoreOf } from './model-scoring.ts'

const shown = { quotes: [{ turn: 2, quote: 'appended as an immutable event' }], verdict: 'yes' }
const good = JSON.stringify(answerWith({ 'append-scans': shown }))

/** A scorecard by a real client and a peer over HTTP that answers like this. */
async function scoredBy(answer: (request: PeerRequest) => PeerReply) {
  const peer = await startModelPeer(answer)
  const model = openAiModel({ baseUrl: peer.baseUrl, apiKey: '', model: 'peer', clock: manualClock() })
  return { peer, card: await scorecardOf(createModelScorer({ model, prompt })) }
}
const isAbout = (criterion: string, { text }: PeerRequest) => text.includes(`- ${checksUnder(criterion)[0]}:`)
const formOf = ({ responseFormat }: PeerRequest) => (responseFormat as { type?: string } | undefined)?.type ?? 'text'
const isRepair = ({ text }: PeerRequest) => text.includes('faults_of_the_reply')

test.each([
  { takes: ['json_schema', 'json_object', 'text'], rejected: 0 },
  { takes: ['json_object', 'text'], rejected: 1 },
  { takes: ['text'], rejected: 2 },
])(
  'an endpoint that takes $takes scores all criteria, and is asked in vain only once for what it does not take',
  async ({ takes, rejected }) => {
    const { peer, card } = await scoredBy((request) =>
      takes.includes(formOf(request)) ? good : { status: 400, message: 'response_format is not supported' },
    )
    expect(card.scores.map(({ kind }) => kind)).toEqual(criteria.map(() => 'rated'))
    expect(peer.requests).toHaveLength(criteria.length + rejected)
    expect(card.usage).toMatchObject({ calls: criteria.length, retries: rejected })
    expect(scoreOf(card, 'depth').checks.find(({ check }) => check === 'append-scans')?.verdict).toBe('yes')
  },
)

test('broken JSON is mended, or asked for once more, and what stays broken leaves its criterion unscored', async () => {
  const { peer, card } = await scoredBy((request) => {
    if (isAbout('framing', request)) return good.slice(0, -2).replace('"claims"', 'claims')
    if (isAbout('core-design', request)) return isRepair(request) ? good : 'I would say that it went well.'
    if (isAbout('depth', request)) return '{"claims": [], "checks": {"append-scans": "yes"}}'
    return good
  })
  expect(card.scores.map(({ kind }) => kind)).toEqual(['rated', 'rated', 'unscored', 'rated', 'rated'])
  expect(scoreOf(card, 'depth')).toMatchObject({
    reason: expect.stringContaining('in the form it was asked for, twice'),
    checks: [],
  })
  expect(peer.requests.filter(isRepair)).toHaveLength(2)
  expect(card.usage).toMatchObject({ calls: 5, retries: 2 })
})

test('when half of the criteria fail the others keep their ratings, nothing gets a number without a verdict, and nothing is recommended', async () => {
  const failing = ['depth', 'reliability', 'judgement']
  const { card } = await scoredBy((request) =>
    failing.some((criterion) => isAbout(criterion, request)) ? { status: 401, message: 'no' } : good,
  )
  expect(card.scores.map(({ kind }) => kind)).toEqual(['rated', 'rated', 'unscored', 'unscored', 'unscored'])
  expect(card).toMatchObject({ recommendation: null, mean: null, note: expect.stringContaining('not scored') })
})

test('quotes that were never said carry nothing, however many there are, and the share that was found is kept', async () => {
  const lies = Object.fromEntries(
    criteria
      .flatMap(checksUnder)
      .map((id, at) => [id, { quotes: [{ turn: 2, quote: `we shard the ledger by region number ${at}` }], verdict: 'yes' }]),
  )
  const { card } = await scoredBy(() => JSON.stringify(answerWith(lies)))
  expect(card.scores.map((score) => score.kind === 'rated' && score.rating)).toEqual([1, 1, 1, 1, 1])
  expect(card.scores.flatMap(({ checks }) => checks).flatMap(({ evidence }) => evidence)).toEqual([])
  expect(card.quotes).toEqual({ claimed: criteria.flatMap(checksUnder).length, verified: 0 })
})

test('one true quote shown for every check supports two of a criterion', async () => {
  const all = Object.fromEntries(criteria.flatMap(checksUnder).map((id) => [id, shown]))
  const { card } = await scoredBy(() => JSON.stringify(answerWith(all)))
  for (const { checks } of card.scores) expect(checks.filter(({ verdict }) => verdict === 'yes').length).toBeLessThanOrEqual(2)
})
