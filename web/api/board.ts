import { z } from 'zod'
import { keptBoardSchema, shownBoardSchema } from '#src/protocol/board.ts'
import { boardAtSchema } from '#src/protocol/frames.ts'
import type { BoardRead, BoardWrite } from '../board/board-sync.ts'
import { keptElementSchema } from '../board/kept-element.ts'
import type { StoredScene } from '../board/scene-to-store.ts'
import { request } from './request.ts'

/** A board as the server shows it, its elements as far as they are compared. */
const readableBoardSchema = shownBoardSchema.extend({ scene: z.object({ elements: z.array(keptElementSchema) }) })

/** The server's board of an interview, as the tab `connection` reads and writes it. */
export function boardStore(interviewId: string, connection: string) {
  const path = `/api/interviews/${encodeURIComponent(interviewId)}/board`
  return {
    async read(): Promise<BoardRead> {
      const outcome = await request({ path, answer: readableBoardSchema })
      if (outcome.ok) return { kind: 'read', revision: outcome.value.revision, elements: outcome.value.scene.elements }
      if (outcome.failure.kind === 'not-found') return { kind: 'none' }
      return { kind: 'failed', message: outcome.failure.message }
    },
    async write({ base, scene }: { base: number | null; scene: StoredScene }): Promise<BoardWrite> {
      const outcome = await request({ path, method: 'PUT', body: { connection, base, scene }, answer: keptBoardSchema })
      if (outcome.ok) return { kind: 'stored', ...outcome.value }
      if (outcome.failure.code === 'board-moved') return { kind: 'moved' }
      if (outcome.failure.code === 'not-running') return { kind: 'closed' }
      return { kind: 'failed', message: outcome.failure.message }
    },
  }
}

/** Hands the server the picture of a board that it has. Rejects when the server did not take it. */
export async function sendBoardPicture(interviewId: string, revision: number, picture: Blob): Promise<void> {
  const path = `/api/interviews/${encodeURIComponent(interviewId)}/boards/${revision}/picture`
  const outcome = await request({ path, method: 'PUT', file: picture, answer: boardAtSchema })
  if (!outcome.ok) throw new Error(outcome.failure.message)
}
