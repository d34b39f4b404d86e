import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { shownBoardSchema } from '#src/protocol/board.ts'
import { closeCodes } from '#src/protocol/frames.ts'
import { receivedReviewsSchema, type SharedInterview, sharedInterviewSchema, shareListSchema } from '#src/protocol/sharing.ts'
import { boxes, draw } from '../support/drawing.ts'
import { enter, enterAsGuest, type Guest, share } from '../support/guest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { markContent, markersIn } from '../support/marked-content.ts'
import { endedInterview, endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'

const day = 24 * 60 * 60 * 1000
const words = 'I found the cause of the outage in March because I read the slow query log, and the error rate fell to nothing. '
const answers = [words.repeat(3), words.repeat(3), words.repeat(3)]

const read = async (guest: Guest): Promise<SharedInterview> => {
  const response = await guest.ask(`/api/shared/${guest.share}`)
  expect(response.status).toBe(200)
  return sharedInterviewSchema.strict().parse(await response.json())
}
const submit = (guest: Guest, body: unknown) =>
  guest.ask(`/api/shared/${guest.share}/review`, { method: 'POST', body: JSON.stringify(body) })
const sharesOf = async (hotseat: Hotseat, id: string) =>
  shareListSchema.strict().parse(await (await ask(hotseat, `/api/interviews/${id}/shares`)).json())
const problemOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, ...error }
}

/** Every table of the file, as text. */
function dumpOf({ databaseFile }: Hotseat): string {
  const db = new Database(databaseFile, { readonly: true })
  const tables = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all()
  const dump = tables.map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all())).join('\n')
  db.close()
  return dump
}

test('a link is told once, opens the transcript to who has it, and the file holds neither it nor the cookie', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const id = await endedInterview(hotseat, answers)
  const { share: made, token } = await share(hotseat, id, { kind: 'read-only', name: 'Grace' })
  expect(made).toEqual({
    id: expect.any(String),
    kind: 'read-only',
    name: 'Grace',
    showsRatings: false,
    createdAt: clock.now(),
    expiresAt: clock.now() + 7 * day,
    lastUsedAt: null,
    revokedAt: null,
  })
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(await sharesOf(hotseat, id)).toEqual({ shares: [made], reviews: 0, isLoopbackOnly: true })

  const entered = await enter(hotseat, token)
  const [cookie, ...attributes] = (entered.headers.get('set-cookie') ?? '').split('; ')
  expect(cookie).toMatch(new RegExp(`^hotseat_shared_${made.id}=[\\w-]{43}$`))
  expect(attributes.sort()).toEqual(['HttpOnly', `Max-Age=${7 * 24 * 3600}`, 'Path=/api/shared', 'SameSite=Strict'])

  const guest = await enterAsGuest(hotseat, token)
  clock.advance(1000)
  const { turns, criteria, scores, review } = await read(guest)
  expect(turns.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text)).toEqual(answers)
  expect([criteria, scores, review]).toEqual([[], { kind: 'hidden' }, null])
  expect((await sharesOf(hotseat, id)).shares).toEqual([{ ...made, lastUsedAt: clock.now() }])
  const dump = dumpOf(hotseat)
  expect(dump).toContain(made.id)
  for (const secret of [token, guest.cookie.split('=')[1] ?? '']) expect(dump).not.toContain(secret)
})

test('the same browser that opens a link again stays the same guest', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  const { token } = await share(hotseat, id)
  const guest = await enterAsGuest(hotseat, token)
  const again = await enter(hotseat, token, { cookie: guest.cookie })
  expect([again.status, again.headers.get('set-cookie')]).toEqual([200, null])
})

test('a link is made for ended interviews of one’s own, for 90 days at most', async () => {
  const hotseat = await startHotseat()
  const { id: running } = await beginInterview(hotseat)
  const make = async (id: string, body: unknown) =>
    (await ask(hotseat, `/api/interviews/${id}/shares`, { method: 'POST', body: JSON.stringify(body) })).status
  const usual = { kind: 'review', name: 'Ada' }
  expect(await make(running, usual)).toBe(409)
  expect(await make('nobodys', usual)).toBe(404)
  const id = await endedInterview(hotseat, answers)
  for (const wrong of [
    { ...usual, expiresInDays: 91 },
    { ...usual, expiresInDays: 0 },
    { ...usual, name: ' ' },
    { ...usual, kind: 'all' },
  ])
    expect(await make(id, wrong)).toBe(400)
  expect(await make(id, { ...usual, expiresInDays: 90 })).toBe(201)
})

