import { sceneSchema } from '#src/board/scene.ts'
import type { ShownBoard } from '#src/protocol/board.ts'
import type { Store } from '#src/store/store.ts'
import type { LetIn } from './guests.ts'
import { notFound } from './problem.ts'

/** A board for a guest's eyes: one that a turn names, without what was rubbed out and is kept for other tabs. Rejects with the problem that there is none. */
export async function sharedBoard(
  store: Pick<Store, 'listTurns' | 'findBoard'>,
  { letIn, revision }: { letIn: LetIn; revision: number },
): Promise<ShownBoard> {
  const { id } = letIn.interview
  const turns = await store.listTurns(id)
  const isShown = turns.some(({ artifacts }) => artifacts.some((artifact) => artifact.revision === revision))
  const board = isShown ? await store.findBoard(id, revision) : null
  const scene = sceneSchema.safeParse(board?.scene)
  if (board === null || !scene.success) throw notFound('This link shows no such board.')
  const elements = scene.data.elements.filter(({ isDeleted }) => isDeleted !== true)
  return { revision, scene: { ...scene.data, elements }, text: board.text }
}
