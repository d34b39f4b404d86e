import { join } from 'node:path'
import { test } from 'vitest'
import { systemClock } from '#src/domain/clock.ts'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { beginInterview } from '../../support/live-client.ts'
import { answer, composer, spoken } from '../in-the-room.ts'
import { galleryFolder } from './shoot.ts'
import { paragraphs } from './sittings.ts'

withBrowser()

const pace = 40

/** A clock on which a second is most of a minute, so that answers come as far apart as they do in an interview. */
function hurriedClock(start = systemClock.now()) {
  return {
    now: () => start + (systemClock.now() - start) * pace,
    after: (delayMs: number, callback: () => void) => systemClock.after(delayMs / pace, callback),
  }
}

test('the picture in the README: docs/room.png before its colours are counted down', async () => {
  const hotseat = await startHotseat({ clock: hurriedClock() })
  const { id } = await beginInterview(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, mode: 'mock' })
  const page = await openPage(hotseat.address, { viewport: { width: 1200, height: 736 }, colorScheme: 'light' })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}`)
  await spoken(page, 1)
  const words = paragraphs('system-design', 'url-shortener', 'senior')
  for (const said of words.slice(0, 7)) {
    await page.waitForTimeout(900)
    await answer(page, said)
  }
  await composer(page).fill(
    'Random: a cryptographic random number, seven characters, and the insert decides; if the primary key says no, draw again.',
  )
  await page.getByText('Draft saved').waitFor()
  await page.screenshot({ path: join(galleryFolder, 'readme-room.png'), animations: 'disabled' })
})
