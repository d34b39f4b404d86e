import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { endedInterview, openScorecard, scored } from '../support/sit-interview.ts'
import { failRedos } from '../support/turn-rows.ts'
import { faultsOf } from './faults.ts'
import { openCriteria } from './scored.ts'

withBrowser()

const sample = shippedQuestion('concepts', 'indexes-how-when').answers.find(({ quality }) => quality !== 'weak')
const concepts = { track: 'concepts', question: 'indexes-how-when', minutes: 5 }

/** A scored interview of one answer, its scorecard opened before, shown in the browser. */
async function openedScorecard() {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [sample?.parts[0]?.text ?? ''], concepts)
  await scored(hotseat, id)
  await openScorecard(hotseat, id)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  return { hotseat, page }
}

test('one rates oneself by keyboard before the scorecard opens, and it shows the difference', { timeout: 120_000 }, async () => {
  const hotseat = await startHotseat()
  const id = await endedInterview(hotseat, [sample?.parts[0]?.text ?? ''], concepts)
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'How did you do?' }).waitFor()
  await page.getByRole('button', { name: 'Show what each rating takes' }).press('Enter')
  expect(await faultsOf(page, 'self-rating')).toEqual([])
  await page.getByRole('radio', { name: /^4/ }).first().focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Keep 1 of 5 ratings' }).press('Enter')
  await page.getByText(/^You said 4/).waitFor()
  expect(await page.getByText(/^You said/).count()).toBe(1)
})

test('a check is appealed by words of one’s own; a refusal says why, and stays beside the check', {
  timeout: 120_000,
}, async () => {
  const { page } = await openedScorecard()
  await page.getByRole('heading', { name: 'Why', exact: true }).waitFor()
  await openCriteria(page)
  await page
    .getByRole('button', { name: /^I did say that/ })
    .first()
    .press('Enter')
  await page.getByRole('combobox', { name: 'Take the words of a turn' }).selectOption({ index: 1 })
  expect(await page.getByRole('textbox', { name: 'Your words' }).inputValue()).toBe(sample?.parts[0]?.text)
  expect(await faultsOf(page, 'appeal')).toEqual([])
  await page.getByRole('textbox', { name: 'Your words' }).fill('nobody ever said these words here')
  await page.getByRole('button', { name: 'Judge this check again' }).press('Enter')
  await page.getByText('The check stays as it was').waitFor()
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await page.getByText(/^Appeal refused, on “nobody ever said these words here”: These words are not in what you said/).waitFor()
})

test('a part is answered again from a fix, by keyboard, and the difference is shown', { timeout: 120_000 }, async () => {
  const { page } = await openedScorecard()
  await page.getByRole('link', { name: 'Answer this part again' }).first().press('Enter')
  const field = page.getByRole('textbox', { name: 'Your new answer' })
  await field.fill('An index helps only when it narrows')
  await page.reload()
  expect(await field.inputValue()).toBe('An index helps only when it narrows')
  await field.fill(`An index helps only when it narrows what is read, because ${sample?.parts[0]?.text ?? ''}`)
  await field.press('Control+Enter')
  await page.getByRole('heading', { name: 'Gained' }).waitFor()
  expect(await page.getByText('Then', { exact: true }).count()).toBe(1)
  expect(await field.inputValue()).toBe('')
  expect(await faultsOf(page, 'redo')).toEqual([])
})

test('how it was told is shown after the ratings, story by story, in tables that need no eye, and by keyboard', {
  timeout: 180_000,
}, async () => {
  const hotseat = await startHotseat()
  const story = shippedQuestion('behavioral', 'outage-investigated').answers.find(({ quality }) => quality === 'senior')
  const words = story?.parts.map(({ text }) => text).join(' ') ?? ''
  const id = await endedInterview(hotseat, [words, words, words], {
    track: 'behavioral',
    question: 'outage-investigated',
    minutes: 5,
  })
  await scored(hotseat, id)
  const page = await openPage(hotseat.address, { viewport: { width: 375, height: 740 } })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/interviews/${id}/scorecard`)
  await page.getByRole('heading', { name: 'How did you do?' }).waitFor()
  expect(await page.getByText('How you told it').count()).toBe(0)
  await page.getByRole('button', { name: 'Skip', exact: true }).press('Enter')
  await page.getByRole('heading', { name: 'How you told it' }).waitFor()

  const { delivery } = await openScorecard(hotseat, id)
  const shares = page.getByRole('table', { name: /^Share of the sentences/ })
  for (const [part, share] of Object.entries(delivery.questions[0]?.story?.shares ?? {}))
    expect(await shares.getByRole('row', { name: new RegExp(part, 'i') }).innerText()).toContain(`${share}%`)
  expect(
    await page
      .getByRole('table', { name: /^Time per phase/ })
      .getByRole('row', { name: /^Story/ })
      .count(),
  ).toBe(1)
  await page.getByRole('button', { name: 'Sentence by sentence' }).press('Enter')
  const first = await page
    .getByRole('listitem')
    .filter({ hasText: /^Situation/ })
    .first()
    .innerText()
  expect(words.startsWith(first.replace(/^Situation\s*/, ''))).toBe(true)
  await page.getByRole('button', { name: 'Turn by turn' }).press('Enter')
  expect(await page.getByRole('link', { name: /^Turn \d+$/ }).count()).toBe(delivery.turns.length)
  expect(await faultsOf(page, 'how it was told')).toEqual([])
})

test('an answer given again that could not be graded is sent once more by a button', { timeout: 120_000 }, async () => {
  const { hotseat, page } = await openedScorecard()
  await page.getByRole('link', { name: 'Answer this part again' }).first().press('Enter')
  await page.getByRole('textbox', { name: 'Your new answer' }).fill('It reads less, because the order is known.')
  await page.getByRole('button', { name: 'Grade this answer' }).press('Enter')
  await page.getByRole('heading', { name: 'Gained' }).waitFor()
  failRedos(hotseat)
  await page.reload()
  await page.getByText('Not graded: The endpoint was gone. Your words are kept.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await page.getByRole('heading', { name: 'Gained' }).waitFor()
  expect(await page.getByText('It reads less, because the order is known.').count()).toBe(2)
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
})
