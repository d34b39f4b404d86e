import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedQuestion, shippedQuestionIds, shippedRubric } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { answer, begin, candidateOf, candidateTurns, composer, interviewerTurns, spoken, talkToTheEnd } from './in-the-room.ts'
import { gradedRatings, quotesOf, shownRatings, toScorecard } from './scored.ts'

withBrowser()

const phaseTitles = (track: 'system-design' | 'behavioral') =>
  new Map(shippedRubric(track).phases.map(({ id, title }) => [id, title]))

test('a whole url-shortener mock: facts on asking, a hint, the changed requirement, the close, a scorecard with quotes', {
  timeout: 90_000,
}, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const { title, guide } = shippedQuestion('system-design', 'url-shortener')
  await begin(page, { track: 'system-design', question: title, minutes: 45, mode: 'Mock' })

  const told = await answer(
    page,
    'Before I design anything: how many links are created, and what is the ratio of reads to writes?',
  )
  expect(guide.facts.filter(({ fact }) => told.includes(fact.split(/[.;,]/)[0] ?? fact)).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: /^Hint/ }).click()
  await spoken(page, 3)

  const candidate = candidateOf({
    track: 'system-design',
    questions: ['url-shortener'],
    phaseTitles: phaseTitles('system-design'),
  })
  await talkToTheEnd(page, candidate)
  const id = await toScorecard(page)

  const quotes = await quotesOf(page)
  expect(quotes.length).toBeGreaterThan(5)
  for (const { quote, marked, speaker } of quotes) {
    expect(speaker).toBe('candidate')
    expect(squeezed(marked)).toContain(squeezed(quote))
  }
  expect(await gradedRatings(page, id)).toEqual(await shownRatings(page))

  const kinds = movesStored(hotseat.databaseFile, id)
  expect(kinds).toEqual(expect.arrayContaining(['open', 'hint', 'change-requirement', 'close']))
})

test('a rehearsal of three stories ends in a scorecard with a rating for each story', { timeout: 90_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const { title } = shippedQuestion('behavioral', 'outage-investigated')
  await begin(page, { track: 'behavioral', question: title, minutes: 15, mode: 'Practice' })
  const questions = shippedQuestionIds().flatMap(({ track, id }) => (track === 'behavioral' ? [id] : []))
  await talkToTheEnd(page, candidateOf({ track: 'behavioral', questions, phaseTitles: phaseTitles('behavioral') }))
  const id = await toScorecard(page)
  expect(await page.getByRole('tab').count()).toBe(4)
  for (const { quote, marked } of await quotesOf(page)) expect(squeezed(marked)).toContain(squeezed(quote))
  expect(await gradedRatings(page, id)).toEqual(await shownRatings(page))
})

test('a reload in mid-answer, a second tab, and a restarted server keep the conversation and the draft', {
  timeout: 60_000,
}, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  const { title } = shippedQuestion('coding', 'lru-cache')
  await begin(page, { track: 'coding', question: title, minutes: 40, mode: 'Practice' })
  await answer(page, 'Which operations have to be supported, and how large can the cache become?')
  const said = await interviewerTurns(page).allInnerTexts()
  await composer(page).fill('I would keep a map from key to node, and')
  await page.getByText('Draft saved').waitFor()

  await page.reload()
  await spoken(page, said.length)
  expect(await interviewerTurns(page).allInnerTexts()).toEqual(said)
  expect(await composer(page).inputValue()).toBe('I would keep a map from key to node, and')

  const second = await page.context().newPage()
  await second.goto(page.url())
  await spoken(second, said.length)
  expect(await interviewerTurns(second).allInnerTexts()).toEqual(said)
  expect(await composer(second).inputValue()).toBe('I would keep a map from key to node, and')
  await composer(second).fill('A map from key to node, and a list in order of use.')
  await composer(second).press('Enter')
  await spoken(page, said.length + 1)
  expect(await candidateTurns(page).last().innerText()).toContain('a list in order of use')
  expect(await composer(page).inputValue()).toBe('')
  await second.close()

  await composer(page).fill('The list is doubly linked, so that')
  await page.getByText('Draft saved').waitFor()
  const before = await interviewerTurns(page).allInnerTexts()
  await hotseat.restart()
  await page.getByText(/· live$/).waitFor({ timeout: 20_000 })
  expect(await interviewerTurns(page).allInnerTexts()).toEqual(before)
  expect(await composer(page).inputValue()).toBe('The list is doubly linked, so that')
  await composer(page).press('Enter')
  await spoken(page, before.length + 1)
})

test('an interview is sat by keyboard alone', { timeout: 60_000 }, async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('radio', { name: /^Concepts/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Begin' }).focus()
  await page.keyboard.press('Enter')
  await spoken(page, 1)
  await page.keyboard.type('An index is a sorted copy of some columns.')
  await page.keyboard.press('Enter')
  await spoken(page, 2)
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Go on')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'See how it went' }).waitFor()
})

const squeezed = (text: string) => text.replaceAll(/[\s“”]+/g, ' ').trim()

function movesStored(file: string, interviewId: string): string[] {
  const db = new Database(file, { readonly: true })
  try {
    const rows = db.prepare('select move from turns where interview_id = ? and move is not null order by turn').all(interviewId)
    return rows.map((row) => JSON.parse((row as { move: string }).move).kind)
  } finally {
    db.close()
  }
}
