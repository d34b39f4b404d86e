import type { Page } from 'playwright-core'
import { test } from 'vitest'
import type { TrackId } from '#src/domain/track.ts'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { beginInterview } from '../../support/live-client.ts'
import { answer, candidateTurns, composer, spoken } from '../in-the-room.ts'
import { place, saved } from '../on-the-board.ts'
import { toScorecard } from '../scored.ts'
import { shoot } from './shoot.ts'
import { paragraphs } from './sittings.ts'

withBrowser()

// Chromium itself writes styles into what it edits, which the policy refuses and CodeMirror draws anew.
const expected = /Applying inline style|net::ERR_FAILED|409 \(Conflict\)/

/** In the room with the workspace open on a pad, on a narrow screen too. */
async function inTheWorkspace(choice: { track: TrackId; question: string; minutes: number }, pad: string) {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, choice)
  const page = await openPage(hotseat.address, { expected })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}`)
  await spoken(page, 1)
  await page.setViewportSize({ width: 375, height: 740 })
  await page.getByRole('tab', { name: pad }).click()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Workspace' }).click()
  return { page, address: `${hotseat.origin}/interviews/${id}` }
}

/** On a narrow screen the conversation is looked at. */
async function lookAtConversation(page: Page): Promise<void> {
  await page.setViewportSize({ width: 375, height: 740 })
  await page.getByRole('tab', { name: /^Conversation/ }).click()
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('a board', async () => {
  const words = paragraphs('system-design', 'url-shortener', 'senior')
  const { page, address } = await inTheWorkspace({ track: 'system-design', question: 'url-shortener', minutes: 45 }, 'Board')
  await page.getByRole('toolbar', { name: 'Add a part' }).waitFor()
  await shoot(page, 'workspace-board-empty')
  for (const part of ['Client', 'Load balancer', 'Cache', 'Database']) await place(page, part, part)
  await saved(page)
  await shoot(page, 'workspace-board')
  await lookAtConversation(page)
  await composer(page).fill(words[0] ?? '')
  await shoot(page, 'workspace-answer-with-board')
  for (const said of words.slice(0, 3)) await answer(page, said)
  await candidateTurns(page).first().getByText('Board, 4 parts').click()
  await candidateTurns(page).first().getByRole('img').waitFor()
  await shoot(page, 'workspace-turn-with-board')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End and score' }).click()
  await page.getByRole('button', { name: 'See how it went' }).waitFor()
  await shoot(page, 'workspace-ended')
  await toScorecard(page)
  await page.goto(`${address}/review`)
  await page.getByRole('img').first().waitFor()
  await shoot(page, 'review-with-board')
})

test('code', async () => {
  const { page } = await inTheWorkspace({ track: 'coding', question: 'lru-cache', minutes: 40 }, 'Code')
  const editor = page.locator('[data-pad=code] .cm-content')
  await editor.focus()
  await shoot(page, 'workspace-code-empty')
  const lines = ['class Cache {', 'constructor(size) {', 'this.size = size', '}', '}', 'console.log(new Cache(2))']
  await page.keyboard.type(lines.join('\n'))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByText('It ran to its end.').waitFor()
  await shoot(page, 'workspace-code')
  await lookAtConversation(page)
  await answer(page, 'The class stands, and nothing is in it yet.')
  await candidateTurns(page)
    .first()
    .getByText(/^Code, /)
    .click()
  await shoot(page, 'workspace-turn-with-code')
})

test('SQL', async () => {
  const { page } = await inTheWorkspace({ track: 'sql', question: 'slow-query', minutes: 40 }, 'SQL')
  await page.locator('[data-pad=sql] .cm-content').focus()
  await page.keyboard.type("select 1 as one, 'two' as two")
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('group', { name: 'With this answer' }).getByText('Result').waitFor()
  await shoot(page, 'workspace-sql')
  await lookAtConversation(page)
  await answer(page, 'One and two.')
  await candidateTurns(page)
    .first()
    .getByText(/^What the database/)
    .click()
  await shoot(page, 'workspace-turn-with-sql')
})

test('a pad that does not load', async () => {
  const hotseat = await startHotseat()
  const { id } = await beginInterview(hotseat, { track: 'coding', question: 'lru-cache', minutes: 40 })
  const page = await openPage(hotseat.address, { expected })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.route(/assets\/code-pad-.*\.js/, (route) => route.abort())
  await page.goto(`${hotseat.origin}/interviews/${id}`)
  await spoken(page, 1)
  await page.getByRole('button', { name: 'Workspace' }).click()
  await page.getByText('did not load, or broke').waitFor()
  await shoot(page, 'workspace-pad-missing')
})
