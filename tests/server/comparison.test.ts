import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { comparedTurnsSchema, comparisonSchema } from '#src/protocol/history.ts'
import { redoOfferSchema } from '#src/protocol/rest.ts'
import { boxes } from '../support/drawing.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { markContent, markersIn } from '../support/marked-content.ts'
import { sayWith } from '../support/say-with.ts'
import { sitDesign } from '../support/sit-design.ts'
import { endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'
import { giveAway } from '../support/turn-rows.ts'

const words =
  'How many addresses are shortened a day? I would keep a table from short code to address because reads are far more frequent than writes. '
const code = 'const digits = 62\nexport const shorten = (id: number) => id.toString(36)\n'
const shown = { scene: boxes(['Service', 'Database']), code }

const compared = async (hotseat: Hotseat, first: string, second: string) => {
  const address = `/api/comparisons/${first}/${second}`
  const [light, turns] = await Promise.all([ask(hotseat, address), ask(hotseat, `${address}/turns`)])
  expect([light.status, turns.status]).toEqual([200, 200])
  return { light: comparisonSchema.parse(await light.json()), turns: comparedTurnsSchema.parse(await turns.json()) }
}

test('both conversations and what was shown in them come when they are asked for, the comparison itself stays light', async () => {
  const hotseat = await startHotseat()
  const [first, second] = [await sitDesign(hotseat, shown), await sitDesign(hotseat)]
  await openScorecard(hotseat, first)
  await openScorecard(hotseat, second)
  const { light, turns } = await compared(hotseat, first, second)

  expect(JSON.stringify(light)).not.toContain('toString(36)')
  expect([light.first.artifacts, light.second.artifacts]).toEqual([['board', 'code'], []])
  for (const side of ['first', 'second'] as const) {
    const { phases } = light[side]
    expect(phases.map(({ id }) => id)).toEqual([...new Set(turns[side].map(({ phase }) => phase))])
    expect(phases.reduce((sum, phase) => sum + phase.turns, 0)).toBe(turns[side].length)
  }
  const brought = turns.first.find(({ artifacts }) => artifacts.length > 0)
  expect(brought?.artifacts).toEqual([
    { id: 'board', kind: 'board', revision: 1, text: expect.stringContaining('"Database"') },
    { id: 'code', kind: 'code', language: 'typescript', text: code },
  ])
  expect(turns.second.filter(({ artifacts }) => artifacts.length > 0)).toEqual([])
})

test('a quote of code is told with its line', async () => {
  const hotseat = await startHotseat()
  const coding = { track: 'coding', question: 'lru-cache', minutes: 40 }
  const { id, client } = await sitInterview(hotseat, [words.repeat(3), words.repeat(3)], coding)
  const text =
    '// O(1): the map finds the node, the list moves it.\n// get and put are O(1) time, because a hash map gives each node of the linked list.\nclass LruCache {}\n'
  await sayWith(client, 'Here it is.', [{ kind: 'code', text, language: 'typescript' }])
  await endInterview(client)
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  const { light } = await compared(hotseat, id, id)
  const quoted = light.first.scores.flatMap(({ checks }) => checks.flatMap(({ evidence }) => evidence))
  const ofCode = quoted.filter(({ artifact }) => artifact === 'code')
  expect(ofCode.length).toBeGreaterThan(0)
  for (const { turn, start } of ofCode)
    expect(light.first.lines).toContainEqual({ turn, artifact: 'code', start, line: text.slice(0, start).split('\n').length })
})

test('an answer given again stands in the part that it goes back to, alone', async () => {
  const hotseat = await startHotseat()
  const id = await sitDesign(hotseat, shown)
  const { scorecard } = await openScorecard(hotseat, id)
  const met = scorecard.scores.flatMap(({ criterion, checks }) => checks.map((check) => ({ criterion, ...check })))
  const place = met.find(({ evidence }) => evidence.length > 0)
  const unmet = met.find(({ evidence, criterion }) => evidence.length === 0 && criterion !== place?.criterion)
  const again = async (at: typeof place) => {
    const redo = { id: randomUUID(), criterion: at?.criterion, check: at?.check, text: words }
    expect((await ask(hotseat, `/api/interviews/${id}/redos`, { method: 'POST', body: JSON.stringify(redo) })).status).toBe(202)
    const address = `/api/interviews/${id}/redos?criterion=${redo.criterion}&check=${redo.check}`
    const offer = async () => redoOfferSchema.parse(await (await ask(hotseat, address)).json())
    await expect.poll(async () => (await offer()).redos[0]?.state.kind, { timeout: 10_000 }).toBe('graded')
    return { ...(await compared(hotseat, id, redo.id)), offer: await offer() }
  }
  const { light, turns, offer } = await again(place)
  const answered = turns.first.find(({ turn }) => turn === place?.evidence[0]?.turn)
  expect(turns.second.map(({ speaker, phase }) => [speaker, phase])).toEqual([
    ['interviewer', answered?.phase],
    ['candidate', answered?.phase],
  ])
  expect(turns.second[1]?.text).toBe(words.trim())
  expect(light.second).toMatchObject({ redo: { criterion: place?.criterion, check: place?.check }, artifacts: [] })
  expect(light.second.phases).toMatchObject([{ id: answered?.phase, turns: 2 }])
  // What went with the first answers is shown where one answers again.
  const brought = turns.first.find(({ artifacts }) => artifacts.length > 0)
  expect(offer.artifacts).toEqual(brought?.artifacts.map((artifact) => ({ turn: brought.turn, artifact })))
  expect(unmet).toBeDefined()
  expect((await again(unmet)).light.second.phases.length).toBe(1)
})

test('before both scorecards were opened nothing is told, and then nothing of the guide with the turns', async () => {
  const hotseat = await startHotseat()
  const first = await sitDesign(hotseat, shown)
  const { fields } = markContent(hotseat, first)
  const second = await sitDesign(hotseat)
  await openScorecard(hotseat, second)
  for (const path of ['', '/turns']) {
    const refused = await ask(hotseat, `/api/comparisons/${first}/${second}${path}`)
    expect([refused.status, markersIn(await refused.text())]).toEqual([409, []])
    expect((await ask(hotseat, `/api/comparisons/${second}/${first}${path}`)).status).toBe(409)
  }
  await openScorecard(hotseat, first)
  const turns = await (await ask(hotseat, `/api/comparisons/${first}/${second}/turns`)).text()
  expect([fields.size > 0, markersIn(turns), turns.includes('"move"')]).toEqual([true, [], false])
  giveAway(hotseat, second)
  expect((await ask(hotseat, `/api/comparisons/${first}/${second}/turns`)).status).toBe(404)
})
