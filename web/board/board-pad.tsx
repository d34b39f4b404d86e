import { lazy, Suspense } from 'react'
import { Loading } from '../shell/loading.tsx'
import styles from './board-pad.module.css'

// Before Excalidraw is there: it looks for its fonts under this address, and elsewhere without it.
Object.assign(window, { EXCALIDRAW_ASSET_PATH: import.meta.env.EXCALIDRAW_ASSETS })

const BoardEditor = lazy(() => import('./board-editor.tsx'))

export interface BoardPadProps {
  interviewId: string
  /** This tab, as it names itself to the server. */
  connection: string
  /** The newest board on the server; null before anything was drawn. */
  board: { revision: number } | null
  isReadOnly: boolean
  /** Who interviews is shown pictures of the board. */
  takesPictures: boolean
  /** Whether something is drawn here that is not stored, or that `board` does not tell of yet. */
  onDirty?(isDirty: boolean): void
  /**
   * Gives away how to have everything stored: resolves with the revision that stands on the server then, null when nothing was drawn; rejects when it could not be
   * stored.
   */
  register?(flush: () => Promise<number | null>): void
}

/** Where a design is drawn. What it takes to draw is loaded with the first board that is opened. */
export default function BoardPad(props: BoardPadProps) {
  return (
    <div className={styles.pad}>
      <Suspense fallback={<Loading what="the board" />}>
        <BoardEditor key={props.interviewId} {...props} />
      </Suspense>
    </div>
  )
}
