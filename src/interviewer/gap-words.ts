import type { Gap } from '#src/domain/move.ts'
import type { OpenGap } from './standpoint.ts'
import type { Wording } from './wording.ts'

/** The question about a gap, with the parts and lines that it names. */
export function gapWords(gap: Gap, { gaps, wording }: { gaps: readonly OpenGap[]; wording: Wording }): string {
  const values = gaps.find((one) => one.gap.kind === gap.kind && one.gap.at === gap.at)?.values ?? { part: gap.at, line: gap.at }
  return wording.say(`gap-${gap.kind}`, values)
}
