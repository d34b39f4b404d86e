import { expect, test } from 'vitest'
import { type Appeal, appealSchema } from '#src/domain/appeal.ts'
import type { CheckResult, Scorecard } from '#src/domain/score.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { obedientModel, startModelPeer } from '../support/model-peer.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'

const story = [
  'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing.',
  'The log showed one query that had begun to read the whole table, and it came with the release of the day before.',
  'I took that release back within ten minutes, and I told the two teams that wait for us what I had seen.',
  'One of them had seen the same thing on a Monday in autumn and had not told anybody about it.',
].join(' ')
const answers = [
  story,
  [
    'The table had grown past what fits into memory, which nobody had looked at since the spring of the year before.',
    'So the plan that had been good for a small table was a bad one now, and the cache hid that for as long as it was warm.',
    'After the restart of that night it was cold, and every request waited for the disk.',
  ].join(' '),
  [
    'I put an index on it in the evening, after I had tried it on a copy, and the query went from nine seconds to forty milliseconds.',
    'Then I looked through the other queries of that service for the same habit and found two more of them.',
  ].join(' '),
]

async function open(hotseat: Hotseat, words: readonly string[]) {
  const id = await endedInterview(hotseat, words, { question: 'outage-investigated', minutes: 5 })
  await scored(hotseat, id)
  return { id, ...(await openScorecard(hotseat, id)) }
}

const appeal = (hotseat: Hotseat, id: string, body: unknown) =>
  ask(hotseat, `/api/interviews/${id}/appeals`, { method: 'POST', body: JSON.stringify(body) })
async function judged(response: Response): Promise<Appeal> {
  const text = await response.text()
  expect([response.status, text]).toEqual([201, expect.any(String)])
  return appealSchema.parse(JSON.parse(text))
}
const openChecks = ({ perQuestion }: Scorecard) =>
  perQuestion.flatMap(({ question, scores }) =>
    scores.flatMap((score) =>
      score.checks
        .filter(({ verdict }) => verdict !== 'yes')
        .map((check) => ({ question, criterion: score.criterion, check: check.check, result: check })),
    ),
  )
const placeOf = ({ question, criterion, check }: { question: string; criterion: string; check: string }) => ({
  question,
  criterion,
  check,
})

test.each([
  ['that are too few', 'read the log', /^Point at 4 words/],
  ['that nobody said', 'vector clocks decided which of the writers won', /not in what you said/],
  ['that have nothing to do with the check', 'the error rate fell to nothing', /written rules/],
])('words %s move nothing, and the refusal says why', async (_, quote, why) => {
  const hotseat = await startHotseat()
  const { id, scorecard } = await open(hotseat, answers)
  const check = openChecks(scorecard).find(({ result }) => result.verdict === 'not-shown')
  if (check === undefined) throw new Error('every check was shown')
  const refused = await judged(await appeal(hotseat, id, { ...placeOf(check), quote }))
  expect(refused).toMatchObject({ outcome: { kind: 'refused', verdict: 'not-shown' }, reason: expect.stringMatching(why) })
  const after = await openScorecard(hotseat, id)
  expect([after.scorecard, after.appeals]).toEqual([scorecard, [refused]])
  expect(await judged(await appeal(hotseat, id, { ...placeOf(check), quote }))).toEqual(refused)
})

test('the interviewer’s words are nobody’s evidence', async () => {
  const hotseat = await startHotseat()
  const { id, scorecard, turns } = await open(hotseat, answers)
  const [check] = openChecks(scorecard)
  if (check === undefined) throw new Error('every check was met')
  const spoken = turns[0]?.text.split(/(?<=[.?!])\s/).find((sentence) => sentence.split(' ').length > 6) ?? ''
  const refused = await judged(await appeal(hotseat, id, { ...placeOf(check), quote: spoken }))
  expect(refused.reason).toMatch(/^These are the interviewer’s words/)
})

