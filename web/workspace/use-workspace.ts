import { useCallback, useEffect, useState } from 'react'
import { type KeptWorkspace, keepWorkspace, readWorkspace } from './kept-workspace.ts'
import type { PadTab } from './pad-tabs.ts'

interface UseWorkspaceOptions {
  interviewId: string
  tabs: readonly PadTab[]
  /** It opens by itself where nobody has opened or closed it yet. */
  opensByItself: boolean
}

export interface WorkspaceState extends KeptWorkspace {
  show(tab: PadTab): void
  close(): void
}

/** Whether the workspace is open and on which pad, as it was left in this interview. */
export function useWorkspace({ interviewId, tabs, opensByItself }: UseWorkspaceOptions): WorkspaceState {
  const first = tabs[0] ?? 'board'
  const [kept, setKept] = useState<KeptWorkspace | null>(() => readWorkspace(interviewId))
  const keep = useCallback(
    (workspace: KeptWorkspace) => {
      setKept(workspace)
      keepWorkspace(interviewId, workspace)
    },
    [interviewId],
  )
  useEffect(() => {
    if (opensByItself && kept === null) keep({ isOpen: true, tab: first })
  }, [opensByItself, kept, keep, first])
  const tab = kept !== null && tabs.includes(kept.tab) ? kept.tab : first
  return {
    isOpen: kept?.isOpen ?? false,
    tab,
    show: useCallback((shown: PadTab) => keep({ isOpen: true, tab: shown }), [keep]),
    close: useCallback(() => keep({ isOpen: false, tab }), [keep, tab]),
  }
}
