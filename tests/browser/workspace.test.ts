import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TrackId } from '#src/domain/track.ts'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'
import { boxes, draw } from '../support/drawing.ts'
import { share } from '../support/guest.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview } from '../support/live-client.ts'
import { endInterview, openScorecard, scored, sitInterview } from '../support/sit-interview.ts'
import { faultsOf } from './faults.ts'
import { answer, candidateOf, candidateTurns, composer, place, spoken } from './in-the-room.ts'
import { openCriteria, toScorecard } from './scored.ts'

withBrowser()

// Chromium itself writes styles into what it edits, which the policy refuses and CodeMirror draws anew. One test refuses a file, one draws in two tabs.
const expected = /Applying inline style|net::ERR_FAILED|409 \(Conflict\)/
const phone = { width: 375, height: 740 }
const wide = { width: 1440, height: 900 }

/** In the room of a new interview, with the interviewer's first words spoken. */
async function inTheRoom(track: TrackId, question: string, given: { hotseat?: Hotseat; viewport?: typeof wide } = {}) {
  const hotseat = given.hotseat ?? (await startHotseat())
  const minutes = track === 'system-design' ? 45 : 40
  const { id } = await beginInterview(hotseat, { track, question, minutes })
  const page = await openPage(hotseat.address, { expected, viewport: given.viewport ?? wide })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}`)
  await spoken(page, 1)
  return { hotseat, page, id }
}

const editor = (page: Page) => page.locator('[data-pad=code] .cm-content')
const openWorkspace = (page: Page) => page.getByRole('button', { name: 'Workspace' }).click()
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className)
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })
const part = (page: Page, name: string) => page.getByRole('group', { name: 'With this answer' }).getByRole('button', { name })
const isSaved = (page: Page) => page.locator('[data-pad=board]').getByText('Saved', { exact: true }).waitFor()

async function placeParts(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('toolbar', { name: 'Add a part' }).getByRole('button', { name, exact: true }).click()
    await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor()
    await page.keyboard.press('Escape')
  }
}

test('a board goes with the answers that it changed before, lives through a reload and a second tab, and is reviewed as it stood', {
  timeout: 120_000,
}, async () => {
  const { page, hotseat, id } = await inTheRoom('system-design', 'url-shortener')
  const said = candidateOf({
    track: 'system-design',
    questions: ['url-shortener'],
    phaseTitles: new Map(shippedRubric('system-design').phases.map((phase) => [phase.id, phase.title])),
  })
  const nextWords = async () => {
    const { phase, question } = await place(page)
    return said.next(phase, question) ?? 'That is all I have on this part, we can go on.'
  }
  await openWorkspace(page)
  await placeParts(page, 'Client', 'Cache')
  // From the label of a part that is still being written.
  await page.getByRole('toolbar', { name: 'Add a part' }).getByRole('button', { name: 'Service', exact: true }).click()
  await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor()
  await composer(page).click()
  await page.keyboard.type('Three parts: ')
  await expect.poll(() => composer(page).inputValue()).toBe('Three parts: ')
  await answer(page, `Three parts. ${await nextWords()}`)
  const first = candidateTurns(page).first()
  await first.getByText('Board, 3 parts').click()
  await first.getByText('In words').click()
  await first.getByRole('code').filter({ hasText: '"Cache"' }).waitFor()
  expect(await part(page, 'Board').getAttribute('aria-pressed')).toBe('false')

  await page.reload()
  await spoken(page, 2)
  await isSaved(page)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await spoken(second, 2)
  await isSaved(second)
  await placeParts(second, 'Database')
  await isSaved(second)
  await expect.poll(() => part(page, 'Board').getAttribute('aria-pressed')).toBe('true')
  await second.close()
  await answer(page, await nextWords())
  await candidateTurns(page).nth(1).getByText('Board, 4 parts').waitFor()
  await answer(page, await nextWords())
  expect(
    await candidateTurns(page)
      .nth(2)
      .getByText(/^Board/)
      .count(),
  ).toBe(0)

  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and score' }).click()
  await page.getByRole('button', { name: 'See how it went' }).waitFor()
  await expect.poll(() => page.getByRole('toolbar', { name: 'Add a part' }).count()).toBe(0)
  await toScorecard(page)
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  for (const [turn, parts] of [
    [2, 3],
    [4, 4],
  ]) {
    const at = page.locator(`#turn-${turn}`)
    await at.scrollIntoViewIfNeeded()
    await at.getByText(`Board, ${parts} parts`).waitFor()
    const picture = at.getByRole('img')
    await picture.waitFor()
    expect((await picture.locator('text').allTextContents()).length).toBe(parts)
  }
  expect(await faultsOf(page, 'review with boards')).toEqual([])
})

