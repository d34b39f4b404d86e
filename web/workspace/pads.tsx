import { Button, Text } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { Pad, PadKind } from '#src/domain/workspace.ts'
import { keptBoard } from '../board/kept-board.ts'
import { tabArea } from '../live/browser-storage.ts'
import type { CaseRun } from '../live/kept-words.ts'
import type { FlushBoard } from '../live/live-attachments.ts'
import type { LiveInterview } from '../live/live-interview.ts'
import type { LiveView } from '../live/live-view.ts'
import { LazyPart } from '../shell/lazy-part.tsx'
import { keptStatements } from '../sql-pad/kept-statements.ts'
import { type PadTab, padTabWords } from './pad-tabs.ts'
import styles from './pads.module.css'
import { useExercise } from './use-exercise.ts'

interface PadsProps {
  interviewId: string
  /** Who interviews is shown pictures of the board. */
  takesPictures: boolean
  tabs: readonly PadTab[]
  /** The pad that is looked at; null while none is. Those looked at before stay as they are. */
  shown: PadTab | null
  /** Id of the tabs, of which these are the panels. */
  tabsId: string
  live: LiveInterview
  view: LiveView
}

const loadBoard = () => import('../board/board-pad.tsx')
const loadCode = () => import('../code-pad/code-pad.tsx')
const loadSql = () => import('../sql-pad/sql-pad.tsx')

const blank: Record<PadKind, Pad> = {
  code: { pad: 'code', text: '', language: 'typescript' },
  sql: { pad: 'sql', text: '', language: 'sql' },
}

/** The pads of an interview, each loaded when it is first looked at. */
export function Pads({ interviewId, takesPictures, tabs, shown, tabsId, live, view }: PadsProps) {
  // What was drawn before a reload and is not stored yet is brought to the server, whatever is looked at.
  const [opened, setOpened] = useState<ReadonlySet<PadTab>>(
    () => new Set(keptBoard(interviewId, tabArea).read() === null ? [] : ['board']),
  )
  if (shown !== null && !opened.has(shown)) setOpened(new Set([...opened, shown]))
  const isReadOnly = view.room.standing?.state === 'ended'
  const { exercise, problem, retry } = useExercise({
    interviewId,
    isNeeded: opened.has('code') || opened.has('sql'),
    phase: view.room.standing?.phase ?? 0,
  })
  const onDirty = useCallback((isDirty: boolean) => live.attachments.draw(isDirty), [live])
  const register = useCallback((flush: FlushBoard) => live.attachments.registerBoard(flush), [live])
  const onChange = useCallback((pad: Pad) => live.writePad(pad), [live])
  const onCaseRun = useCallback((run: CaseRun | null) => live.attachments.keepCaseRun(run), [live])
  const onResult = useCallback((text: string) => live.attachments.keepResult(text), [live])
  const statements = useMemo(() => keptStatements(interviewId, tabArea), [interviewId])
  const padProps = (kind: PadKind) => ({
    pad: view.pads[kind]?.pad ?? blank[kind],
    isMirrored: view.pads[kind]?.isMirrored ?? false,
    exercise,
    isReadOnly,
    onChange,
  })
  return tabs
    .filter((tab) => opened.has(tab))
    .map((tab) => (
      <section
        key={tab}
        role="tabpanel"
        id={`${tabsId}-panel-${tab}`}
        aria-label={padTabWords[tab]}
        className={styles.panel}
        data-pad={tab}
        data-hidden={tab !== shown || undefined}
        inert={tab !== shown}
      >
        {problem !== null && tab !== 'board' && (
          <div className={styles.problem} role="alert">
            <Text size="sm">What the question brings for this pad could not be loaded: {problem}</Text>
            <Button size="compact-sm" variant="default" onClick={retry}>
              Try again
            </Button>
          </div>
        )}
        <div className={styles.pad}>
          {tab === 'board' && (
            <LazyPart
              load={loadBoard}
              what="the board"
              props={{
                interviewId,
                connection: view.connection,
                board: view.room.board,
                isReadOnly,
                takesPictures,
                onDirty,
                register,
              }}
            />
          )}
          {tab === 'code' && <LazyPart load={loadCode} what="the code pad" props={{ ...padProps('code'), onCaseRun }} />}
          {tab === 'sql' && (
            <LazyPart load={loadSql} what="the SQL pad" props={{ ...padProps('sql'), onResult, kept: statements }} />
          )}
        </div>
      </section>
    ))
}
