import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { systemClock } from '#src/domain/clock.ts'
import type { ServerFrame } from '#src/protocol/frames.ts'
import { type ScoredInterview, scoredInterviewSchema } from '#src/protocol/rest.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, type LiveClient, say } from '../support/live-client.ts'
import { type ModelPeer, obedientModel, startModelPeer } from '../support/model-peer.ts'

const withModel = (peer: ModelPeer, clock = systemClock) =>
  startHotseat({ env: { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer' }, clock })

/** Rests between retries pass fifty times as fast. */
const fastClock = { ...systemClock, after: (delayMs: number, callback: () => void) => systemClock.after(delayMs / 50, callback) }

async function sit(hotseat: Hotseat, choice: Record<string, unknown>) {
  const { id } = await beginInterview(hotseat, choice)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  return { id, client }
}

/** Answers from sample answers until the interviewer closes. */
async function talkToTheEnd(client: LiveClient, parts: string[]): Promise<void> {
  for (let said = 0; said < 60; said++) {
    const { turn } = await say(client, parts[said % parts.length] ?? '')
    if (turn.move === 'close') return
  }
  throw new Error('the interviewer did not close')
}

async function scorecardOf(hotseat: Hotseat, id: string): Promise<ScoredInterview> {
  let found: ScoredInterview | null = null
  const look = async () => {
    const response = await ask(hotseat, `/api/interviews/${id}/scorecard`)
    if (response.status === 200) found = scoredInterviewSchema.parse(await response.json())
    return response.status
  }
  await expect.poll(look, { timeout: 15_000 }).toBe(200)
  if (found === null) throw new Error('no scorecard came')
  return found
}

const strongest = (track: 'behavioral' | 'system-design', question: string): string[] =>
  shippedQuestion(track, question)
    .answers.find(({ quality }) => quality === 'senior')
    ?.parts.flatMap(({ text }) => text.split('\n\n')) ?? []

const wordsShown = (frames: readonly ServerFrame[], turn: number) =>
  frames.flatMap((frame) => (frame.type === 'utterance-delta' && frame.turn === turn ? [frame.text] : []))

test.each([
  { track: 'system-design' as const, question: 'url-shortener', minutes: 45 },
  { track: 'behavioral' as const, question: 'outage-investigated', minutes: 15 },
])(
  'a whole $track interview over HTTP: words come as they are spoken, and every quote is the candidate’s',
  {
    timeout: 60_000,
  },
  async ({ track, question, minutes }) => {
    const peer = await startModelPeer(obedientModel)
    const hotseat = await withModel(peer)
    const { id, client } = await sit(hotseat, { track, question, minutes })
    await talkToTheEnd(client, strongest(track, question))

    const ends = client.frames.filter((frame) => frame.type === 'utterance-end')
    for (const { turn } of ends) expect(wordsShown(client.frames, turn.turn).join('')).toBe(turn.text)
    expect(wordsShown(client.frames, 1).length).toBeGreaterThan(1)
    expect(ends.filter(({ turn }) => turn.spokenBy === 'model:peer').length).toBeGreaterThan(5)

    const { scorecard, turns } = await scorecardOf(hotseat, id)
    expect(scorecard.scorer).toBe('model@1:peer')
    const quotes = scorecard.scores.flatMap((score) => (score.kind === 'rated' ? score.evidence : []))
    expect(quotes.length).toBeGreaterThan(0)
    for (const { turn, start, end, quote } of quotes) {
      const spoken = turns[turn - 1]
      expect([spoken?.speaker, spoken?.text.slice(start, end)]).toEqual(['candidate', quote])
    }
    expect(rowsOf(hotseat, id)).toEqual(turns.map(({ speaker, text }) => ({ speaker, text })))
  },
)

test('an endpoint killed in mid-sentence: the turn is stored once, the room says what happened, the interview goes on', async () => {
  const peer = await startModelPeer(obedientModel)
  const hotseat = await withModel(peer)
  const { id, client } = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  await say(client, 'Let us begin, I have no questions so far.')

  peer.breakAfter(8)
  const answered = await say(client, 'I would keep a table from short code to address.')
  const notice = client.frames.findLast((frame) => frame.type === 'state' && frame.standing.notice !== null)
  expect(notice).toMatchObject({ standing: { notice: expect.stringContaining('broke in the middle of a reply') } })
  expect(answered.turn.spokenBy).toBe('rule-based@1')

  peer.breakAfter(null)
  expect((await say(client, 'The code is the primary key of that table.')).turn.spokenBy).toBe('model:peer')
  const said = rowsOf(hotseat, id).filter(({ speaker }) => speaker === 'candidate')
  expect(said.map(({ text }) => text)).toEqual([
    'Let us begin, I have no questions so far.',
    'I would keep a table from short code to address.',
    'The code is the primary key of that table.',
  ])
})

test('an endpoint that is gone: the rules take the turn and say so, and the scores say why there are none', async () => {
  const peer = await startModelPeer(obedientModel)
  const hotseat = await withModel(peer, fastClock)
  const { id, client } = await sit(hotseat, { track: 'behavioral', question: 'outage-investigated', minutes: 5 })
  await peer.stop()
  const words = strongest('behavioral', 'outage-investigated')
  const answered = await say(client, words[0] ?? '')
  expect(answered.turn.spokenBy).toBe('rule-based@1')
  await talkToTheEnd(client, words.slice(1))
  const { scorecard } = await scorecardOf(hotseat, id)
  expect(scorecard.recommendation).toBeNull()
  for (const score of scorecard.scores)
    expect(score).toMatchObject({
      kind: 'unscored',
      reason: expect.stringContaining('Nothing answers at'),
    })
})

function rowsOf({ databaseFile }: Hotseat, interview: string): { speaker: string; text: string }[] {
  const db = new Database(databaseFile, { readonly: true })
  try {
    return db.prepare('select speaker, text from turns where interview_id = ? order by turn').all(interview) as never
  } finally {
    db.close()
  }
}
