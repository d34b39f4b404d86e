import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 375, height: 740 } }
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** Rules that look at colours. A scheme changes nothing else: what is on the page and where it stands is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong with a page as it stands, or with a part of it: by all of its rules in the light scheme, by those that look at colours in the dark one.
 * It runs in the page itself: there are no frames, for whose sake it would open a second page each time to gather what it found.
 */
export async function violationsOf(page: Page, { scheme, within = 'html' }: { scheme: Scheme; within?: string }) {
  const rules = scheme === 'dark' ? { runOnly: colourRules } : {}
  const axe = new AxeBuilder({ page }).setLegacyMode().include(within)
  const { violations } = await axe.options({ ...rules, resultTypes: ['violations'] }).analyze()
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]) }))
}

/** What axe finds wrong with a page, or with a part of it, at two sizes in both schemes, and where the page is wider than its window. */
export async function faultsOf(page: Page, name: string, { within = 'html' }: { within?: string } = {}): Promise<unknown[]> {
  const faults: unknown[] = []
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme)
      // Colours are measured from what was painted, not from the styles of a frame ago.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      for (const violation of await violationsOf(page, { scheme, within })) faults.push({ name, size, scheme, ...violation })
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) faults.push({ name, size, width })
  }
  await page.setViewportSize(sizes.wide)
  return faults
}
