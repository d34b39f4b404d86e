import { type ReactNode, useMemo } from 'react'
import { BoardSource, boardsAt } from './board-source.ts'

interface BoardsOfProps {
  /** Whose boards: an interview of one's own, or one that a link opens. */
  of: { interview: string } | { share: string }
  children: ReactNode
}

/** Lets the turns within show the boards that went with them. */
export function BoardsOf({ of, children }: BoardsOfProps) {
  const address = 'interview' in of ? `/api/interviews/${of.interview}/boards` : `/api/shared/${of.share}/boards`
  return <BoardSource value={useMemo(() => boardsAt(address), [address])}>{children}</BoardSource>
}
