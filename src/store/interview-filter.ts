import type { InterviewFilter } from './history-store.ts'

const conditions = {
  track: 'interviews.track = @track',
  level: 'interviews.level = @level',
  status: 'interviews.status = @status',
  question: "exists (select 1 from json_each(interviews.questions) as asked where asked.value ->> 'id' = @question)",
  from: 'interviews.created_at >= @from',
  to: 'interviews.created_at < @to',
} as const satisfies Record<keyof InterviewFilter, string>

/** What a filter adds to a condition on `interviews`, each part with an "and" before it, and the values named in it. */
export function filterSql(filter: InterviewFilter): { sql: string; values: Record<string, string | number> } {
  const keys = (Object.keys(conditions) as (keyof InterviewFilter)[]).filter((key) => filter[key] !== undefined)
  return {
    sql: keys.map((key) => ` and ${conditions[key]}`).join(''),
    values: Object.fromEntries(keys.flatMap((key) => (filter[key] === undefined ? [] : [[key, filter[key]]]))),
  }
}
