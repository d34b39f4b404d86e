import { isPicture } from './element-kinds.ts'
import type { Scene, SceneElement } from './scene.ts'

/**
 * A drawing without what comes from elsewhere or leads there: no pictures and their files, no pages of others, no links but those to web pages, no colours
 * that would be fetched. `pictures` and `links` count what was left out; a picture that was rubbed out before does not count.
 */
export function harmlessScene(scene: Scene): { scene: Scene; pictures: number; links: number } {
  const { files: _, ...rest } = scene
  const own = scene.elements.filter((element) => !isPicture(element))
  const pictures = scene.elements.filter((element) => isPicture(element) && element.isDeleted !== true).length
  let links = 0
  const elements = own.map(withPlainColours).map((element) => {
    if (isHarmless(element.link)) return element
    links += 1
    return { ...element, link: null }
  })
  return { scene: { ...rest, elements }, pictures, links }
}

const isHarmless = (link: unknown): boolean =>
  link === undefined || link === null || link === '' || (typeof link === 'string' && /^https?:\/\//i.test(link))

/** As an editor writes colours. Whatever shows them as SVG would fetch a `url(…)` from where it points. */
export const plainColour = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/-]+\))$/i

function withPlainColours(element: SceneElement): SceneElement {
  const isOdd = (colour: unknown) => colour !== undefined && colour !== null && !plainColour.test(String(colour))
  const { strokeColor, backgroundColor } = element
  return {
    ...element,
    ...(isOdd(strokeColor) && { strokeColor: '#1e1e1e' }),
    ...(isOdd(backgroundColor) && { backgroundColor: 'transparent' }),
  }
}

/** Levels of lists and objects in one another; an editor's own drawings have a handful. */
const mostLevels = 32

/** Whether a drawing is nested deeper than any editor nests: what walks through it would run out of stack. */
export const isTooDeep = (value: unknown, levels = mostLevels): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((held) => isTooDeep(held, levels - 1)))