test('expired and revoked links say so, at once and for browsers that were in; one that never was and one whose interview is gone are alike', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const id = await endedInterview(hotseat, answers)
  const [expiring, revoked, lost] = await Promise.all([
    share(hotseat, id, { expiresInDays: 1 }),
    share(hotseat, id),
    share(hotseat, id),
  ])
  const guests = await Promise.all([expiring, revoked, lost].map(({ token }) => enterAsGuest(hotseat, token)))
  const both = async (at: number, token: string) => {
    const guest = guests[at] as Guest
    return [await problemOf(await enter(hotseat, token)), await problemOf(await guest.ask(`/api/shared/${guest.share}`))]
  }
  const answer = await ask(hotseat, `/api/interviews/${id}/shares/${revoked.share.id}/revocation`, { method: 'POST' })
  expect([answer.status, await answer.json()]).toEqual([200, { ...revoked.share, lastUsedAt: null, revokedAt: clock.now() }])
  const told = { status: 410, code: 'link-revoked', message: expect.stringContaining('withdrawn by the person who made it') }
  expect(await both(1, revoked.token)).toEqual([told, told])

  clock.advance(day)
  const late = { status: 410, code: 'link-expired', message: expect.stringContaining('has expired') }
  expect(await both(0, expiring.token)).toEqual([late, late])

  const never = await problemOf(await enter(hotseat, 'A'.repeat(43)))
  expect(never).toMatchObject({ status: 404, code: 'unknown-link' })
  const db = new Database(hotseat.databaseFile)
  db.pragma('foreign_keys = on')
  db.prepare('delete from interviews where id = ?').run(id)
  db.close()
  expect(await both(2, lost.token)).toEqual([never, never])
  expect(await both(1, revoked.token)).toEqual([never, never])
  const stranger = await fetch(`${hotseat.origin}/api/shared/${lost.share.id}`)
  expect(await problemOf(stranger)).toEqual(never)
})

test('who guesses links is told to wait', async () => {
  const clock = manualClock()
  const hotseat = await startHotseat({ clock })
  const id = await endedInterview(hotseat, answers)
  const { token } = await share(hotseat, id)
  for (let guess = 0; guess < 20; guess++) expect((await enter(hotseat, `guess-${guess}`)).status).toBe(404)
  const refused = await enter(hotseat, token)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '6'])
  clock.advance(6000)
  expect((await enter(hotseat, token)).status).toBe(200)
})

/** Ends an interview with a marker in each hidden field of its guide, scored and opened by its owner. */
async function markedInterview(hotseat: Hotseat) {
  const { id } = await beginInterview(hotseat, { track: 'system-design', minutes: 45, question: 'url-shortener' })
  const { fields } = markContent(hotseat, id)
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  await say(client, 'How many addresses are shortened a day, and how many are read?')
  const design = 'I would keep a table from short code to address because reads are far more frequent than writes. '
  for (let turn = 0; turn < 4; turn++) await say(client, design.repeat(3))
  client.send({ type: 'hint', command: 'command-hint' })
  await client.next('state', ({ command }) => command === 'command-hint')
  client.send({ type: 'end', command: 'command-end' })
  await client.next('state', ({ standing }) => standing.state === 'ended')
  await scored(hotseat, id)
  return { id, fields }
}

