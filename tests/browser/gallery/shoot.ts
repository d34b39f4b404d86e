import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '#src/package-root.ts'

export const galleryFolder = join(packageRoot(), 'gallery')

export const sizes = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 375, height: 740 },
  { width: 320, height: 640 },
]
export const schemes = ['light', 'dark'] as const

/** Longer pages are cut: what is left out repeats what is shown. */
const longest = 4200

/** Photographs the page as it stands, at every size in both schemes, as `<state>.<width>.<scheme>.png`. */
export async function shoot(page: Page, state: string, { isWindowOnly = false } = {}): Promise<void> {
  await page.mouse.move(0, 0)
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      if (isWindowOnly) await page.evaluate(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({
        path: join(galleryFolder, `${state}.${size.width}.${colorScheme}.png`),
        animations: 'disabled',
        fullPage: !isWindowOnly,
        ...(!isWindowOnly && {
          clip: { x: 0, y: 0, width: size.width, height: Math.min(Math.max(height, size.height), longest) },
        }),
      })
    }
  }
  await page.setViewportSize(sizes[0] ?? { width: 1440, height: 900 })
}
