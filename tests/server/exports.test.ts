import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { RestoredFile } from '#src/protocol/rest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { inSpace, startWithSpaces } from '../support/spaces.ts'

const words = [
  'We kept every message in a ledger of its own, so that a lost one could be told by the gap in its numbers. Before that nobody knew how many went missing, and support heard of it from customers first.',
  'I measured it for two weeks: the queue lost one of ten thousand, and after my change none at all. I wrote the consumer anew so that it stored each message before it acknowledged it, and I ran both side by side for a week.',
  'The team wanted to retry blindly. I showed them on the dashboard that this doubled the load. We agreed on a key for each message, and the second copy was thrown away. Since then the on-call engineer was not woken once by that alert.',
]

async function archiveOf(hotseat: Hotseat): Promise<{ bytes: Uint8Array<ArrayBuffer>; files: Record<string, string> }> {
  const response = await ask(hotseat, '/api/export')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="hotseat-\d{4}-\d\d-\d\d\.zip"$/)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { bytes, files: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)])) }
}

async function restore(hotseat: Hotseat, body: string | Uint8Array<ArrayBuffer>, query = ''): Promise<RestoredFile[]> {
  const headers = { 'content-type': 'application/octet-stream' }
  const response = await ask(hotseat, `/api/restore${query}`, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
  return (await response.json()) as RestoredFile[]
}

test('an archive restored in another server shows the scorecard that was given then', { timeout: 60_000 }, async () => {
  const [from, to] = [await startHotseat(), await startHotseat()]
  const id = await endedInterview(from, words, { question: 'outage-investigated', mode: 'mock' })
  await scored(from, id)
  const shown = await openScorecard(from, id)
  const { bytes } = await archiveOf(from)
  expect(await restore(to, bytes)).toEqual([
    { kind: 'restored', id, file: expect.stringMatching(/^json\//), title: expect.any(String) },
  ])
  expect(await openScorecard(to, id)).toEqual(shown)
  const read = async (hotseat: Hotseat, path: string) => await (await ask(hotseat, `/api/interviews/${id}${path}`)).text()
  for (const path of ['', '/review', '/scoring', '/export?format=json', '/export?format=html'])
    expect([path, await read(to, path)]).toEqual([path, await read(from, path)])
  expect(await restore(to, bytes)).toMatchObject([{ kind: 'here', id }])
  const [copy] = await restore(to, bytes, '?existing=copy')
  expect(copy).toMatchObject({ kind: 'restored' })
  expect(((await (await ask(to, '/api/interviews')).json()) as unknown[]).length).toBe(2)
})

test('the page is sent as a file, and is as quiet about ratings as Markdown until the scorecard was opened', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, words, { question: 'outage-investigated' })
  await scored(hotseat, id)
  const page = async (format: string) => await ask(hotseat, `/api/interviews/${id}/export?format=${format}`)
  const before = await page('html')
  expect(before.headers.get('content-disposition')).toBe(`attachment; filename="interview-${id}.html"`)
  const hidden = await before.text()
  expect(hidden).toContain('The ratings are left out until the scorecard was opened')
  expect(hidden).not.toMatch(/of 4|hire/)
  expect((await (await page('markdown')).text()).split('```hotseat-record')[0]).not.toMatch(/\| Rating \||hire/)
  await openScorecard(hotseat, id)
  expect(await (await page('html')).text()).toMatch(/of 4/)
})

test('one’s own are exported, and what is restored is one’s own', async () => {
  const hotseat = await startWithSpaces()
  const [ada, ben] = [await inSpace(hotseat, 'Ada'), await inSpace(hotseat, 'Ben')]
  const id = await endedInterview(ada, words)
  const running = await beginInterview(ben)
  expect(Object.keys((await archiveOf(ben)).files).filter((name) => name.includes('/'))).toEqual([
    expect.stringMatching(`^pages/.*${running.id}`),
    expect.stringMatching(`^markdown/.*${running.id}`),
  ])
  const { bytes } = await archiveOf(ada)
  const [restored] = await restore(ben, bytes)
  expect(restored).toMatchObject({ kind: 'restored' })
  expect(restored).not.toMatchObject({ id })
  expect((await ask(ben, `/api/interviews/${id}`)).status).toBe(404)
})

test('a record cannot put its content under what others are held with', async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, words, { question: 'outage-investigated' })
  const text = await (await ask(hotseat, `/api/interviews/${id}/export?format=json`)).text()
  const told = JSON.parse(text) as { record: { interview: { id: string }; content: { rubric: { title: string } } } }
  told.record.interview.id = 'forged'
  told.record.content.rubric.title = 'Forged'
  const [forged] = await restore(hotseat, JSON.stringify(told))
  const rubric = async (one: string) => await (await ask(hotseat, `/api/interviews/${one}/export?format=markdown`)).text()
  expect(await rubric(id)).not.toContain('# Forged')
  expect(await rubric(forged?.kind === 'restored' ? forged.id : '')).toContain('# Forged')
})

test('what is no file of ours is refused with what to do', async () => {
  const hotseat = await startHotseat()
  expect(await restore(hotseat, 'Anna: Hello.', '?name=call.txt')).toEqual([
    { kind: 'failed', file: 'call.txt', reason: expect.stringMatching(/^call\.txt holds no record/) },
  ])
  const response = await ask(hotseat, '/api/restore?name=a.zip', {
    method: 'POST',
    body: 'PK nothing',
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect([response.status, await response.json()]).toEqual([
    422,
    { error: { code: 'unreadable', message: expect.stringMatching(/^a\.zip is a damaged archive/) } },
  ])
})
