import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { startHotseat } from '../../support/hotseat.ts'
import { shoot } from './shoot.ts'
import { paragraphs } from './sittings.ts'

withBrowser()

const design = paragraphs('system-design', 'url-shortener', 'mid')
const panel = [
  '[Anna Lind] 10:00:02',
  'Hi Ben, this is for a senior engineer role. I would like you to design a URL shortener, a service that turns a long web address into a short link.',
  '[Ben Okoro] 10:00:20',
  design[0],
  '[Anna Lind] 10:07:11',
  'What breaks first when the traffic doubles?',
  '[Ben Okoro] 10:07:30',
  design[1],
  '[Anna Lind] 10:12:11',
  'And how would you know?',
  '[Ben Okoro] 10:12:30',
  ...design.slice(2),
  '[Carla Weiss] 10:20:01',
  'I take over. Tell me about a serious outage that you investigated yourself, one real case.',
  ...paragraphs('behavioral', 'outage-investigated', 'mid').flatMap((told, at) => [
    `[Ben Okoro] 10:2${at}:20`,
    told,
    `[Carla Weiss] 10:2${at}:50`,
    'What happened then?',
  ]),
  '[Dan Moss] 10:29:00',
  'Sorry, I only take notes.',
]
const transcript = ['Meeting notes, not to be shared', ...panel].join('\n')

test('an interview is imported', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/import`)
  await page.getByLabel('The transcript').waitFor()
  await shoot(page, 'import-empty')
  await page.getByLabel('The transcript').fill(transcript)
  await page.getByRole('button', { name: 'See what was read' }).click()
  await page.getByText('What was read', { exact: true }).waitFor()
  await page.getByText('left out', { exact: false }).first().click()
  await shoot(page, 'import-preview')
  await page.getByRole('button', { name: 'Import and score' }).click()
  await page.getByText('Scored', { exact: true }).nth(1).waitFor()
  await shoot(page, 'import-several')
  await page.getByRole('link', { name: 'Design a URL shortener' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await page.getByRole('link', { name: 'Correct the transcript' }).click()
  await page.getByRole('button', { name: 'Edit turn 3' }).click()
  await page.getByLabel('Words of turn 3').fill('What breaks first when the traffic is ten times that?')
  await shoot(page, 'import-correct')
})

test('a transcript that names nobody, and one that cannot be read', async () => {
  const hotseat = await startHotseat()
  const page = await openPage(hotseat.address, { expected: /422/ })
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.goto(`${hotseat.origin}/import`)
  await page.getByLabel('The transcript').fill('How would you start?\n\nI would ask how many users there are.\n\nA million.')
  await page.getByRole('button', { name: 'See what was read' }).click()
  await page.getByRole('button', { name: 'Import and score' }).click()
  await page.getByRole('alert').waitFor()
  await shoot(page, 'import-unnamed')
  await page.getByRole('button', { name: 'Change the text' }).click()
  await page.getByLabel('The transcript').fill('<!doctype html><p>Hello</p>')
  await page.getByRole('button', { name: 'See what was read' }).click()
  await page.getByRole('alert').waitFor()
  await shoot(page, 'import-unreadable')
})
