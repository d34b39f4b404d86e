import { boardText } from '#src/board/board-text.ts'
import { harmlessScene, isTooDeep } from '#src/board/harmless-scene.ts'
import { readBoard } from '#src/board/read-board.ts'
import { sceneSchema } from '#src/board/scene.ts'
import { maxSceneBytes } from '#src/domain/workspace.ts'
import type { SentScene } from '#src/protocol/board.ts'
import { Problem } from './problem.ts'

/** A drawing as it is stored: JSON, and the same in words. `leftOut` tells what was not kept of it, null for nothing. */
export interface KeptScene {
  json: string
  text: string
  leftOut: string | null
}

/** Lets the event loop turn: two thousand parts take tens of milliseconds, and somebody else is being spoken to. */
const others = () => new Promise((resolve) => setImmediate(resolve))

/** Rejects with Problem for a drawing that cannot be read, for one with pictures or pages in it, and for one that is too large. */
export async function keptScene(sent: SentScene): Promise<KeptScene> {
  await others()
  if (isTooDeep(sent)) throw new Problem(400, 'bad-request', 'scene: is nested deeper than any drawing.')
  const read = sceneSchema.safeParse(sent)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Problem(400, 'bad-request', `scene.${issue?.path.join('.')}: ${issue?.message ?? 'not understood'}.`)
  }
  await others()
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
  await others()
  const text = boardText(readBoard(scene))
  await others()
  return { json, text, leftOut: links === 0 ? null : 'Links that do not begin with http:// or https:// were left out.' }
}
