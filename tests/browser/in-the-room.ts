import type { Locator, Page } from 'playwright-core'
import type { TrackId } from '#src/domain/track.ts'
import { trackWords } from '../../web/words.ts'
import { shippedQuestion } from '../support/content-files.ts'

/** A candidate who says, phase by phase, what a sample answer says. */
export interface Candidate {
  /** The next words for a phase of a question, by the titles on the screen; null when nothing is left. */
  next(phase: string, question: string): string | null
}

const sentencesAtOnce = 6

/** Speaks the strongest sample answers of these questions, some sentences at a time. */
export function candidateOf(options: {
  track: TrackId
  questions: readonly string[]
  phaseTitles: ReadonlyMap<string, string>
}): Candidate {
  const left = new Map<string, string[]>()
  for (const id of options.questions) {
    const { title, answers } = shippedQuestion(options.track, id)
    const strong = answers.find(({ quality }) => quality === 'senior') ?? answers.find(({ quality }) => quality !== 'weak')
    for (const { phase, text } of strong?.parts ?? [])
      left.set(`${title}/${options.phaseTitles.get(phase) ?? phase}`, text.split(/(?<=[.?!])\s+/))
  }
  return {
    next: (phase, question) => left.get(`${question}/${phase}`)?.splice(0, sentencesAtOnce).join(' ') || null,
  }
}

/** Chooses on the start page and begins. */
export async function begin(
  page: Page,
  choice: { track: TrackId; question: string; minutes: number; mode: 'Practice' | 'Mock' },
) {
  await page.getByRole('radio', { name: new RegExp(`^${trackWords[choice.track]}`) }).click()
  await page.getByLabel('Level').selectOption('senior')
  await page.getByLabel('Minutes').selectOption(String(choice.minutes))
  await page.getByRole('combobox', { name: 'Question' }).selectOption({ label: choice.question })
  await page.getByRole('radio', { name: new RegExp(`^${choice.mode}`) }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await spoken(page, 1)
}

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Your answer' })
export const interviewerTurns = (page: Page): Locator => page.locator('article[data-speaker=interviewer]')
export const candidateTurns = (page: Page): Locator => page.locator('article[data-speaker=candidate]')

/** Waits until the interviewer has finished its turn number `count` of the page. */
export async function spoken(page: Page, count: number): Promise<string> {
  await page.waitForFunction(
    (least) => {
      const turns = document.querySelectorAll('article[data-speaker=interviewer]')
      const stored = [...turns].filter((turn) => /\d:\d\d/.test(turn.querySelector('header')?.textContent ?? ''))
      return stored.length >= least
    },
    count,
    { timeout: 15_000 },
  )
  return await interviewerTurns(page)
    .nth(count - 1)
    .innerText()
}

/** Writes and sends one answer; resolves with what the interviewer says to it. */
export async function answer(page: Page, words: string): Promise<string> {
  const before = await interviewerTurns(page).count()
  await composer(page).fill(words)
  await composer(page).press('Enter')
  return await spoken(page, before + 1)
}

/** The phase and the question that the room shows. */
export async function place(page: Page): Promise<{ phase: string; question: string }> {
  const phase = await page.locator('[aria-label=Phases] [aria-current=step]').innerText()
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  return { phase: phase.replace(/ · \d+ of \d+$/, '').trim(), question: heading.replace(/ · .*$/, '').trim() }
}

/** Goes on answering until the interviewer has closed. Fails after `most` answers. */
export async function talkToTheEnd(page: Page, candidate: Candidate, most = 40): Promise<void> {
  const over = page.getByRole('button', { name: 'See how it went' })
  for (let said = 0; said < most; said++) {
    if (await over.isVisible()) return
    const { phase, question } = await place(page)
    await answer(page, candidate.next(phase, question) ?? 'That is all I have on this part, we can go on.')
    await page.getByRole('button', { name: 'Stop the interviewer' }).waitFor({ state: 'hidden' })
  }
  if (!(await over.isVisible())) throw new Error(`the interview did not close after ${most} answers`)
}
