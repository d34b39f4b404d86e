import { expect, test } from 'vitest'
import { readConfig } from '#src/config.ts'
import { systemClock } from '#src/domain/clock.ts'
import { interviewersOf } from '#src/interviewers-and-scorers.ts'
import { withoutLimits } from '#src/jobs/token-budget.ts'
import { contentFor } from '#src/main.ts'
import { designInterview, sitting } from '../interviewer/fixtures.ts'
import { boxes, draw, sendPicture } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, type LiveClient, say } from '../support/live-client.ts'
import { obedientModel, type PeerReply, type PeerRequest, startModelPeer } from '../support/model-peer.ts'
import { png } from '../support/png.ts'
import { scriptedModel } from '../support/scripted-model.ts'

const picture = png({ width: 640, height: 480 })
const url = `data:image/png;base64,${picture.toString('base64')}`

/** Enough to be scored. */
const words =
  'I keep one row for each code, because a read finds its address by the key and nothing else has to be asked for. '.repeat(3)

/** A model that sees pictures interviews on a design, in a room where somebody draws. */
async function room({
  env = { HOTSEAT_PICTURES: 'on' },
  answer = obedientModel,
}: {
  env?: Record<string, string>
  answer?: (request: PeerRequest) => PeerReply
} = {}) {
  const peer = await startModelPeer(answer)
  const model = { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer' }
  const hotseat = await startHotseat({ env: { ...model, ...env } })
  const { id } = await beginInterview(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  /** Pictures of each request since the last look, the observer's and scorer's among them. */
  const looks = () => peer.requests.splice(0).map(({ pictures }) => pictures)
  looks()
  return { peer, hotseat, id, client, looks }
}

async function store({ hotseat, id }: { hotseat: Hotseat; id: string }, base: number | null, labels: string[]) {
  const response = await draw(hotseat, id, { scene: boxes(labels), base })
  expect(response.status).toBe(200)
}

async function sayWithBoard(client: LiveClient, revision: number, text = 'Here is how it hangs together.') {
  const clientTurnId = `turn-with-board-${revision}-${text.length}`
  client.send({ type: 'say', clientTurnId, text, artifacts: [{ kind: 'board', revision }] })
  const { turn } = await client.next('turn-stored', (frame) => frame.clientTurnId === clientTurnId)
  return await client.next('utterance-end', (frame) => frame.turn.turn > turn.turn)
}

test('the picture of the latest board goes once, with the turn in which the board changed, and to the interviewer alone', {
  timeout: 60_000,
}, async () => {
  const { peer, hotseat, id, client, looks } = await room()
  await store({ hotseat, id }, null, ['Client', 'Shortener'])
  expect((await sendPicture(hotseat, id, 1, picture)).status).toBe(200)
  await say(client, 'I begin with the interface.')
  expect(looks().flat()).toEqual([])

  await sayWithBoard(client, 1)
  const [asked] = peer.requests.filter(({ pictures }) => pictures.length > 0)
  expect(asked?.lastMessage).toContain('Shortener')
  expect(looks().flat()).toEqual([url])

  await sayWithBoard(client, 1, `It stays as it was. ${words}`)
  await say(client, `A code is seven letters. ${words}`)
  expect(looks().flat()).toEqual([])

  const other = png({ width: 320, height: 200 })
  await store({ hotseat, id }, 1, ['Client', 'Shortener', 'Cache'])
  expect((await sendPicture(hotseat, id, 2, other)).status).toBe(200)
  await sayWithBoard(client, 2)
  expect(looks().flat()).toEqual([`data:image/png;base64,${other.toString('base64')}`])

  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  const scorecard = async () => (await ask(hotseat, `/api/interviews/${id}/scorecard`)).status
  await expect.poll(scorecard, { timeout: 20_000 }).toBe(200)
  const scoring = looks()
  expect([scoring.length > 5, scoring.flat()]).toEqual([true, []])
})

test('a picture that comes late, or never, holds nothing up: the turn goes on the words', { timeout: 30_000 }, async () => {
  const { peer, hotseat, id, client, looks } = await room()
  await store({ hotseat, id }, null, ['Client', 'Shortener'])
  const { turn } = await sayWithBoard(client, 1)
  expect(turn.spokenBy).toBe('model:peer')
  expect(peer.requests.some(({ lastMessage }) => lastMessage.includes('Shortener'))).toBe(true)
  expect((await sendPicture(hotseat, id, 1, picture)).status).toBe(200)
  await say(client, 'A code is seven letters.')
  expect(looks().flat()).toEqual([])
})

test('a model that is not said to see pictures gets none', { timeout: 30_000 }, async () => {
  const { peer, hotseat, id, client } = await room({ env: {} })
  await store({ hotseat, id }, null, ['Client', 'Shortener'])
  expect((await sendPicture(hotseat, id, 1, picture)).status).toBe(409)
  await sayWithBoard(client, 1)
  const contents = peer.requests
    .flatMap(({ body }) => body.messages as { content: unknown }[])
    .map(({ content }) => typeof content)
  expect(new Set(contents)).toEqual(new Set(['string']))
})

test('an endpoint that refuses pictures is asked once more without, and the candidate is not told of an error', {
  timeout: 30_000,
}, async () => {
  const refusing = (request: PeerRequest) =>
    request.pictures.length > 0 ? { status: 400, message: 'This model does not support images.' } : obedientModel(request)
  const { hotseat, id, client, looks } = await room({ answer: refusing })
  await store({ hotseat, id }, null, ['Client', 'Shortener'])
  await sendPicture(hotseat, id, 1, picture)
  const { turn } = await sayWithBoard(client, 1)
  expect(turn.spokenBy).toBe('model:peer')
  expect(looks().filter((pictures) => pictures.length > 0)).toEqual([[url]])
  const notices = client.frames.flatMap((frame) => (frame.type === 'state' ? [frame.standing.notice] : []))
  expect(notices.filter((notice) => notice !== null)).toEqual([])

  await store({ hotseat, id }, 1, ['Client', 'Shortener', 'Cache'])
  await sendPicture(hotseat, id, 2, picture)
  expect((await sayWithBoard(client, 2)).turn.spokenBy).toBe('model:peer')
  expect(looks().flat()).toEqual([])
})

test('where the words fill what the model can read the picture stays away', { timeout: 30_000 }, async () => {
  const { hotseat, id, client, looks } = await room({ env: { HOTSEAT_PICTURES: 'on', HOTSEAT_CONTEXT_TOKENS: '8192' } })
  const long = 'I would weigh how often each address is read against what a second copy of it costs us. '.repeat(130)
  await say(client, long)
  await say(client, long)
  looks()
  await store({ hotseat, id }, null, ['Client', 'Shortener'])
  await sendPicture(hotseat, id, 1, png({ width: 1024, height: 1024 }))
  expect((await sayWithBoard(client, 1)).turn.spokenBy).toBe('model:peer')
  expect(looks().flat()).toEqual([])
})

test('that an endpoint refused a picture is written to the log as a warning, with its words', async () => {
  const config = readConfig({ HOTSEAT_MODEL: 'peer', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', HOTSEAT_PICTURES: 'on' })
  const model = scriptedModel(
    () => ({ value: null }),
    (call) => {
      call.onPictureRefused?.({ words: 'This model does not support images.', isLasting: true })
      return [
        { type: 'text', text: '{"move": "open", "words": "Hello."}' },
        { type: 'finish', usage: null },
      ]
    },
  )
  const warned: object[] = []
  const log = { info: () => undefined, warn: (details: object) => void warned.push(details), error: () => undefined }
  const interview = { ...designInterview, interviewer: 'model' as const }
  const interviewer = interviewersOf(await contentFor(config), model, { config, clock: systemClock, log, budget: withoutLimits })(
    interview,
  )
  await sitting({ interviewer, interview }).hear('start')
  expect(warned).toEqual([{ interview: interview.id, words: 'This model does not support images.', isLasting: true }])
})
