const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** A day in the browser's time zone; the year only where it is another one. */
export const dayWords = (at: number, now = Date.now()): string =>
  (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at)

/** The same with the time of day. */
export const dayAndTimeWords = (at: number): string => `${dayWords(at)}, ${time.format(at)}`

/** The start of a day in the browser's time zone, from what a date field holds; undefined for none. */
export function dayStart(field: string, daysLater = 0): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(field) ?? []
  return year === undefined ? undefined : new Date(Number(year), Number(month) - 1, Number(date) + daysLater).getTime()
}

/** When something is due, by days of the calendar. */
export function dueWords(dueAt: number, now: number): string {
  if (dueAt <= now) return 'due now'
  const days = Math.round((midnight(dueAt) - midnight(now)) / 86_400_000)
  return days === 0 ? 'due later today' : days === 1 ? 'due tomorrow' : `due in ${days} days`
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

export interface MonthDay {
  /** Day of the month. */
  date: number
  start: number
  end: number
}

/** The days of a month in weeks from Monday; null where a week reaches out of it. */
export function monthWeeks(year: number, month: number): (MonthDay | null)[][] {
  const lead = (new Date(year, month, 1).getDay() + 6) % 7
  const length = new Date(year, month + 1, 0).getDate()
  const days: (MonthDay | null)[] = Array.from({ length: lead }, () => null)
  for (let date = 1; date <= length; date++)
    days.push({ date, start: new Date(year, month, date).getTime(), end: new Date(year, month, date + 1).getTime() })
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
