import type { Turn } from '#src/domain/turn.ts'
import type { BoardPicture } from '#src/domain/workspace.ts'
import type { SpeakRequest } from './interviewer.ts'

/** The picture of the board that came with what the interviewer answers now; null when the board is the one of before, or has no picture. */
export async function newBoardPicture({ turns, pictureOf }: SpeakRequest): Promise<BoardPicture | null> {
  // Words that were cut short may have been cut before the picture was looked at.
  const first = turns.findLastIndex(({ speaker, interrupted }) => speaker === 'interviewer' && !interrupted) + 1
  const revision = latestBoardIn(turns.slice(first))
  if (pictureOf === undefined || revision === undefined || revision === latestBoardIn(turns.slice(0, first))) return null
  return await pictureOf(revision)
}

const latestBoardIn = (turns: readonly Turn[]): number | undefined =>
  turns.flatMap(({ artifacts }) => artifacts).findLast(({ kind }) => kind === 'board')?.revision
