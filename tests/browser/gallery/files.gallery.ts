import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { shoot } from './shoot.ts'
import { sit } from './sittings.ts'

withBrowser()

test('the sample, a deletion that can be undone, and one that cannot', { timeout: 300_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('link', { name: 'a sample interview with its scorecard' }).click()
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await shoot(page, 'sample')
  await page.getByRole('link', { name: 'Go back over it line by line' }).click()
  await page.getByRole('heading', { name: 'Line by line' }).waitFor()
  await shoot(page, 'sample-review')

  await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'mid' })
  await page.clock.install()
  await page.goto(`${hotseat.origin}/history`)
  await page.getByRole('button', { name: /^Delete: / }).click()
  await page.getByText(/For ten seconds/).waitFor()
  await shoot(page, 'deletion-undoable', { isWindowOnly: true })
  await page.clock.runFor(10_500)
  await page.getByText(/deleted for good/).waitFor()
  await shoot(page, 'deletion-done', { isWindowOnly: true })
})
