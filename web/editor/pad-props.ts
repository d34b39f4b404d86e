import type { Pad } from '#src/domain/workspace.ts'

/** What every pad is given. */
export interface PadProps {
  pad: Pad
  /** Called with every change, texts that are longer than `maxPadLength` included. */
  onChange(pad: Pad): void
  isReadOnly: boolean
  /** Written last in another tab. */
  isMirrored: boolean
}
