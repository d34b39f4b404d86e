import type { Guide } from '#src/domain/guide.ts'
import type { Ended, Opener, Phase } from '#src/domain/rubric.ts'
import { fitsWhatEnded } from '#src/domain/steps-taken.ts'
import type { CheckState, WayIn } from './standpoint.ts'

/** Of a phase's key points within the bar, the share above which its openers ask for what was told. */
const mostTold = 0.5

/**
 * How a phase is begun: by the opener whose turn it is among those that fit what the steps have ended and ask for something which was not told, else by an invitation. `checks` stand as
 * they will in that phase; `count` rotates the openers.
 */
export function wayIn(
  phase: Phase | undefined,
  {
    guide,
    checks,
    ended,
    count,
  }: { guide: Pick<Guide, 'keyPoints'>; checks: readonly CheckState[]; ended: ReadonlySet<Ended>; count: number },
): WayIn {
  const openers = (phase?.openers ?? []).filter((one) => fitsWhatEnded(one, ended))
  const turned = openers.map((_, at) => openers[(count + at) % openers.length]).filter((one) => one !== undefined)
  const touched = new Set(checks.filter((check) => check.shown !== 'none').map(({ id }) => id))
  // Half an answer given in passing leaves the opener to be asked.
  const told = new Set(checks.filter((check) => check.shown === 'yes').map(({ id }) => id))
  const points = guide.keyPoints.filter((point) => point.phase === phase?.id)
  const ofBar = checks.filter(({ id, aboveBar }) => !aboveBar && points.some((point) => point.id === id))
  const isTold = ofBar.filter(({ id }) => touched.has(id)).length > ofBar.length * mostTold
  const isOpen = ({ asksFor }: Opener): boolean => !isTold && !asksFor.some((id) => told.has(id))
  const opener = turned.find((one) => one.asksFor.length > 0 && isOpen(one)) ?? turned.find(({ asksFor }) => asksFor.length === 0)
  return { opener: opener ?? null, announce: turned[0]?.announce ?? null, about: phase?.feeds[0] ?? null, checks }
}
