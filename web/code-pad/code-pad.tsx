import type { Pad } from '#src/domain/workspace.ts'

export default function CodePad({
  pad,
  onChange,
  isReadOnly,
}: {
  pad: Pad
  onChange(pad: Pad): void
  isReadOnly: boolean
  exercise: unknown
  isMirrored: boolean
}) {
  return (
    <textarea
      aria-label="Code"
      value={pad.text}
      readOnly={isReadOnly}
      onChange={(event) => onChange({ ...pad, text: event.currentTarget.value })}
    />
  )
}
