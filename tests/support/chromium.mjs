import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const usualPlaces = [
  // Draws pages alike without the rest of a browser, whose own windows are most of what a new page costs.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium that browser tests drive: CHROMIUM_PATH, one that the machine has, or Playwright's own. Null when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return [...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null
}
