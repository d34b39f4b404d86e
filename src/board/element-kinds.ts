import type { SceneElement } from './scene.ts'

const shapes: ReadonlySet<string> = new Set(['rectangle', 'ellipse', 'diamond'])
const frames: ReadonlySet<string> = new Set(['frame', 'magicframe'])
/** What shows something that nobody drew: pictures, and pages of others. */
const pictures: ReadonlySet<string> = new Set(['image', 'embeddable', 'iframe'])

export const isShape = ({ type }: SceneElement): boolean => shapes.has(type)
export const isFrame = ({ type }: SceneElement): boolean => frames.has(type)
export const isPicture = ({ type }: Pick<SceneElement, 'type'>): boolean => pictures.has(type)
export const isLinear = ({ type }: SceneElement): boolean => type === 'arrow' || type === 'line'

/** Words of a text element as they were typed, on one line; null when there are none. */
export function wordsOf({ text, originalText }: SceneElement): string | null {
  return onOneLine(originalText || text || '')
}

/** Longest label or note that is read, UTF-16 units. */
const longest = 240

/** On one line and without double quotes, which a board's text puts around what somebody wrote. Null for nothing. */
export function onOneLine(text: string): string | null {
  const plain = text
    .slice(0, 4 * longest)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('"', "'")
    .trim()
  if (plain === '') return null
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).toWellFormed()}…`
}
