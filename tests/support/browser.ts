import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findChromium } from './chromium.mjs'

let browser: Browser | null = null

/** One Chromium for all tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    const executablePath = findChromium()
    if (executablePath === null) throw new Error('There is no Chromium. Run the tests with "npm test", which installs one.')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
}

interface PageOptions extends BrowserContextOptions {
  /** What Chromium prints that is part of the test, such as a refusal that the page answers. */
  expected?: RegExp
}

/** A page of a browser profile of its own. What the page itself reports as an error fails the test. */
export async function openPage(address: string, { expected, ...options }: PageOptions = {}): Promise<Page> {
  if (browser === null) throw new Error('call withBrowser() in the test file first')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const problems: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !isLostConnection(text) && expected?.test(text) !== true) problems.push(text)
  })
  onTestFinished(async () => {
    await context.close()
    if (problems.length > 0) throw new Error(`The page reported: ${problems.join('\n')}`)
  })
  await page.goto(address)
  return page
}

/** What Chromium itself prints when a server is away is part of those tests that stop one. */
const isLostConnection = (text: string) => /WebSocket connection to|ERR_CONNECTION_REFUSED|Failed to fetch/.test(text)
