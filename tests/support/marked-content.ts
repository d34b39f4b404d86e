import Database from 'better-sqlite3'
import { type HeldContent, heldContentSchema } from '#src/domain/interview.ts'

/** Fields that hold hidden words, hidden patterns, and ids that give away what they name. */
const wordFields = new Set([
  'fact',
  'seen',
  'point',
  'why',
  'drill',
  'ask',
  'category',
  'constraint',
  'choice',
  'say',
  'truth',
  'challenge',
  'check',
  'text',
])
const patternFields = new Set(['asked', 'taken', 'shows', 'partly', 'when', 'says'])
const idLists = new Set(['facts', 'steps', 'keyPoints', 'changedRequirements', 'misconceptions'])

/** What the interviewer may come to speak: hidden only until then. */
const spokenFields = new Set(['fact', 'seen', 'ask', 'category', 'constraint', 'choice', 'point of hints', 'say', 'challenge'])

export interface Marked {
  /** Every marker, with the field that it stands in. */
  fields: Map<string, string>
  /** Markers of fields that no interviewer ever speaks. */
  neverSpoken: string[]
}

/** A marker in letters only, so that it is a word of the pattern grammar too. */
const markerAt = (n: number) => `zq${[...String(n).padStart(4, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}qz`
export const markersIn = (text: string): string[] => [...new Set(text.match(/zq[b-m]{4}qz/g) ?? [])]

/** Plants a marker of its own in every hidden field of the content that an interview is held with. */
export function markContent({ databaseFile }: { databaseFile: string }, interview: string): Marked {
  const fields = new Map<string, string>()
  const mark = (field: string) => {
    const marker = markerAt(fields.size)
    fields.set(marker, field)
    return marker
  }
  const ids = new Map<string, string>()
  const marked = (value: unknown, field: string, list: string): unknown => {
    if (typeof value === 'string') {
      if (field === 'id' && idLists.has(list)) ids.set(value, `${value}-${mark('id')}`)
      return wordFields.has(field) ? `${mark(field === 'point' ? `point of ${list}` : field)} ${value}`.slice(0, 240) : value
    }
    if (Array.isArray(value)) {
      if (patternFields.has(field)) return [...value, mark(field)]
      return value.map((item) => marked(item, field, field))
    }
    if (typeof value !== 'object' || value === null) return value
    // What facts say after a step stands by their ids.
    if (field === 'facts' && list === 'steps')
      return Object.fromEntries(Object.entries(value).map(([id, fact]) => [id, marked(fact, 'fact', list)]))
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, marked(held, key, list === '' ? key : list)]))
  }
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [ids.get(key) ?? key, renamed(held)]))
  }
  const db = new Database(databaseFile)
  try {
    const [row] = db
      .prepare<[string], { hash: string; content: string }>(
        'select content_hash as hash, content from held_contents join interviews using (content_hash) where id = ?',
      )
      .all(interview)
    const { rubric, questions } = heldContentSchema.parse(JSON.parse(row?.content ?? '')) satisfies HeldContent
    const content = heldContentSchema.parse({
      rubric: { ...rubric, criteria: marked(rubric.criteria, 'criteria', '') },
      questions: questions.map(({ id, guide, answers }) => ({
        id,
        ...(renamed({ guide: marked(guide, 'guide', ''), answers: marked(answers, 'answers', '') }) as object),
      })),
    })
    db.prepare('update held_contents set content = ? where content_hash = ?').run(JSON.stringify(content), row?.hash)
  } finally {
    db.close()
  }
  return { fields, neverSpoken: [...fields].flatMap(([marker, field]) => (spokenFields.has(field) ? [] : [marker])) }
}
