import { harmlessScene } from '#src/board/harmless-scene.ts'
import { type Scene, sceneSchema } from '#src/board/scene.ts'
import { maxSceneBytes } from '#src/domain/workspace.ts'
import type { SentScene } from '#src/protocol/board.ts'
import { Problem } from './problem.ts'

/**
 * A drawing as it is kept, and as JSON. `leftOut` tells what was not kept of it. Throws Problem for one that cannot be read, for one with pictures or pages
 * in it, and for one that is too large.
 */
export function keptScene(sent: SentScene): { scene: Pick<Scene, 'elements'>; json: string; leftOut: string | null } {
  const read = sceneSchema.safeParse(sent)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Problem(400, 'bad-request', `scene.${issue?.path.join('.')}: ${issue?.message ?? 'not understood'}.`)
  }
  const { scene, pictures, links } = harmlessScene(read.data)
  if (pictures > 0)
    throw new Problem(
      422,
      'board-holds-pictures',
      'Pictures and embedded pages are not kept on the board. Take them off, then go on: what is drawn is stored again from then on.',
    )
  const json = JSON.stringify(scene)
  if (Buffer.byteLength(json) > maxSceneBytes)
    throw new Problem(413, 'board-too-large', `A board may have ${maxSceneBytes} bytes. Take something off, then go on.`)
  return { scene, json, leftOut: links === 0 ? null : 'Links that do not begin with http:// or https:// were left out.' }
}
