import type { Page } from 'playwright-core'
import { test } from 'vitest'
import type { ServerFrame } from '#src/protocol/frames.ts'
import { openPage, withBrowser } from '../../support/browser.ts'
import { type Hotseat, startHotseat } from '../../support/hotseat.ts'
import { beginInterview } from '../../support/live-client.ts'
import { obedientModel, startModelPeer } from '../../support/model-peer.ts'
import { answer, composer, interviewerTurns, spoken } from '../in-the-room.ts'
import { type Relay, relay } from './relay.ts'
import { shoot } from './shoot.ts'
import { paragraphs, withModel } from './sittings.ts'

withBrowser()

const words = paragraphs('system-design', 'url-shortener', 'senior')
const choice = { track: 'system-design', question: 'url-shortener', minutes: 45 }

/** In the room with the interviewer's first words spoken and so many answers given. */
async function inTheRoom(hotseat: Hotseat, answers: number): Promise<{ page: Page; line: Relay; address: string }> {
  const { id } = await beginInterview(hotseat, choice)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  const line = await relay(page)
  const address = `${hotseat.origin}/interviews/${id}`
  await page.goto(address)
  await spoken(page, 1)
  for (const said of words.slice(0, answers)) await answer(page, said)
  return { page, line, address }
}

test('the conversation', async () => {
  const { page } = await inTheRoom(await startHotseat(), 0)
  await shoot(page, 'room-opening')
  for (const said of words.slice(0, 2)) await answer(page, said)
  await shoot(page, 'room-conversation')
  await composer(page).fill(words[2] ?? '')
  await page.getByText('Draft saved').waitFor()
  await shoot(page, 'room-draft')
  await composer(page).fill('')
  await page.getByRole('button', { name: /^Hint/ }).click()
  await spoken(page, 4)
  await shoot(page, 'room-hint')
  await page.getByRole('main').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'room-keys-dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'room-end-dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Resume' }).first().waitFor()
  await shoot(page, 'room-paused')
  await page.getByRole('button', { name: 'Resume' }).first().click()
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and score' }).click()
  await page.getByRole('button', { name: 'See how it went' }).waitFor()
  await shoot(page, 'room-ended')
})

test('the interviewer thinking, speaking, interrupted', async () => {
  const peer = await startModelPeer(obedientModel)
  const { page, line } = await inTheRoom(await withModel(peer.baseUrl), 1)
  line.holdAfter(0)
  await composer(page).fill(words[1] ?? '')
  await composer(page).press('Enter')
  await page.getByText('is thinking…').waitFor()
  await shoot(page, 'room-thinking')
  line.release()
  await spoken(page, 3)
  line.holdAfter(1)
  await composer(page).fill(words[2] ?? '')
  await composer(page).press('Enter')
  await interviewerTurns(page).nth(3).waitFor()
  await composer(page).fill('Before you go on: the peak is')
  await shoot(page, 'room-streaming')
  line.release()
  await spoken(page, 4)
  line.edit((frame) => {
    if (frame.type !== 'snapshot') return
    const spokenTurns = frame.turns.filter(({ speaker }) => speaker === 'interviewer')
    Object.assign(spokenTurns[2] ?? {}, { interrupted: true })
  })
  await page.reload()
  await page.getByText('You spoke here.').waitFor()
  await shoot(page, 'room-interrupted')
})

test('very long words', async () => {
  const { page } = await inTheRoom(await startHotseat(), 1)
  await composer(page).fill(
    `${'https://example.com/a-very-long-address-without-a-place-to-break/'.repeat(6)}\n\n${words.join('\n\n')}`,
  )
  await page.getByText('Draft saved').waitFor()
  await shoot(page, 'room-long-draft')
  await composer(page).press('Enter')
  await spoken(page, 3)
  await page.getByRole('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight / 3 }))
  await page.getByRole('button', { name: 'To the latest words' }).waitFor()
  await shoot(page, 'room-read-back')
  await composer(page).fill('a '.repeat(8100))
  await shoot(page, 'room-too-long')
})

test('time, and other tabs', async () => {
  const { page, line, address } = await inTheRoom(await startHotseat(), 2)
  const other = await page.context().newPage()
  await other.goto(address)
  await spoken(other, 3)
  await composer(other).fill('Hash the address and cut it: two creators with the same address would share a code')
  await page.getByText('Being written in another tab').waitFor()
  await shoot(page, 'room-second-tab')
  await other.close()
  await composer(page).fill('')
  line.edit(leaving(95_000))
  await page.reload()
  await page.getByText('Time is nearly up').waitFor()
  await shoot(page, 'room-time-nearly-up')
  line.edit(leaving(0))
  await page.reload()
  await page.getByText('Time is up').waitFor()
  await shoot(page, 'room-time-up')
  line.edit(() => undefined)
  await line.cut({ code: 4409, mayReturn: true })
  await page.getByRole('button', { name: 'Continue here' }).waitFor()
  await shoot(page, 'room-superseded')
})

test('a line that breaks', async () => {
  const { page, line } = await inTheRoom(await startHotseat(), 2)
  await composer(page).fill('I take 302 rather than the permanent one, because')
  await line.cut({ mayReturn: false })
  await page.getByText('The connection broke').waitFor()
  await shoot(page, 'room-reconnecting')
  await page.context().setOffline(true)
  await composer(page).press('Enter')
  await page.getByText('No network').waitFor()
  await shoot(page, 'room-offline-unsent')
})

test('a model that fails', async () => {
  const peer = await startModelPeer(obedientModel)
  const { page, line } = await inTheRoom(await withModel(peer.baseUrl), 1)
  await peer.stop()
  await composer(page).fill(words[1] ?? '')
  await composer(page).press('Enter')
  await spoken(page, 3)
  await shoot(page, 'room-model-gone-rules-stand-in')
  const turn = 99
  line.inject((log) => ({ type: 'utterance-start', epoch: log.epoch, seq: log.seq + 1, turn, attempt: 1 }))
  const text = 'You said that opening must work even when'
  line.inject((log) => ({ type: 'utterance-delta', epoch: log.epoch, seq: log.seq + 2, turn, attempt: 1, offset: 0, text }))
  line.inject((log) => ({
    type: 'utterance-failed',
    epoch: log.epoch,
    seq: log.seq + 3,
    turn,
    attempt: 1,
    message: 'The interviewer could not answer: the endpoint broke off. Your turn is stored.',
  }))
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await shoot(page, 'room-interviewer-failed')
})

/** Turns the clock of every standing so that this much is left, in the phase before the last. */
const leaving = (leftMs: number) => (frame: ServerFrame) => {
  if (frame.type !== 'snapshot' && frame.type !== 'state') return
  Object.assign(frame.standing, { elapsedMs: frame.standing.totalMs - leftMs, phase: 4 })
}