test('the code pad opens itself when it is time to write, and the focus stays where the candidate put it', {
  timeout: 120_000,
}, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache')
  await page.getByRole('button', { name: 'Workspace' }).waitFor()
  expect(await editor(page).count()).toBe(0)
  for (let asked = 0; asked < 12 && (await place(page)).phase !== 'Code'; asked++)
    await answer(page, 'That is all I have on this part, we can go on.')
  await editor(page).waitFor()
  expect(await focused(page)).toBe('Your answer')

  await composer(page).fill('Here is the first half.')
  await composer(page).press('Alt+w')
  await expect.poll(() => focused(page)).not.toBe('Your answer')
  await editor(page).focus()
  await page.keyboard.type('const size = 3')
  await page.keyboard.press('Alt+w')
  await expect.poll(() => focused(page)).toBe('Your answer')
  await page.keyboard.press('Enter')
  await editor(page).focus()
  await page.keyboard.type('\nconst next = 4')
  const before = await page.locator('article[data-speaker=interviewer]').count()
  await spoken(page, before)
  await page.getByText('Code, 1 line of TypeScript').waitFor()
  await page.getByRole('button', { name: 'Stop the interviewer' }).waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
  expect(await editor(page).innerText()).toContain('const next = 4')
})

test('what is on a pad outlives a reload, is mirrored in a second tab, goes without words, and stays to be read at the end', {
  timeout: 90_000,
}, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache')
  await openWorkspace(page)
  await editor(page).focus()
  await page.keyboard.type('const size = 3')
  await page.reload()
  await expect.poll(() => editor(page).innerText()).toContain('const size = 3')
  const second = await page.context().newPage()
  await second.goto(page.url())
  await expect.poll(() => editor(second).innerText()).toContain('const size = 3')
  await editor(page).press('Control+End')
  await page.keyboard.type('0')
  await expect.poll(() => editor(second).innerText()).toContain('const size = 30')
  await second.close()

  await part(page, 'Code').click()
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
  await part(page, 'Code').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await spoken(page, 2)
  await candidateTurns(page).first().getByText('Code, 1 line of TypeScript').click()
  await candidateTurns(page).first().getByText('const size = 30').waitFor()

  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and score' }).click()
  await page.getByRole('button', { name: 'See how it went' }).waitFor()
  await editor(page).focus()
  await page.keyboard.type('and more')
  expect(await editor(page).innerText()).toBe('const size = 30')
})

test('the width is moved by keys and by dragging, put back by a double click, and kept', { timeout: 60_000 }, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache')
  await openWorkspace(page)
  const edge = page.getByRole('separator')
  const share = () => edge.getAttribute('aria-valuenow')
  await edge.press('ArrowRight')
  await expect.poll(share).toBe('46')
  await edge.press('Home')
  await expect.poll(share).toBe('25')
  await edge.press('End')
  await expect.poll(share).toBe('70')
  const box = await edge.boundingBox()
  await page.mouse.move(box?.x ?? 0, 300)
  await page.mouse.down()
  await page.mouse.move(720, 300, { steps: 4 })
  await page.mouse.up()
  await expect.poll(share).toBe('50')
  await page.reload()
  await edge.waitFor()
  await expect.poll(share).toBe('50')
  await edge.dblclick()
  await expect.poll(share).toBe('44')
  await page.getByRole('button', { name: 'Close the workspace' }).click()
  await page.reload()
  await spoken(page, 1)
  expect(await edge.count()).toBe(0)
})

test('on a phone the workspace is tabs, with a sign when the interviewer speaks meanwhile', { timeout: 90_000 }, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache', { viewport: phone })
  await tab(page, 'Code').click()
  await editor(page).waitFor()
  await expect.poll(() => composer(page).isVisible()).toBe(false)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await answer(second, 'How large can it become?')
  await second.close()
  await page.getByRole('tab', { name: /^Conversation.*the interviewer spoke$/ }).click()
  await spoken(page, 2)
  await expect.poll(() => tab(page, 'Conversation').innerText()).toBe('Conversation')
  await tab(page, 'Conversation').press('ArrowRight')
  await expect.poll(() => tab(page, 'Code').getAttribute('aria-selected')).toBe('true')
})

test('a pad that does not arrive says so, and arrives when it is asked for again', { timeout: 60_000 }, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache')
  let refuses = true
  await page.route(/assets\/code-pad-.*\.js/, (route) => (refuses ? route.abort() : route.continue()))
  await openWorkspace(page)
  await page.getByText('The code pad did not load, or broke.').waitFor()
  await answer(page, 'The interview goes on meanwhile.')
  refuses = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await editor(page).waitFor()
})

