import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { faultsOf } from './faults.ts'
import { answer, begin } from './in-the-room.ts'
import { openCriteria, toScorecard } from './scored.ts'

withBrowser()

test('no page has anything that axe finds wrong, or is wider than its window', { timeout: 300_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const question = shippedQuestion('concepts', 'indexes-how-when')
  await begin(page, { track: 'concepts', question: question.title, minutes: 5, mode: 'Practice' })
  const words = question.answers.find(({ quality }) => quality !== 'weak')?.parts[0]?.text ?? ''
  await answer(page, words)
  const room = page.url()
  const faults: unknown[] = await faultsOf(page, 'room')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  faults.push(...(await faultsOf(page, 'end dialog')))
  await page.getByRole('button', { name: 'End and score' }).click()
  await toScorecard(page)
  await openCriteria(page)
  faults.push(...(await faultsOf(page, 'scorecard')))
  for (const path of ['/', '/history', '/settings', '/nowhere', new URL(room).pathname]) {
    await page.goto(`${hotseat.origin}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    faults.push(...(await faultsOf(page, path)))
  }
  expect(faults).toEqual([])
})