test.each([
  { kind: 'read-only', showsRatings: false } as const,
  { kind: 'read-only', showsRatings: true } as const,
  { kind: 'review', showsRatings: false } as const,
  { kind: 'review', showsRatings: true } as const,
])('a guest by a link %j reads nothing of the guide, and no other route or socket answers', async (choice) => {
  const hotseat = await startHotseat()
  const { id, fields } = await markedInterview(hotseat)
  const scoredAs = await openScorecard(hotseat, id)
  const spoken = markersIn(JSON.stringify(scoredAs.turns.map(({ text }) => text)))
  const secrets = markersIn(JSON.stringify(scoredAs)).filter((marker) => !spoken.includes(marker))
  // There is something that could leak: checks, fixes and sample answers of the owner's own scorecard.
  expect(secrets.map((marker) => fields.get(marker))).toEqual(expect.arrayContaining(['text', 'check', 'point of keyPoints']))

  const { token } = await share(hotseat, id, choice)
  const guest = await enterAsGuest(hotseat, token)
  const { paths } = (await (await ask(hotseat, '/api/openapi.json')).json()) as { paths: Record<string, object> }
  const told: string[] = []
  const everything = async () => {
    const answered: string[] = []
    for (const [path, methods] of [...Object.entries(paths), ['/api/openapi.json', { get: {} }] as const])
      for (const method of Object.keys(methods)) {
        const target = path.replace('{id}', id).replace('{share}', guest.share).replace('{revision}', '1')
        const response = await guest.ask(target, { method: method.toUpperCase(), ...(method === 'post' && { body: '{}' }) })
        told.push(await response.text())
        if (response.status !== 401) answered.push(`${method} ${path} ${response.status}`)
      }
    return answered
  }
  // The three exchanges are asked with an empty body here: understood, and refused. No turn of this interview has a board.
  expect((await everything()).sort()).toEqual([
    'get /api/shared/{share} 200',
    'get /api/shared/{share}/boards/{revision} 404',
    'post /api/access 400',
    'post /api/shared 400',
    'post /api/shared/{share}/review 400',
    'post /api/space 400',
  ])
  const before = await read(guest)
  if (choice.kind === 'review') {
    expect(JSON.stringify(before)).not.toMatch(/"rating"|recommendation|rationale/)
    expect(before.scores.kind).toBe(choice.showsRatings ? 'after-review' : 'hidden')
    const ratings = Object.fromEntries(before.criteria.map((criterion) => [criterion.id, 3]))
    expect((await submit(guest, { reviewer: 'Ada', ratings, comments: [] })).status).toBe(201)
  } else expect((await submit(guest, { reviewer: 'Ada', ratings: {}, comments: [] })).status).toBe(403)
  await everything()
  const after = await read(guest)
  expect(after.scores.kind).toBe(choice.showsRatings ? 'shown' : 'hidden')
  if (after.scores.kind === 'shown')
    expect(after.scores.scores?.ratings.map(({ criterion, rating }) => [criterion, rating])).toEqual(
      scoredAs.scorecard.scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null]),
    )
  told.push(JSON.stringify([before, after]))
  expect(markersIn(told.join('\n')).filter((marker) => !spoken.includes(marker))).toEqual([])

  const socket = await connect(hotseat, id, { headers: { cookie: guest.cookie } })
  expect(await socket.closed).toBe(closeCodes.unauthorized)
  expect(socket.frames.map(({ type }) => type)).toEqual(['bye'])
})

test('a cookie opens its own share alone', async () => {
  const hotseat = await startHotseat()
  const [one, other] = [await endedInterview(hotseat, answers), await endedInterview(hotseat, answers)]
  const guest = await enterAsGuest(hotseat, (await share(hotseat, one)).token)
  const { share: foreign, token } = await share(hotseat, other)
  const secret = guest.cookie.split('=')[1]
  for (const cookie of [
    guest.cookie,
    `hotseat_shared_${foreign.id}=${secret}`,
    `hotseat_access=${secret}`,
    `hotseat_access=${token}`,
  ])
    for (const path of [
      `/api/shared/${foreign.id}`,
      `/api/shared/${foreign.id}/`,
      '/api/shared/../interviews',
      '/api/interviews',
    ])
      expect([401, 404]).toContain((await fetch(`${hotseat.origin}${path}`, { headers: { cookie } })).status)
  const owners = { authorization: `Bearer ${hotseat.token}` }
  expect((await fetch(`${hotseat.origin}/api/shared/${foreign.id}`, { headers: owners })).status).toBe(404)
})

