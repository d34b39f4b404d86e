import { Button, Tabs } from '@mantine/core'
import { type CSSProperties, useCallback, useRef, useState } from 'react'
import type { OpenedInterview } from '#src/protocol/rest.ts'
import { BoardsOf } from '../artifacts/boards-of.tsx'
import type { LiveInterview } from '../live/live-interview.ts'
import type { LiveView } from '../live/live-view.ts'
import { readEnterKey, readGentle } from '../preferences.ts'
import { levelWords, mannerWords } from '../words.ts'
import { PadStrip } from '../workspace/pad-strip.tsx'
import { Pads } from '../workspace/pads.tsx'
import { Separator } from '../workspace/separator.tsx'
import { Announcer } from './announcer.tsx'
import { Composer } from './composer.tsx'
import { NoticeLine } from './notice-line.tsx'
import styles from './room.module.css'
import { EndDialog, KeysDialog } from './room-dialogs.tsx'
import { RoomHeader } from './room-header.tsx'
import { roomNotice } from './room-notice.ts'
import { Transcript } from './transcript.tsx'
import { useRemaining } from './use-remaining.ts'
import { type RoomKey, useRoomKeys } from './use-room-keys.ts'
import { useRoomWorkspace } from './use-room-workspace.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

/** What the room needs of the interview besides what comes over the socket. */
export type RoomInterview = Pick<
  OpenedInterview,
  'id' | 'track' | 'level' | 'mode' | 'company' | 'language' | 'schedule' | 'takesPictures'
> & {
  questions: readonly { title: string }[]
}

interface RoomProps {
  interview: RoomInterview
  live: LiveInterview
  view: LiveView
}

/** The interview itself: the conversation, the composer beneath it, and nothing in between but what has to be said. */
export function Room({ interview, live, view }: RoomProps) {
  const [isGentle] = useState(readGentle)
  const [showsTime, setShowsTime] = useState(!isGentle)
  const [dialog, setDialog] = useState<'end' | 'keys' | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const reading = useRef<HTMLElement>(null)
  const remaining = useRemaining(view.room)
  const { standing, turns, utterance } = view.room
  const notice = roomNotice(view, remaining)
  const { isAway, toEnd } = useStickToEnd(reading)

  const isOver = standing?.state === 'ended'
  const workspace = useRoomWorkspace({ interview, view, field })
  const { layout, share, moveShare } = workspace

  const togglePause = useCallback(() => live.command(live.view().room.standing?.state === 'paused' ? 'resume' : 'pause'), [live])
  const { toggleByKey } = workspace
  const onKey = useCallback(
    (key: RoomKey) => {
      if (key === 'Escape') return reading.current?.focus()
      if (key === '?') return setDialog('keys')
      if (key === 'c') return field.current?.focus()
      if (key === 'w') return toggleByKey()
      if (key === 't' && isGentle) return setShowsTime((shown) => !shown)
      if (isOver) return
      if (key === 'h' && live.view().room.standing?.hint.available) return live.command('hint')
      if (key === 'm' && live.view().room.standing?.coach) return live.command('coach')
      if (key === 'p') return togglePause()
      if (key === 'e') return setDialog('end')
    },
    [live, togglePause, toggleByKey, isOver, isGentle],
  )
  useRoomKeys(onKey)

  const phase = standing === null ? undefined : interview.schedule[standing.phase]
  const question = interview.questions[phase?.question ?? 0] ?? interview.questions[0]
  const isTab = layout === 'tabs'
  return (
    <Tabs
      id={workspace.tabsId}
      value={workspace.looksAt}
      onChange={workspace.lookAt}
      className={styles.room ?? ''}
      data-layout={layout}
    >
      <RoomHeader
        title={question?.title ?? ''}
        about={[levelWords[interview.level].toLowerCase(), ...mannerWords(interview)].join(', ')}
        schedule={interview.schedule}
        view={view}
        remaining={remaining}
        showsTime={showsTime}
        onTime={isGentle ? () => setShowsTime(!showsTime) : null}
        onPause={togglePause}
        workspace={isTab || workspace.tabs.length === 0 ? null : { isOpen: layout === 'split', onToggle: workspace.toggle }}
      />
      <div
        className={styles.body}
        data-split={layout === 'split' || undefined}
        style={{ '--conversation': `${share}%` } as CSSProperties}
      >
        {isTab && (
          <nav aria-label="Conversation and workspace">
            <PadStrip tabs={workspace.tabs} conversation={{ hasNews: workspace.hasNews }} onClose={null} />
          </nav>
        )}
        <div
          id={`${workspace.tabsId}-panel-conversation`}
          className={styles.conversation}
          {...(isTab ? { role: 'tabpanel' } : {})}
          data-hidden={!workspace.showsConversation || undefined}
          inert={!workspace.showsConversation}
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
          <main className={styles.reading} ref={reading} tabIndex={0} aria-label="Transcript" data-room-keys>
            <BoardsOf of={{ interview: interview.id }}>
              <Transcript
                turns={turns}
                utterance={utterance}
                schedule={interview.schedule}
                language={interview.language}
                showsTime={showsTime}
                isThinking={standing?.state === 'interviewer-speaking'}
              />
            </BoardsOf>
          </main>
          <footer className={styles.writing}>
            {isAway && (
              <Button variant="default" size="compact-sm" className={styles.latest ?? ''} onClick={toEnd}>
                To the latest words
              </Button>
            )}
            <div className={styles.column}>
              <div role="status">{notice !== null && <NoticeLine notice={notice} interview={interview.id} live={live} />}</div>
              {!isOver && (
                <Composer
                  live={live}
                  view={view}
                  field={field}
                  mode={interview.mode}
                  language={interview.language}
                  onSent={toEnd}
                  onEnd={() => setDialog('end')}
                  onKeys={() => setDialog('keys')}
                />
              )}
            </div>
          </footer>
        </div>
        {/* Looked at instead of the conversation, it is what the page is about. */}
        <div
          {...{ role: isTab ? 'main' : 'complementary', 'aria-label': 'Workspace' }}
          className={styles.pane}
          data-workspace
          data-hidden={workspace.shown === null || undefined}
          inert={workspace.shown === null}
        >
          {layout === 'split' && (
            <>
              <Separator share={share} onMove={moveShare} />
              <PadStrip tabs={workspace.tabs} conversation={null} onClose={workspace.toggle} />
            </>
          )}
          <div className={styles.pads}>
            <Pads
              interviewId={interview.id}
              takesPictures={interview.takesPictures}
              tabs={workspace.tabs}
              shown={workspace.shown}
              tabsId={workspace.tabsId}
              live={live}
              view={view}
            />
          </div>
        </div>
      </div>
      <Announcer room={view.room} language={interview.language} />
      <EndDialog isOpen={dialog === 'end'} onEnd={() => live.command('end')} onClose={() => setDialog(null)} />
      <KeysDialog
        isOpen={dialog === 'keys'}
        enter={readEnterKey()}
        isPractice={interview.mode === 'practice'}
        isGentle={isGentle}
        onClose={() => setDialog(null)}
      />
    </Tabs>
  )
}
