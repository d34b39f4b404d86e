import { once } from 'node:events'
import { request } from 'node:http'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { closeCodes } from '#src/protocol/frames.ts'
import { ownSpaceSchema, spaceMoveSchema } from '#src/protocol/space.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect } from '../support/live-client.ts'
import { manualClock } from '../support/manual-clock.ts'
import { handshake, rawRequest } from '../support/raw-peer.ts'
import { accessSecret, cookieOf, enterSpace, inSpace, startWithSpaces } from '../support/spaces.ts'

const day = 24 * 60 * 60 * 1000
const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const problemOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string } }
  return [response.status, error.code]
}

describe('coming in', () => {
  test('by the secret and a name gives a space of one’s own, by a cookie that no script reads and no other site sends', async () => {
    const hotseat = await startWithSpaces()
    const response = await enterSpace(hotseat, { secret: ` ${accessSecret} `, name: '  Ada ' })
    const [value, ...attributes] = (response.headers.get('set-cookie') ?? '').split('; ')
    expect(value).toMatch(/^hotseat_access=[\w-]{43}$/)
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict'])
    const ada = { ...hotseat, cookie: value ?? '' }
    const { space } = ownSpaceSchema.strict().parse(await (await ask(ada, '/api/space')).json())
    expect(space?.name).toBe('Ada')
  })

  test('the same name twice is two spaces, and who started the server is in none', async () => {
    const hotseat = await startWithSpaces()
    const [one, other] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ada')]
    const { id } = await beginInterview(one)
    expect(await (await ask(other, '/api/interviews')).json()).toEqual([])
    expect((await ask(hotseat, `/api/interviews/${id}`)).status).toBe(404)
    expect(await (await ask(hotseat, '/api/space')).json()).toEqual({ space: null })
    expect(await problemOf(await ask(hotseat, '/api/space/name', post({ name: 'Root' })))).toEqual([409, 'conflict'])
    expect(await problemOf(await ask(hotseat, '/api/space/move', post({})))).toEqual([409, 'conflict'])
    expect(await problemOf(await ask(hotseat, '/api/space/leaving', post({})))).toEqual([409, 'conflict'])
  })

  test('neither the secret nor a cookie nor a link stands in the database', async () => {
    const hotseat = await startWithSpaces()
    const ada = await inSpace(hotseat, 'Ada')
    const { token } = spaceMoveSchema.parse(await (await ask(ada, '/api/space/move', post({}))).json())
    const db = new Database(hotseat.databaseFile, { readonly: true })
    const tables = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all()
    const dump = tables.map(({ name }) => JSON.stringify(db.prepare(`select * from "${name}"`).all())).join('\n')
    db.close()
    expect(dump).toContain('"Ada"')
    for (const secret of [accessSecret, ada.cookie.split('=')[1] ?? '', token]) expect(dump).not.toContain(secret)
  })

  test.each([
    { body: { secret: 'four words that stay her', name: 'Eve' }, answer: [401, 'wrong-secret'] },
    { body: { secret: '', name: 'Eve' }, answer: [401, 'wrong-secret'] },
    { body: { secret: 'a-token-for-the-tests', name: 'Eve' }, answer: [401, 'wrong-secret'] },
    { body: { move: accessSecret }, answer: [401, 'wrong-link'] },
    { body: { secret: accessSecret, name: ' ' }, answer: [400, 'bad-request'] },
    { body: { secret: accessSecret }, answer: [400, 'bad-request'] },
    { body: { secret: accessSecret, name: 'Eve', id: 'local' }, answer: [400, 'bad-request'] },
  ])('with $body is refused', async ({ body, answer }) => {
    const response = await enterSpace(await startWithSpaces(), body)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await problemOf(response)).toEqual(answer)
  })

  test('the secret is no launch token, and without one set there are no spaces', async () => {
    const hotseat = await startWithSpaces()
    expect((await fetch(`${hotseat.origin}/api/tracks`, { headers: { authorization: `Bearer ${accessSecret}` } })).status).toBe(
      401,
    )
    expect(await problemOf(await fetch(`${hotseat.origin}/api/tracks`))).toEqual([401, 'no-space'])
    const alone = await startHotseat()
    expect(await problemOf(await enterSpace(alone, { secret: accessSecret, name: 'Ada' }))).toEqual([404, 'not-found'])
  })

  test('who is in a space does not lose it by coming in again', async () => {
    const hotseat = await startWithSpaces()
    const { cookie } = await inSpace(hotseat, 'Ada')
    const again = await enterSpace(hotseat, { secret: accessSecret, name: 'Ada' }, { cookie })
    expect(await problemOf(again)).toEqual([409, 'conflict'])
  })

  test('twenty wrong guesses in a row make an address wait, for the secret, for links and for the launch token', async () => {
    const clock = manualClock()
    const hotseat = await startWithSpaces({ clock, env: { HOTSEAT_ORIGIN: 'https://mock.example.org' } })
    const guess = (address: string, secret = 'wrong') =>
      enterSpace(hotseat, { secret, name: 'Eve' }, { 'x-forwarded-for': `made-up, ${address}` })
    for (let at = 0; at < 18; at++) expect((await guess('10.0.0.1')).status).toBe(401)
    const from = { 'x-forwarded-for': '10.0.0.1' }
    expect((await enterSpace(hotseat, { move: 'wrong' }, from)).status).toBe(401)
    expect((await ask(hotseat, '/api/access', { ...post({ token: 'wrong' }), headers: from })).status).toBe(401)
    const refused = await guess('10.0.0.1', accessSecret)
    expect(refused.headers.get('retry-after')).toBe('6')
    expect(await problemOf(refused)).toEqual([429, 'too-many-guesses'])
    expect((await enterSpace(hotseat, { move: 'wrong' }, from)).status).toBe(429)
    expect((await ask(hotseat, '/api/access', { ...post({ token: 'wrong' }), headers: from })).status).toBe(429)
    expect((await guess('10.0.0.2', accessSecret)).status).toBe(200)
    clock.advance(6000)
    expect((await guess('10.0.0.1', accessSecret)).status).toBe(200)
  })

  test('twenty wrong bearer tokens make an address wait as well, and its handshakes with it', async () => {
    const clock = manualClock()
    const hotseat = await startWithSpaces({ clock, env: { HOTSEAT_ORIGIN: 'https://mock.example.org' } })
    const { id } = await beginInterview(hotseat)
    const from = (address: string, token: string) => ({ 'x-forwarded-for': address, authorization: `Bearer ${token}` })
    const look = async (headers: Record<string, string>) => (await fetch(`${hotseat.origin}/api/access`, { headers })).status
    for (let at = 0; at < 19; at++) expect(await look(from('10.0.0.1', 'wrong'))).toBe(401)
    const client = await connect(hotseat, id, { headers: from('10.0.0.1', 'wrong') })
    expect(await client.closed).toBe(closeCodes.unauthorized)
    expect(await look(from('10.0.0.1', hotseat.token))).toBe(401)
    const another = await connect(hotseat, id, { headers: from('10.0.0.1', hotseat.token) })
    expect(await another.closed).toBe(closeCodes.unauthorized)
    expect(await look(from('10.0.0.2', hotseat.token))).toBe(200)
    clock.advance(60_000)
    expect(await look(from('10.0.0.1', hotseat.token))).toBe(200)
  })

  test('without a public address nobody’s word is taken for where they come from', async () => {
    const hotseat = await startWithSpaces()
    const guess = (address: string) => enterSpace(hotseat, { secret: 'wrong', name: 'Eve' }, { 'x-forwarded-for': address })
    for (let at = 0; at < 20; at++) await guess(`10.0.0.${at}`)
    expect((await guess('10.0.1.1')).status).toBe(429)
  })
})

