import { maxSceneBytes } from '#src/domain/workspace.ts'
import type { SentScene } from '#src/protocol/board.ts'
import { Problem } from './problem.ts'

/** Parts that show what is not drawn: pictures, and pages of others. */
const refusedTypes = new Set(['image', 'embeddable', 'iframe'])

/**
 * A drawing as it is kept: as JSON, without what nobody may be led to by it, which `leftOut` tells. Throws Problem for one with pictures or pages in it, and
 * for one that is too large.
 */
export function keptScene(sent: SentScene): { scene: Omit<SentScene, 'files'>; json: string; leftOut: string | null } {
  const refused = sent.elements.find(({ type, isDeleted }) => refusedTypes.has(type) && isDeleted !== true)
  if (refused !== undefined)
    throw new Problem(
      422,
      'board-holds-pictures',
      'Pictures and embedded pages are not kept on the board. Take them off, then go on: what is drawn is stored again from then on.',
    )
  const { files: _, ...rest } = sent
  let unlinked = 0
  const elements = sent.elements
    .filter(({ type }) => !refusedTypes.has(type))
    .map((element) => {
      if (isHarmless(element.link)) return element
      unlinked += 1
      return { ...element, link: null }
    })
  const scene = { ...rest, elements }
  const json = JSON.stringify(scene)
  if (Buffer.byteLength(json) > maxSceneBytes)
    throw new Problem(413, 'board-too-large', `A board may have ${maxSceneBytes} bytes. Take something off, then go on.`)
  return { scene, json, leftOut: unlinked === 0 ? null : 'Links that do not begin with http:// or https:// were left out.' }
}

const isHarmless = (link: string | null | undefined): boolean => link == null || link === '' || /^https?:\/\//i.test(link)
