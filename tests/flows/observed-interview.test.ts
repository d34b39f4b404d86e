import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type TurnNotes, turnNotesSchema } from '#src/domain/turn-notes.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { beginInterview, connect, type LiveClient, say } from '../support/live-client.ts'
import {
  isForNotes,
  type ModelPeer,
  obedientModel,
  type PeerReply,
  type PeerRequest,
  startModelPeer,
} from '../support/model-peer.ts'

const said = 'I would keep a table from short code to address, and the code is its primary key.'
const quote = 'I would keep a table from short code to address'
const noted = (over: object = {}) =>
  JSON.stringify({ shown: [], decisions: [{ quote }], open: ['how codes are made'], contradiction: null, ...over })

/** An interview whose observer answers what the test says; everything else is obedient. */
async function observed(notes: (request: PeerRequest) => PeerReply | Promise<PeerReply>, env: Record<string, string> = {}) {
  const peer = await startModelPeer((request) => (isForNotes(request) ? notes(request) : obedientModel(request)))
  const hotseat = await startHotseat({
    env: { OPENAI_BASE_URL: peer.baseUrl, OPENAI_API_KEY: 'peer-key', HOTSEAT_MODEL: 'peer', ...env },
  })
  const { id } = await beginInterview(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45 })
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  return { peer, hotseat, id, client }
}

const observerCalls = ({ requests }: ModelPeer) => requests.filter(isForNotes).length
const interviewerCalls = ({ requests }: ModelPeer) => requests.length - requests.filter(isForNotes).length
const noticesIn = ({ frames }: LiveClient) =>
  frames.flatMap((frame) => (frame.type === 'state' && frame.standing.notice !== null ? [frame.standing.notice] : []))

function notesOf({ databaseFile }: Hotseat, interview: string): TurnNotes[] {
  const db = new Database(databaseFile, { readonly: true })
  try {
    const rows = db.prepare<[string], { notes: string }>('select notes from turn_notes where interview_id = ? order by turn')
    return rows.all(interview).map(({ notes }) => turnNotesSchema.parse(JSON.parse(notes)))
  } finally {
    db.close()
  }
}

/** A reply that is given when the test says. */
function heldReply(reply: string) {
  let give: () => void = () => undefined
  let askedFor: () => void = () => undefined
  const asked = new Promise<void>((resolve) => (askedFor = resolve))
  const given = new Promise<string>((resolve) => (give = () => resolve(reply)))
  return {
    asked,
    give,
    answer: () => {
      askedFor()
      return given
    },
  }
}

test('notes are made once the interviewer has spoken, kept through a restart, and told to the next observation', async () => {
  const { peer, hotseat, id, client } = await observed(() => noted())
  expect(observerCalls(peer)).toBe(0)
  await say(client, said)
  await expect.poll(() => notesOf(hotseat, id)).toHaveLength(1)
  expect(notesOf(hotseat, id)).toEqual([
    {
      turn: 2,
      observer: 'observe-turn@2:peer',
      shown: [],
      decisions: [{ turn: 2, start: 0, end: quote.length, quote }],
      open: ['how codes are made'],
      contradiction: null,
    },
  ])
  const order = peer.requests.map((request) => (isForNotes(request) ? 'observer' : 'interviewer'))
  expect(order).toEqual(['interviewer', 'interviewer', 'observer'])

  await hotseat.restart()
  const back = await connect(hotseat, id)
  await back.next('snapshot')
  await say(back, 'A code is seven letters, drawn at random.')
  await expect.poll(() => observerCalls(peer)).toBe(2)
  expect(peer.requests.findLast(isForNotes)?.lastMessage).toContain(JSON.stringify({ turn: 2, quote }))
})

test.each([
  ['fails', { status: 500, message: 'out of memory' }],
  ['is no notes', 'I have nothing to note, thank you.'],
])('an observation that %s changes nothing: no notes, no notice, and the interviewer is asked once a turn', async (_, reply) => {
  const { peer, hotseat, id, client } = await observed(() => reply)
  for (const text of [said, 'The code is seven letters, drawn at random.']) {
    expect((await say(client, text)).turn.spokenBy).toBe('model:peer')
    await expect.poll(() => peer.requests.some((request) => isForNotes(request) && request.text.includes(text))).toBe(true)
  }
  expect([interviewerCalls(peer), notesOf(hotseat, id), noticesIn(client)]).toEqual([3, [], []])
})

test('words that nobody said are not kept', async () => {
  const { hotseat, id, client } = await observed(() =>
    noted({ decisions: [{ quote: 'I would put everything into one big cache' }] }),
  )
  await say(client, said)
  await expect.poll(() => notesOf(hotseat, id)).toMatchObject([{ turn: 2, decisions: [], open: ['how codes are made'] }])
})

test('notes that come late hold nothing up and are not kept; the next ones cover the turn that was missed', async () => {
  const late = heldReply(noted({ open: ['too late'] }))
  let isFirst = true
  const { peer, hotseat, id, client } = await observed(() => {
    if (!isFirst) return noted()
    isFirst = false
    return late.answer()
  })
  await say(client, said)
  await late.asked
  await say(client, 'The code is seven letters, drawn at random.')
  late.give()
  await expect
    .poll(() => notesOf(hotseat, id))
    .toMatchObject([{ turn: 4, open: ['how codes are made'], decisions: [{ turn: 2 }] }])
  expect([interviewerCalls(peer), observerCalls(peer)]).toEqual([3, 2])
})

test('a server that is stopped while the observer thinks stops at once, and nothing is lost', async () => {
  const late = heldReply(noted())
  const { peer, hotseat, id, client } = await observed(() => late.answer())
  await say(client, said)
  await late.asked
  await hotseat.restart()
  late.give()
  expect(notesOf(hotseat, id)).toEqual([])
  // The answer has no notes yet: they are made when the candidate is back.
  const back = await connect(hotseat, id)
  await back.next('snapshot')
  await expect.poll(() => notesOf(hotseat, id)).toMatchObject([{ turn: 2 }])
  expect(interviewerCalls(peer)).toBe(2)
})

test('an interview that ends while the observer thinks is closed all the same, and gets no notes', async () => {
  const late = heldReply(noted())
  const { hotseat, id, client } = await observed(() => late.answer())
  await say(client, said)
  await late.asked
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  late.give()
  await hotseat.close()
  expect(notesOf(hotseat, id)).toEqual([])
})

test('HOTSEAT_OBSERVER=off observes nothing', async () => {
  const { peer, hotseat, id, client } = await observed(() => noted(), { HOTSEAT_OBSERVER: 'off' })
  await say(client, said)
  await say(client, 'The code is seven letters, drawn at random.')
  expect([observerCalls(peer), notesOf(hotseat, id)]).toEqual([0, []])
})