describe('staying', () => {
  test('a space lasts thirty days from the last visit, by the same cookie', async () => {
    const clock = manualClock()
    const ada = await inSpace(await startWithSpaces({ clock }), 'Ada')
    clock.advance(day)
    expect((await ask(ada, '/api/tracks')).headers.get('set-cookie')).toBeNull()
    clock.advance(28 * day)
    const later = await ask(ada, '/api/tracks')
    expect(later.headers.get('set-cookie')).toMatch(new RegExp(`^${ada.cookie}; Max-Age=2592000; .*HttpOnly`))
    clock.advance(30 * day - 1)
    expect((await ask(ada, '/api/tracks')).status).toBe(200)
    clock.advance(30 * day)
    expect((await ask(ada, '/api/tracks')).status).toBe(401)
  })

  test('it can have another name', async () => {
    const ada = await inSpace(await startWithSpaces(), 'Ada')
    expect(await (await ask(ada, '/api/space/name', post({ name: ' Ada L. ' }))).json()).toMatchObject({
      space: { name: 'Ada L.' },
    })
    expect(await (await ask(ada, '/api/space')).json()).toMatchObject({ space: { name: 'Ada L.' } })
  })
})

describe('going', () => {
  const linkOf = async (hotseat: Parameters<typeof ask>[0]) =>
    spaceMoveSchema.strict().parse(await (await ask(hotseat, '/api/space/move', post({}))).json()).token

  test('a link lets one more browser in, once and for ten minutes, and the newest one only', async () => {
    const clock = manualClock()
    const hotseat = await startWithSpaces({ clock })
    const ada = await inSpace(hotseat, 'Ada')
    const { id } = await beginInterview(ada)
    const [older, newer] = [await linkOf(ada), await linkOf(ada)]
    expect(await problemOf(await enterSpace(hotseat, { move: older }))).toEqual([401, 'wrong-link'])
    const entered = await enterSpace(hotseat, { move: newer })
    const second = { ...hotseat, cookie: cookieOf(entered) }
    expect(second.cookie).not.toBe(ada.cookie)
    for (const browser of [ada, second]) expect((await ask(browser, `/api/interviews/${id}`)).status).toBe(200)
    expect((await enterSpace(hotseat, { move: newer })).status).toBe(401)
    const late = await linkOf(ada)
    clock.advance(10 * 60_000)
    expect((await enterSpace(hotseat, { move: late })).status).toBe(401)
  })

  test('a link that is opened where another space is open is not used up by that', async () => {
    const hotseat = await startWithSpaces()
    const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
    const move = await linkOf(ada)
    expect((await enterSpace(hotseat, { move }, { cookie: ben.cookie })).status).toBe(409)
    expect((await enterSpace(hotseat, { move })).status).toBe(200)
  })

  test('leaving ends this browser’s cookie and its sockets, and no other’s', async () => {
    const hotseat = await startWithSpaces()
    const ada = await inSpace(hotseat, 'Ada')
    const second = { ...hotseat, cookie: cookieOf(await enterSpace(hotseat, { move: await linkOf(ada) })) }
    const { id } = await beginInterview(ada)
    const [here, there] = [await connect(ada, id), await connect(second, id)]
    await Promise.all([here.next('snapshot'), there.next('snapshot')])
    const left = await ask(ada, '/api/space/leaving', post({}))
    expect(left.status).toBe(200)
    expect(left.headers.get('set-cookie')).toMatch(/^hotseat_access=; Max-Age=0;/)
    expect(await here.closed).toBe(closeCodes.unauthorized)
    expect((await ask(ada, '/api/tracks')).status).toBe(401)
    there.send({ type: 'ping' })
    await there.next('pong')
    expect((await ask(second, `/api/interviews/${id}`)).status).toBe(200)
  })

  test('a socket whose cookie has run out is closed within half an hour', async () => {
    const clock = manualClock()
    const ada = await inSpace(await startWithSpaces({ clock }), 'Ada')
    const { id } = await beginInterview(ada)
    const client = await connect(ada, id)
    await client.next('snapshot')
    const db = new Database(ada.databaseFile)
    db.prepare('update access set expires_at = ?').run(clock.now() + 1)
    db.close()
    for (let passed = 0; passed < 30 * 60; passed += 25) {
      const told = Promise.race([once(client.socket, 'ping'), client.closed])
      clock.advance(25_000)
      await told
      if (client.socket.readyState !== client.socket.OPEN) break
      // Behind the answer to the ping, so that both have come.
      client.send({ type: 'ping' })
      await Promise.race([client.next('pong'), client.closed])
    }
    expect(await client.closed).toBe(closeCodes.unauthorized)
  })

  test('a space may have twenty sockets open, and another space has its own twenty', async () => {
    const hotseat = await startWithSpaces()
    const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
    const { id } = await beginInterview(ada)
    const open = []
    for (let at = 0; at < 20; at++) {
      open.push(await connect(ada, id))
      await open.at(-1)?.next('snapshot')
    }
    const more = await connect(ada, id)
    expect(await more.closed).toBe(closeCodes.rateLimited)
    const other = await connect(ben, (await beginInterview(ben)).id)
    await other.next('snapshot')
    open[0]?.close()
    await open[0]?.closed
    const again = await connect(ada, id)
    await again.next('snapshot')
  })
})

