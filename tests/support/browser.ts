import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { findChromium } from './chromium.mjs'

let browser: Browser | null = null
let shared: BrowserContext | null = null

/** One Chromium for all tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    const executablePath = findChromium()
    if (executablePath === null) throw new Error('There is no Chromium. Run the tests with "npm test", which installs one.')
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    shared = null
    await browser?.close()
  })
}

interface PageOptions extends BrowserContextOptions {
  /** What Chromium prints that is part of the test, such as a refusal that the page answers. */
  expected?: RegExp
  /** One profile for all pages of the file that say so, without options of its own: what one fetched and compiled the next has. For pages that keep nothing beyond their tab. */
  sharesProfile?: boolean
}

/** A page of a browser profile of its own, unless it shares one. What the page itself reports as an error fails the test. */
export async function openPage(
  address: string,
  { expected, sharesProfile = false, ...options }: PageOptions = {},
): Promise<Page> {
  if (browser === null) throw new Error('call withBrowser() in the test file first')
  if (sharesProfile && Object.keys(options).length > 0)
    throw new Error(`a profile that is shared has no ${Object.keys(options).join(', ')} of its own`)
  const kept = sharesProfile ? shared : null
  const context = kept ?? (await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options }))
  if (sharesProfile) shared = context
  const problems: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !isLostConnection(text) && expected?.test(text) !== true) problems.push(text)
  })
  onTestFinished(async () => {
    await (sharesProfile ? page : context).close()
    if (problems.length > 0) throw new Error(`The page reported: ${problems.join('\n')}`)
  })
  await page.goto(address)
  return page
}

/** What Chromium itself prints when a server is away is part of those tests that stop one. */
const isLostConnection = (text: string) => /WebSocket connection to|ERR_CONNECTION_REFUSED|Failed to fetch/.test(text)
