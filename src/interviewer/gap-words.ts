import type { Gap } from '#src/domain/move.ts'
import type { OpenGap } from './standpoint.ts'
import type { Wording } from './wording.ts'

/** The question about one of the open gaps, with the parts and lines that it names. Throws Error for any other. */
export function gapWords(gap: Gap, { gaps, wording }: { gaps: readonly OpenGap[]; wording: Wording }): string {
  const open = gaps.find((one) => one.gap.kind === gap.kind && one.gap.at === gap.at)
  if (open === undefined) throw new Error(`no gap ${gap.kind} is open at ${gap.at}`)
  return wording.say(`gap-${gap.kind}`, open.values)
}