test('words of one’s own that speak of a check move that check alone in part, into a new scorecard that says so', async () => {
  const hotseat = await startHotseat()
  const first = await open(hotseat, answers)
  const target = openChecks(first.scorecard).find(({ result }) => result.verdict === 'not-shown' && termsIn(result) >= 5)
  if (target === undefined) throw new Error('no check is left to speak of')
  // A second interview in which the check's own terms are spoken, turned so that no pattern finds them.
  const spoken = `Looking back at that week, ${scrambled(target.result.means)} was on my mind the whole time.`
  const { id, scorecard } = await open(hotseat, [`${story} ${spoken}`, ...answers.slice(1)])
  const before = openChecks(scorecard).find((one) => one.check === target.check)
  if (before === undefined) throw new Error('the patterns found it')
  const granted = await judged(await appeal(hotseat, id, { ...placeOf(target), quote: spoken }))
  expect(granted).toMatchObject({ outcome: { kind: 'moved', from: before.result.verdict, to: 'partly' }, quote: { turn: 2 } })

  const after = await openScorecard(hotseat, id)
  expect(after.appeals).toEqual([granted])
  expect(after.scorecard.appeals).toMatchObject([{ ...placeOf(target), from: before.result.verdict, to: 'partly' }])
  const verdicts = (card: Scorecard) =>
    card.perQuestion.flatMap(({ scores }) => scores.flatMap(({ checks }) => checks.map(({ check, verdict }) => [check, verdict])))
  const changed = verdicts(after.scorecard).filter((one, at) => JSON.stringify(one) !== JSON.stringify(verdicts(scorecard)[at]))
  expect(changed).toEqual([[target.check, 'partly']])
})

test('a model is believed only with a quote that stands in the words pointed at', async () => {
  let reply: { quotes: { turn: number; quote: string }[]; reason: string; verdict: string } | null = null
  const asked: string[] = []
  const peer = await startModelPeer((request) => {
    if (!request.text.includes('judge one check again')) return obedientModel(request)
    asked.push(request.text)
    return reply === null ? 'I would rather not say.' : JSON.stringify(reply)
  })
  const hotseat = await startHotseat({
    env: { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'a-key', HOTSEAT_MODEL: 'a-model' },
  })
  const { id, scorecard } = await open(hotseat, answers)
  const checks = openChecks(scorecard)
  const [one, two] = checks
  if (one === undefined || two === undefined) throw new Error('every check was met')
  const quote = 'I read the slow query log, and the error rate fell to nothing'

  const failed = await appeal(hotseat, id, { ...placeOf(one), quote })
  expect([failed.status, await failed.json()]).toMatchObject([503, { error: { code: 'not-judged' } }])
  reply = { quotes: [{ turn: 2, quote: 'we sharded the orders by customer and region' }], reason: 'Says how.', verdict: 'yes' }
  expect(await judged(await appeal(hotseat, id, { ...placeOf(one), quote }))).toMatchObject({
    outcome: { kind: 'refused' },
    reason: expect.stringContaining('by no words'),
  })
  reply = { quotes: [{ turn: 2, quote: 'I read the slow query log' }], reason: 'You say how you found it.', verdict: 'yes' }
  expect(await judged(await appeal(hotseat, id, { ...placeOf(two), quote }))).toMatchObject({
    outcome: { kind: 'moved', to: 'yes' },
    quote: { quote: expect.stringContaining('I read the slow query log') },
    reason: 'You say how you found it.',
  })
  expect(asked.every((prompt) => prompt.includes(JSON.stringify(quote).slice(1, -1)))).toBe(true)
  const after = await openScorecard(hotseat, id)
  expect(after.scorecard.appeals?.map(({ check }) => check)).toEqual([two.check])
  expect(after.scorecard.scorer).toBe(scorecard.scorer)
})

test('there is nothing to appeal before a scorecard, in a check that it lacks, and in one that is met', async () => {
  const hotseat = await startHotseat()
  const { id, scorecard } = await open(hotseat, answers)
  const quote = 'the error rate fell to nothing'
  const [score] = scorecard.perQuestion[0]?.scores.filter(({ checks }) => checks.some(({ verdict }) => verdict === 'yes')) ?? []
  const met = score?.checks.find(({ verdict }) => verdict === 'yes')
  const question = scorecard.perQuestion[0]?.question
  const status = async (body: unknown) => (await appeal(hotseat, id, body)).status
  expect(await status({ question, criterion: score?.criterion, check: met?.check, quote })).toBe(409)
  expect(await status({ question, criterion: score?.criterion, check: 'no-such', quote })).toBe(404)
  expect(await status({ question, criterion: score?.criterion, check: met?.check, quote: ' ' })).toBe(400)
  const unscored = await endedInterview(hotseat, [])
  expect((await appeal(hotseat, unscored, { question: 'a', criterion: 'b', check: 'c', quote })).status).toBe(404)
})

const longWords = (means: string): string[] => [...new Set(means.toLowerCase().match(/[a-z]{5,}/g) ?? [])]
const termsIn = ({ means }: CheckResult): number => longWords(means).length
const scrambled = (means: string): string => longWords(means).reverse().join(' and the ')