test('two guests of one link each write a review of their own, which is final and comes to the owner', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, answers)
  await scored(hotseat, id)
  const { token } = await share(hotseat, id, { name: 'the study group' })
  const [ada, grace] = [await enterAsGuest(hotseat, token), await enterAsGuest(hotseat, token)]
  const { criteria, turns } = await read(ada)
  const own = turns.find(({ speaker }) => speaker === 'candidate')?.turn ?? 0
  const comments = [
    { turn: own, words: { start: 2, end: 7 }, text: ' How long did it take? ' },
    { turn: own, words: null, text: 'Clear.' },
  ]
  const rate = (rating: number | string) => Object.fromEntries(criteria.map((criterion) => [criterion.id, rating]))
  const given = await submit(ada, { reviewer: 'Ada', ratings: rate(3), comments })
  expect(given.status).toBe(201)
  const stored = await given.json()
  expect(stored).toMatchObject({
    reviewer: 'Ada',
    ratings: rate(3),
    comments: [
      { turn: own, words: { start: 2, end: 7, quote: 'found' }, text: 'How long did it take?' },
      { turn: own, words: null, text: 'Clear.' },
    ],
  })
  expect(await problemOf(await submit(ada, { reviewer: 'Ada', ratings: rate(4), comments: [] }))).toMatchObject({
    status: 409,
    code: 'conflict',
  })
  expect((await read(ada)).review).toEqual(stored)
  expect((await read(grace)).review).toBeNull()
  expect((await submit(grace, { reviewer: 'Grace', ratings: rate('cannot-say'), comments: [] })).status).toBe(201)

  const received = async () =>
    receivedReviewsSchema.strict().parse(await (await ask(hotseat, `/api/interviews/${id}/reviews`)).json())
  const { reviews, overall } = await received()
  expect(reviews.map(({ invited, review }) => [invited, review.reviewer])).toEqual([
    ['the study group', 'Ada'],
    ['the study group', 'Grace'],
  ])
  // Before the owner has opened the scorecard nothing is said that its ratings could be told from.
  expect(overall).toMatchObject({ interviews: 0, reviews: 0, agreement: { n: 0 } })
  const { scorecard } = await openScorecard(hotseat, id)
  const numbers = scorecard.scores.flatMap((score) => (score.kind === 'rated' ? [score.rating] : []))
  expect((await received()).overall).toEqual({
    interviews: 1,
    reviews: 2,
    agreement: {
      n: numbers.length,
      exact: numbers.filter((rating) => rating === 3).length,
      withinOne: numbers.filter((rating) => rating >= 2).length,
      kappa: { kind: 'too-few' },
    },
  })
  expect((await sharesOf(hotseat, id)).reviews).toBe(2)
})

test('a guest sees the boards of the turns that are shown, without what was rubbed out, and no other board', async () => {
  const hotseat = await startHotseat()
  const { id, client } = await sitInterview(hotseat, [])
  const drawn = boxes(['Client', 'Queue'])
  const rubbedOut = { ...drawn.elements[1], id: 'gone', text: 'marmalade', isDeleted: true }
  const scene = { ...drawn, elements: [...drawn.elements, rubbedOut] }
  expect((await draw(hotseat, id, { scene: boxes(['Sketch']), base: null })).status).toBe(200)
  expect((await draw(hotseat, id, { scene, base: 1 })).status).toBe(200)
  expect((await draw(hotseat, id, { scene: boxes(['Afterthought']), base: 2 })).status).toBe(200)
  client.send({ type: 'say', clientTurnId: 'turn-0001', text: 'Here.', artifacts: [{ kind: 'board', revision: 2 }] })
  await client.next('turn-stored')
  await endInterview(client)
  const { token } = await share(hotseat, id)
  const guest = await enterAsGuest(hotseat, token)
  const text = expect.stringContaining('Queue')
  expect((await read(guest)).turns[1]?.artifacts).toEqual([{ id: 'board', kind: 'board', text, revision: 2 }])
  const board = (revision: number, by = guest) => by.ask(`/api/shared/${guest.share}/boards/${revision}`)
  expect(shownBoardSchema.strict().parse(await (await board(2)).json())).toEqual({ revision: 2, scene: drawn, text })
  expect([(await board(1)).status, (await board(3)).status, (await board(4)).status]).toEqual([404, 404, 404])
  for (const path of ['/board', '/boards/2', '/exercise'])
    expect((await guest.ask(`/api/interviews/${id}${path}`)).status).toBe(401)

  const otherId = await endedInterview(hotseat, ['Something else.'])
  const stranger = await enterAsGuest(hotseat, (await share(hotseat, otherId)).token)
  expect((await board(2, stranger)).status).toBe(404)
  expect((await stranger.ask(`/api/shared/${stranger.share}/boards/2`)).status).toBe(404)
})
