import { expect, test } from 'vitest'
import { dayStart, dueWords, monthWeeks } from '../../../web/history/dates.ts'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()

test('what is due is told by days of the calendar', () => {
  const due = (day: number, hour: number) => dueWords(at(day, hour), at(10, 20))
  expect([due(10, 20), due(10, 21), due(11, 1), due(13, 9)]).toEqual([
    'due now',
    'due later today',
    'due tomorrow',
    'due in 3 days',
  ])
})

test('a date field is the start of that day here, and the day after for an end', () => {
  expect([dayStart('2026-11-10'), dayStart('2026-11-30', 1), dayStart('')]).toEqual([at(10, 0), at(31, 0), undefined])
})

test('a month is weeks from Monday, every day once and without a gap', () => {
  const weeks = monthWeeks(2026, 10)
  expect(weeks.map((week) => week.map((day) => day?.date ?? 0))).toEqual([
    [0, 0, 0, 0, 0, 0, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, 29],
    [30, 0, 0, 0, 0, 0, 0],
  ])
  const days = weeks.flat().filter((day) => day !== null)
  expect(days.slice(1).every((day, index) => day.start === days[index]?.end)).toBe(true)
})
