import { useMediaQuery } from '@mantine/hooks'
import { type RefObject, useCallback, useId, useState } from 'react'
import type { LiveView } from '../live/live-view.ts'
import type { RoomState } from '../live/room-state.ts'
import { keepShare, readShare } from '../workspace/kept-workspace.ts'
import { type PadTab, padTabsOf } from '../workspace/pad-tabs.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'
import type { RoomInterview } from './room.tsx'

/** Beside one another: 1100 px and more. */
const wide = '(min-width: 68.75em)'

interface UseRoomWorkspaceOptions {
  interview: RoomInterview
  view: LiveView
  field: RefObject<HTMLTextAreaElement | null>
}

/** How conversation and workspace share the room, and what of them is looked at. The focus moves only where a key asked for it. */
export function useRoomWorkspace({ interview, view, field }: UseRoomWorkspaceOptions) {
  const tabsId = useId()
  const isWide = useMediaQuery(wide, undefined, { getInitialValueInEffect: false })
  const [share, setShare] = useState(readShare)
  const [narrow, setNarrow] = useState<'conversation' | PadTab>('conversation')
  const { standing, board } = view.room
  const isOver = standing?.state === 'ended'
  const tabs = padTabsOf(interview.track).filter(
    (tab) => !isOver || (tab === 'board' ? board !== null : view.pads[tab] !== undefined),
  )
  const phase = standing === null ? undefined : interview.schedule[standing.phase]
  const workspace = useWorkspace({
    interviewId: interview.id,
    tabs,
    opensByItself: isWide && !isOver && phase?.writes === true,
  })
  const layout = tabs.length === 0 ? 'alone' : isWide ? (workspace.isOpen ? 'split' : 'alone') : 'tabs'
  const looksAt = layout === 'tabs' ? narrow : workspace.tab
  const showsConversation = layout !== 'tabs' || narrow === 'conversation'
  const shown = layout === 'split' ? workspace.tab : layout === 'tabs' && narrow !== 'conversation' ? narrow : null

  const { show, close } = workspace
  const lookAt = useCallback(
    (tab: string | null) => {
      const pad = tabs.find((one) => one === tab)
      if (!isWide) setNarrow(pad ?? 'conversation')
      else if (pad !== undefined) show(pad)
    },
    [tabs, isWide, show],
  )
  const toggle = () => {
    if (workspace.isOpen) {
      close()
      // What had the focus is no longer there.
      if (isInWorkspace(document.activeElement)) field.current?.focus()
    } else show(workspace.tab)
  }
  const toggleByKey = useCallback(() => {
    if (tabs.length === 0) return
    if (shown !== null && (layout === 'tabs' || isInWorkspace(document.activeElement))) {
      if (layout === 'tabs') setNarrow('conversation')
      requestAnimationFrame(() => field.current?.focus())
      return
    }
    if (layout === 'tabs') setNarrow(workspace.tab)
    else show(workspace.tab)
    requestAnimationFrame(() => document.getElementById(`${tabsId}-tab-${workspace.tab}`)?.focus())
  }, [tabs, shown, layout, workspace.tab, show, tabsId, field])
  const moveShare = useCallback((to: number) => {
    setShare(to)
    keepShare(to)
  }, [])
  const hasNews = useNews(view.room, showsConversation)
  return {
    tabsId,
    tabs,
    layout,
    looksAt,
    shown,
    showsConversation,
    hasNews,
    share,
    moveShare,
    lookAt,
    toggle,
    toggleByKey,
  } as const
}

const isInWorkspace = (element: Element | null): boolean => element?.closest('[data-workspace]') != null

/** Whether the interviewer has said something since the conversation was last looked at. */
function useNews({ turns, utterance }: RoomState, isLookedAt: boolean): boolean {
  const last = turns.findLast(({ speaker }) => speaker === 'interviewer')?.turn ?? 0
  const newest = utterance === null || utterance.text === '' ? last : Math.max(last, utterance.turn)
  const [seen, setSeen] = useState(newest)
  if (isLookedAt && newest !== seen) setSeen(newest)
  return !isLookedAt && newest > seen
}
