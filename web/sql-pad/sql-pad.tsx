import type { Pad } from '#src/domain/workspace.ts'

export default function SqlPad({
  pad,
  onChange,
  isReadOnly,
}: {
  pad: Pad
  onChange(pad: Pad): void
  isReadOnly: boolean
  exercise: unknown
  isMirrored: boolean
  onResult(text: string): void
}) {
  return (
    <textarea
      aria-label="SQL"
      value={pad.text}
      readOnly={isReadOnly}
      onChange={(event) => onChange({ ...pad, text: event.currentTarget.value })}
    />
  )
}
