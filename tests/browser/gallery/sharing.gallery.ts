import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { enterAsGuest, share } from '../../support/guest.ts'
import { type Hotseat, startHotseat } from '../../support/hotseat.ts'
import { ask } from '../../support/live-client.ts'
import { shoot } from './shoot.ts'
import { sit } from './sittings.ts'

withBrowser()

const guestsAddress = ({ origin }: Hotseat, token: string) => `${origin}/shared#${token}`

/** A review over HTTP, so that the owner's page has several. */
async function reviewBy(hotseat: Hotseat, id: string, { reviewer, ratings }: { reviewer: string; ratings: readonly unknown[] }) {
  const { token } = await share(hotseat, id, { name: reviewer, showsRatings: true })
  const guest = await enterAsGuest(hotseat, token)
  const { criteria } = (await (await guest.ask(`/api/shared/${guest.share}`)).json()) as { criteria: { id: string }[] }
  const body = {
    reviewer,
    ratings: Object.fromEntries(criteria.map((criterion, at) => [criterion.id, ratings[at]])),
    comments: [
      { turn: 2, words: { start: 0, end: 60 }, text: 'A good beginning: it asks for figures before it draws anything.' },
      { turn: 4, words: null, text: 'I waited for a figure here. How many writes a second would one table take?' },
    ],
  }
  await guest.ask(`/api/shared/${guest.share}/review`, { method: 'POST', body: JSON.stringify(body) })
}

test('a second pair of eyes', { timeout: 300_000 }, async () => {
  const hotseat = await startHotseat()
  const selfRating = { kind: 'rated' as const, ratings: { framing: 4 as const, depth: 2 as const } }
  const id = await sit(hotseat, { track: 'system-design', question: 'url-shortener', minutes: 45, quality: 'mid', selfRating })
  const owner = await openPage(hotseat.address)
  await owner.getByRole('button', { name: 'Begin' }).waitFor()
  await owner.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await owner.getByRole('button', { name: 'Let somebody else look' }).click()
  await owner.getByLabel('For whom').fill('Ada')
  await shoot(owner, 'share-dialog', { isWindowOnly: true })
  await owner.getByRole('button', { name: 'Make the link' }).click()
  await owner.getByText('It opens on this machine only').waitFor()
  await shoot(owner, 'share-new-link', { isWindowOnly: true })

  const { token } = await share(hotseat, id, { showsRatings: true })
  const guest = await openPage(guestsAddress(hotseat, token))
  await guest.getByRole('heading', { level: 1 }).waitFor()
  await shoot(guest, 'shared-review')
  await guest.getByRole('button', { name: 'Comment on turn 2', exact: true }).click()
  await guest.getByLabel('Your comment').fill('How often would that happen?')
  await shoot(guest, 'shared-comment')
  await guest.getByRole('button', { name: 'Keep comment' }).click()
  for (const group of await guest.getByRole('radiogroup').all()) await group.getByRole('radio', { name: /^3 · / }).check()
  await guest.getByLabel('Your name').fill('Ada Lovelace')
  await guest.getByRole('button', { name: 'Submit the review' }).scrollIntoViewIfNeeded()
  await guest.evaluate(() => {
    window.location.hash = 'ratings'
  })
  await shoot(guest, 'shared-ratings', { isWindowOnly: true })
  await guest.getByRole('button', { name: 'Submit the review' }).click()
  await guest.getByRole('button', { name: 'Submit', exact: true }).click()
  await guest.getByRole('heading', { name: 'Your ratings beside the scorer’s' }).waitFor()
  await shoot(guest, 'shared-submitted')

  const reading = await share(hotseat, id, { kind: 'read-only', name: 'Mum', showsRatings: true })
  const reader = await openPage(guestsAddress(hotseat, reading.token))
  await reader.getByRole('heading', { level: 1 }).waitFor()
  await shoot(reader, 'shared-read-only')

  await reviewBy(hotseat, id, { reviewer: 'Grace Hopper', ratings: [3, 2, 'cannot-say', 4, 2] })
  await ask(hotseat, `/api/interviews/${id}/shares/${reading.share.id}/revocation`, { method: 'POST' })
  await owner.goto(`${hotseat.origin}/interviews/${id}/reviews`)
  await owner.getByRole('region', { name: 'Ratings side by side' }).waitFor()
  await shoot(owner, 'reviews')
  // A profile of its own: a link that is refused is what is shown here, and openPage takes it for a fault.
  const stranger = await owner.context().browser()?.newContext()
  const refused = await stranger?.newPage()
  if (refused === undefined) return
  await refused.goto(guestsAddress(hotseat, reading.token))
  await refused.getByRole('heading', { level: 1 }).waitFor()
  await shoot(refused, 'shared-withdrawn')
  await stranger?.close()
})
