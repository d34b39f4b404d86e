import { z } from 'zod'
import { localArea } from '../live/browser-storage.ts'
import type { PadTab } from './pad-tabs.ts'

const keptSchema = z.object({ isOpen: z.boolean(), tab: z.enum(['board', 'code', 'sql']) })
/** How the candidate left the workspace of an interview. */
export interface KeptWorkspace {
  isOpen: boolean
  tab: PadTab
}

const key = (interviewId: string) => `hotseat.workspace.${interviewId}`

/** Null: it was neither opened nor closed by hand yet. */
export function readWorkspace(interviewId: string): KeptWorkspace | null {
  try {
    return keptSchema.parse(JSON.parse(localArea.getItem(key(interviewId)) ?? 'null'))
  } catch {
    return null
  }
}

export const keepWorkspace = (interviewId: string, workspace: KeptWorkspace): void =>
  localArea.setItem(key(interviewId), JSON.stringify(workspace))

const shareKey = 'hotseat.workspace.share'
export const defaultShare = 44
export const shareLimits = { least: 25, most: 70 }

/** Percent of the window's width that the conversation has beside a workspace. */
export function readShare(): number {
  const stored = Number(localArea.getItem(shareKey) ?? defaultShare)
  return stored >= shareLimits.least && stored <= shareLimits.most ? stored : defaultShare
}

export const keepShare = (share: number): void => localArea.setItem(shareKey, String(share))
