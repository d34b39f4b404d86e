/** A time as transcripts write it: `0:03`, `00:01:02`, `00:01:02.500`, `10:02:31 AM`. For use inside other expressions. */
export const timePattern = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\b\.?)?`

const parts = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:\s?([AaPp])\.?[Mm]\.?)?$/

const hourMs = 3_600_000

/** Milliseconds of a time; null where it is none. `ofDay` when it says morning or afternoon. */
export function readTime(text: string): { ms: number; ofDay: boolean } | null {
  const found = parts.exec(text.trim())
  if (found === null) return null
  const [, first, second, third, fraction = '', half] = found
  if (Number(third) > 59) return null
  // "10:02 AM" has hours and minutes, "10:02" minutes and seconds.
  const isShortOfDay = half !== undefined && first === undefined
  const [hours, minutes, seconds] = isShortOfDay ? [second, third, '0'] : [first ?? '0', second, third]
  if (first !== undefined && Number(minutes) > 59) return null
  const ms = Number(hours) * hourMs + Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))
  if (half === undefined) return { ms, ofDay: false }
  const isAfternoon = half.toLowerCase() === 'p'
  return { ms: (ms % (12 * hourMs)) + (isAfternoon ? 12 * hourMs : 0), ofDay: true }
}

/**
 * Times counted from the beginning. Those of the day, which begin with an hour or say which half of it, are counted from the first; one that lies before the
 * time before it says nothing and becomes null, unless midnight lies between.
 */
export function fromBeginning(times: readonly ({ ms: number; ofDay: boolean } | null)[]): (number | null)[] {
  const first = times.find((time) => time !== null)
  if (first === undefined || first === null) return times.map(() => null)
  const isOfDay = first.ofDay || first.ms >= hourMs
  let last = 0
  return times.map((time) => {
    if (time === null) return null
    const since = time.ms - (isOfDay ? first.ms : 0)
    const at = since < 0 && isOfDay && since + 24 * hourMs - last < 12 * hourMs ? since + 24 * hourMs : since
    if (at < last) return null
    last = at
    return at
  })
}