describe('a public address', () => {
  const env = { HOTSEAT_ORIGIN: 'https://mock.example.org,http://10.0.0.7:8080' }
  const approach = (host: string, origin?: string) => ({ host, ...(origin === undefined ? {} : { origin }) })

  test.each([
    approach('mock.example.org', 'https://mock.example.org'),
    approach('mock.example.org:443', 'https://mock.example.org'),
    approach('MOCK.example.org'),
    approach('10.0.0.7:8080', 'http://10.0.0.7:8080'),
    approach('127.0.0.1', 'http://127.0.0.1'),
    approach('localhost:3000', 'http://localhost:3000'),
  ])('lets in $host from $origin, over HTTP and to a handshake', async (headers) => {
    const hotseat = await startWithSpaces({ env })
    const bearer = { authorization: `Bearer ${hotseat.token}` }
    expect(await rawRequest(hotseat, '/api/access', { ...bearer, ...headers })).toMatch(/^HTTP\/1\.1 200 /)
    const answer = await rawRequest(hotseat, '/api/interviews/none/live', handshake(hotseat, { ...headers, upgrade: 'h2c' }))
    expect(answer).toContain('"code":"no-websocket"')
  })

  test.each([
    { ...approach('evil.example', 'https://evil.example'), code: 'unknown-host' },
    { ...approach('mock.example.org.evil.example'), code: 'unknown-host' },
    { ...approach('mock.example.org:8443'), code: 'unknown-host' },
    { ...approach('10.0.0.7'), code: 'unknown-host' },
    { ...approach('0.0.0.0:8080'), code: 'unknown-host' },
    { ...approach('mock.example.org', 'http://mock.example.org'), code: 'foreign-origin' },
    { ...approach('mock.example.org', 'https://evil.example'), code: 'foreign-origin' },
    { ...approach('mock.example.org', 'null'), code: 'foreign-origin' },
    { ...approach('mock.example.org', 'http://10.0.0.7:8080'), code: 'foreign-origin' },
    { ...approach('127.0.0.1', 'https://mock.example.org'), code: 'foreign-origin' },
  ])('refuses $host from $origin, over HTTP and at a handshake', async ({ code, ...headers }) => {
    const hotseat = await startWithSpaces({ env })
    const bearer = { authorization: `Bearer ${hotseat.token}` }
    const answers = [
      await rawRequest(hotseat, '/api/access', { ...bearer, ...headers }),
      await rawRequest(hotseat, '/api/interviews/none/live', handshake(hotseat, headers)),
    ]
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 403 /)
      expect(answer).toContain(`"code":"${code}"`)
    }
  })

  test('cookies are for TLS alone where people come by it, and nowhere else', async () => {
    const hotseat = await startWithSpaces({ env })
    const body = JSON.stringify({ secret: accessSecret, name: 'Ada' })
    const cookieAt = async (host: string) => {
      return await new Promise<string>((resolve, reject) => {
        const headers = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        const sent = request({ port: hotseat.port, host: '127.0.0.1', path: '/api/space', method: 'POST', headers }, (answer) => {
          answer.resume()
          resolve(String(answer.headers['set-cookie']))
        })
        sent.on('error', reject).end(body)
      })
    }
    expect(await cookieAt('mock.example.org')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
    expect(await cookieAt('10.0.0.7:8080')).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect(await cookieAt('localhost')).toMatch(/; HttpOnly; SameSite=Strict$/)
  })

  test('is the address that is printed', async () => {
    const hotseat = await startWithSpaces({ env })
    expect(hotseat.address).toBe('https://mock.example.org/#token=a-token-for-the-tests')
  })
})
