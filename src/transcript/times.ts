const twoDigits = (count: number): string => String(count).padStart(2, '0')

/** `75:03`, whatever the length. */
export const minutesAndSeconds = (seconds: number): string => {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${twoDigits(whole % 60)}`
}

/** `15:03`, and `1:15:03` from an hour on. */
export function hoursAndMinutes(milliseconds: number): string {
  const whole = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours === 0 ? `${minutes}:${twoDigits(seconds)}` : `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
}

/** `2026-11-26`, in UTC: a file reads the same wherever it is written. */
export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
