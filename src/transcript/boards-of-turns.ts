import { boardText } from '#src/board/board-text.ts'
import { harmlessScene, isTooDeep } from '#src/board/harmless-scene.ts'
import { readBoard } from '#src/board/read-board.ts'
import { sceneSchema } from '#src/board/scene.ts'
import type { InterviewRecord } from '#src/domain/interview-record.ts'
import type { Artifact } from '#src/domain/turn.ts'
import { maxSceneElements } from '#src/domain/workspace.ts'

/** A board of a file, before it is stored. */
export type FiledBoard = Omit<InterviewRecord['boards'][number], 'createdAt'>

/**
 * Turns without the drawings in them, and those as boards, numbered on from `after`: an artifact names its board by number. One and the same drawing is one
 * board; one that cannot be read stays where it is.
 */
export function takeBoards<T extends { artifacts: readonly Artifact[] }>(
  turns: readonly T[],
  after = 0,
): { turns: (T & { artifacts: Artifact[] })[]; boards: FiledBoard[] } {
  const boards: FiledBoard[] = []
  const known = new Map<unknown, number>()
  const taken = turns.map((turn, at) => ({
    ...turn,
    artifacts: turn.artifacts.map((artifact) => {
      const { scene: held, ...rest } = artifact
      const revision = known.get(held)
      if (revision !== undefined) return { ...rest, revision }
      const scene = artifact.kind === 'board' ? drawingOf(held) : null
      if (scene === null) return artifact
      const board = { revision: after + boards.length + 1, scene, text: artifact.text, turn: at + 1 }
      boards.push(board)
      known.set(held, board.revision)
      return { ...rest, revision: board.revision }
    }),
  }))
  return { turns: taken, boards }
}

/** A drawing in words, for a file that has only the drawing; undefined where it cannot be read. */
export function wordsOfDrawing(scene: unknown): string | undefined {
  const drawing = drawingOf(scene)
  return drawing === null ? undefined : boardText(readBoard(drawing))
}

function drawingOf(scene: unknown) {
  if (isTooDeep(scene)) return null
  const read = sceneSchema.safeParse(scene)
  return read.success && read.data.elements.length <= maxSceneElements ? harmlessScene(read.data).scene : null
}
