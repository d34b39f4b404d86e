import { Button, Text } from '@mantine/core'
import { useContext, useEffect, useState } from 'react'
import type { ShownBoard } from '#src/protocol/board.ts'
import type { Failure } from '../api/request.ts'
import { MarkedText, type ShownMark } from '../scorecard/marked-text.tsx'
import { Fold } from '../shell/fold.tsx'
import { LazyPart } from '../shell/lazy-part.tsx'
import { Loading } from '../shell/loading.tsx'
import { BoardSource } from './board-source.ts'
import styles from './board-view.module.css'

interface BoardViewProps {
  turn: number
  artifact: string
  /** Undefined: only its words are known. */
  revision: number | undefined
  text: string
  marks: readonly ShownMark[]
  active: string | null
}

const loadPicture = () => import('../board/board-picture.tsx')

/** A board as it stood at a turn: its picture, and the words that the interviewer and the scorer read. */
export function BoardView({ turn, artifact, revision, text, marks, active }: BoardViewProps) {
  const readBoard = useContext(BoardSource)
  const words = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reached by keyboard
    <pre className={styles.words} tabIndex={0}>
      <code data-words={turn} data-artifact={artifact}>
        <MarkedText text={text} marks={marks} active={active} />
      </code>
    </pre>
  )
  if (readBoard === null || revision === undefined) return words
  return (
    <>
      <Picture revision={revision} text={text} />
      <Fold title="In words" aside="what the interviewer reads" isOpen={marks.length > 0}>
        {words}
      </Fold>
    </>
  )
}

type Loaded = { kind: 'loading' } | { kind: 'ready'; board: ShownBoard } | { kind: 'failed'; failure: Failure }

function Picture({ revision, text }: { revision: number; text: string }) {
  const readBoard = useContext(BoardSource)
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads anew
  useEffect(() => {
    let isGone = false
    setLoaded({ kind: 'loading' })
    void readBoard?.(revision).then((outcome) => {
      if (isGone) return
      setLoaded(outcome.ok ? { kind: 'ready', board: outcome.value } : { kind: 'failed', failure: outcome.failure })
    })
    return () => {
      isGone = true
    }
  }, [readBoard, revision, attempt])
  if (loaded.kind === 'failed')
    return (
      <div className={styles.missing} role="alert">
        <Text size="sm">The picture could not be loaded: {loaded.failure.message} Its words are below.</Text>
        <Button variant="default" size="compact-sm" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      </div>
    )
  return (
    <div className={styles.picture}>
      {loaded.kind === 'loading' ? (
        <Loading what="the board" />
      ) : (
        <LazyPart load={loadPicture} what="the board’s picture" props={{ scene: loaded.board.scene, text }} />
      )}
    </div>
  )
}
