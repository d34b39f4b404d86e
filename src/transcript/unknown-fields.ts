import type { UnknownFields } from '#src/domain/interview-record.ts'

/** What stands in `told` and not in `written`, by its path. Lists are compared place by place. */
export function unknownIn(told: unknown, written: unknown, path: (string | number)[] = []): UnknownFields {
  if (Array.isArray(told) && Array.isArray(written))
    return told.slice(0, written.length).flatMap((value: unknown, at) => unknownIn(value, written[at], [...path, at]))
  if (!isRecord(told) || !isRecord(written)) return []
  return Object.entries(told).flatMap(([key, value]) =>
    Object.hasOwn(written, key) ? unknownIn(value, written[key], [...path, key]) : [{ path: [...path, key], value }],
  )
}

/** The same content with these fields in it, where their places are still there and free. Changes what it is given. */
export function withUnknown<Content extends object>(content: Content, fields: UnknownFields): Content {
  for (const { path, value } of fields) {
    const name = path.at(-1)
    let place: unknown = content
    for (const step of path.slice(0, -1)) place = isPlace(place) && Object.hasOwn(place, step) ? place[step] : undefined
    if (!isPlace(place) || Array.isArray(place) || name === undefined || Object.hasOwn(place, name)) continue
    Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return content
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlace = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null