test('SQL and its result go with an answer', { timeout: 60_000 }, async () => {
  const { page } = await inTheRoom('sql', 'slow-query')
  await openWorkspace(page)
  const sql = page.locator('[data-pad=sql] .cm-content')
  await sql.focus()
  await page.keyboard.type('select 6 * 7 as answer')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await part(page, 'Result').waitFor()
  await answer(page, 'Forty-two, as it says.')
  const turn = candidateTurns(page).first()
  await turn.getByText('SQL, 1 line').waitFor()
  await turn.getByText(/^What the database answered/).click()
  await turn.getByText('42').first().waitFor()
})

test('a quote from code leads to its line, in the scorecard and in the review', { timeout: 90_000 }, async () => {
  const hotseat = await startHotseat()
  const text = [
    'class Cache {',
    '  get(key) {',
    '    if (!this.map.has(key)) return undefined',
    '    return this.map.get(key)',
    '  }',
    '}',
  ]
  const { answers } = shippedQuestion('coding', 'lru-cache')
  const words = (answers.find(({ quality }) => quality === 'senior')?.parts ?? []).map((one) => one.text)
  const { id, client } = await sitInterview(hotseat, words.slice(0, 2), { track: 'coding', question: 'lru-cache', minutes: 40 })
  const artifacts = [{ kind: 'code' as const, text: text.join('\n'), language: 'javascript' as const }]
  client.send({ type: 'say', clientTurnId: 'client-turn-code', text: '', artifacts })
  const { turn } = (await client.next('turn-stored', ({ clientTurnId }) => clientTurnId === 'client-turn-code')).turn
  await client.next('utterance-end', (frame) => frame.turn.turn > turn)
  await endInterview(client)
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address, { expected })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await openCriteria(page)
  await page
    .getByRole('link', { name: new RegExp(`turn ${turn}, code$`) })
    .first()
    .click()
  const quoted = page.locator('[data-artifact=code] [data-quoted] mark[data-active]').first()
  await quoted.waitFor()
  await expect.poll(() => quoted.evaluate((mark) => mark.getBoundingClientRect().top < window.innerHeight)).toBe(true)
  await page.goto(`${hotseat.origin}/interviews/${id}/review`)
  await page.locator('[data-artifact=code] [data-quoted] mark[data-quote]').first().waitFor()
  expect(
    await page
      .locator('[data-artifact=code]')
      .first()
      .evaluate((code) => code.textContent),
  ).toBe(text.join('\n'))
})

test('what was drawn and not stored before a reload is stored after it, whatever is looked at', { timeout: 60_000 }, async () => {
  const { page, id, hotseat } = await inTheRoom('system-design', 'url-shortener')
  await openWorkspace(page)
  let refuses = true
  await page.route(`**/api/interviews/${id}/board`, (route) =>
    refuses && route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await placeParts(page, 'Client')
  await page.locator('[data-pad=board]').getByText('Not saved, kept in this browser.').waitFor()
  refuses = false
  await page.setViewportSize(phone)
  await page.reload()
  await part(page, 'Board').waitFor()
  await expect.poll(async () => (await ask(hotseat, `/api/interviews/${id}/board`)).status).toBe(200)
  expect(await tab(page, 'Conversation').getAttribute('aria-selected')).toBe('true')
})

test('somebody with a link sees the boards and the code of the answers', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  const { id, client } = await sitInterview(hotseat, [], { track: 'coding', question: 'lru-cache', minutes: 40 })
  const box = { type: 'rectangle', y: 0, width: 160, height: 80, version: 1, versionNonce: 1 }
  const scene = { ...boxes([]), elements: [0, 200].map((x) => ({ ...box, id: `box-${x}`, x })) }
  expect((await draw(hotseat, id, { scene, base: null })).status).toBe(200)
  client.send({
    type: 'say',
    clientTurnId: 'client-turn-both',
    text: 'Both of them.',
    artifacts: [
      { kind: 'board', revision: 1 },
      { kind: 'code', text: 'const size = 3', language: 'typescript' },
    ],
  })
  await client.next('turn-stored')
  await endInterview(client)
  const { token } = await share(hotseat, id, { kind: 'read-only' })
  const page = await openPage(`${hotseat.origin}/shared#${token}`)
  await page.getByText('Board, 2 parts').waitFor()
  await page.locator('#turn-2').getByRole('img').waitFor()
  await page.locator('#turn-2 [data-artifact=code]').getByText('const size = 3').waitFor()
  expect(await faultsOf(page, 'shared interview')).toEqual([])
})

test('axe finds nothing of ours with the pads open', { timeout: 120_000 }, async () => {
  const { page } = await inTheRoom('coding', 'lru-cache')
  await openWorkspace(page)
  await editor(page).focus()
  await page.keyboard.type('const size = 3')
  await answer(page, 'One line.')
  await candidateTurns(page).first().getByText('Code, 1 line of TypeScript').click()
  expect(await faultsOf(page, 'room with the code pad')).toEqual([])
  await page.setViewportSize(phone)
  await tab(page, 'Code').click()
  expect(await faultsOf(page, 'code pad')).toEqual([])
})
