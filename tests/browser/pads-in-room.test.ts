import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedExercise, shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { answer, begin, candidateTurns } from './in-the-room.ts'

withBrowser()

const editor = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
const write = async (page: Page, name: RegExp, text: string) => {
  await editor(page, name).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

test('code runs in the room, its cases once their phase has come, and the pad outlives a reload', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const { title } = shippedQuestion('coding', 'lru-cache')
  await begin(page, { track: 'coding', question: title, minutes: 40, mode: 'Practice' })
  await page.getByRole('button', { name: 'Workspace' }).click()
  await write(page, /^Code/, shippedExercise('coding', 'lru-cache').solution)
  await page.getByText('The question’s cases can be run from “Code” on.').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('It ran to its end and printed nothing.').waitFor()
  await page.reload()
  await expect.poll(() => editor(page, /^Code/).innerText()).toContain('export class LruCache')
  const cases = page.getByRole('button', { name: 'Run the cases' })
  await cases.waitFor()
  for (let said = 0; said < 12 && (await cases.isDisabled()); said++)
    await answer(page, 'I have nothing more to ask here, so I would go on with the next part.')
  await cases.click()
  await page.getByText('All 6 cases pass.').waitFor()
  await page.reload()
  const parts = page.getByRole('group', { name: 'With this answer' })
  await parts.getByRole('button', { name: 'Cases', pressed: true }).waitFor()
  await answer(page, 'All of them pass.')
  await parts.getByRole('button', { name: 'Cases', pressed: false }).waitFor()
  const last = candidateTurns(page).last()
  await last.getByText('How the question’s cases went, run in a browser').click()
  await last.getByText('Run in the candidate’s browser. All 6 cases pass.').waitFor()
})

test("SQL runs in the room on the question's rows, once they are handed out", async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const { title } = shippedQuestion('sql', 'top-n-per-group')
  await begin(page, { track: 'sql', question: title, minutes: 40, mode: 'Practice' })
  await page.getByRole('button', { name: 'Workspace' }).click()
  await page.getByText(/^No tables yet/).waitFor()
  await write(page, /^SQL/, 'select max(best) from bests')
  const tables = page.getByText('5 tables')
  for (let said = 0; said < 12 && !(await tables.isVisible()); said++)
    await answer(page, 'I have nothing more to ask here, so I would go on with the next part.')
  await editor(page, /^SQL/).press('Control+Enter')
  await expect.poll(() => page.locator('tbody td').allInnerTexts()).toEqual(['950'])
  await write(page, /^SQL/, 'create table mine (a); insert into mine values (1), (2)')
  await editor(page, /^SQL/).press('Control+Enter')
  await page.getByRole('status').filter({ hasText: '2 statements done, 2 rows changed.' }).waitFor()
  await page.reload()
  await page.getByText('The database was built again after the reload: 2 statements of yours done anew.').waitFor()
  await write(page, /^SQL/, 'select count(*) from mine')
  await editor(page, /^SQL/).press('Control+Enter')
  await expect.poll(() => page.locator('tbody td').allInnerTexts()).toEqual(['2'])
  await write(page, /^SQL/, `insert into mine values (length('${'x'.repeat(500_000)}'))`)
  await editor(page, /^SQL/).press('Control+Enter')
  await page.getByRole('status').filter({ hasText: 'Done, 1 row changed.' }).waitFor()
  await page.reload()
  await page
    .getByText(/^The database has the question’s rows again after the reload: what you had changed came to more/)
    .waitFor()
})
