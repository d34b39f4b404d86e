import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 375, height: 740 } }
const schemes = ['light', 'dark'] as const

/** What axe finds wrong with a page as it stands, or with a part of it, and where the page is wider than its window. */
export async function faultsOf(page: Page, name: string, { within = 'html' }: { within?: string } = {}): Promise<unknown[]> {
  const faults: unknown[] = []
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of schemes) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
      // Colours are measured from what was painted, not from the styles of a frame ago.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      const { violations } = await new AxeBuilder({ page }).include(within).analyze()
      for (const { id, nodes } of violations)
        faults.push({ name, size, colorScheme, id, nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]) })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > viewport.width) faults.push({ name, size, width })
    }
  await page.setViewportSize(sizes.wide)
  return faults
}
