import type { Note } from '#src/domain/note.ts'
import type { Review } from '#src/domain/review.ts'
import type { Evidence, Scorecard } from '#src/domain/score.ts'
import type { ReviewedInterview } from '#src/protocol/rest.ts'
import { collectMarks, markId, type TranscriptMark } from '../scorecard/collect-marks.ts'
import type { MarkKind } from '../scorecard/marked-text.tsx'
import { placeNote } from './place-note.ts'

export interface ReviewMark extends TranscriptMark {
  kind: MarkKind
}

export const noteMarkId = (id: string): string => `note-mark-${id}`

/** Every slice of the transcript that something on the page leads to: what was quoted, one's own notes, and what is only pointed at. */
export function reviewMarks(options: {
  scorecard: Scorecard | null
  review: Review
  notes: readonly Note[]
  turns: ReviewedInterview['turns']
  /** Quotes of one criterion alone; null for all. */
  criterion: string | null
}): ReviewMark[] {
  const { scorecard, review, notes, turns, criterion } = options
  const all = scorecard === null ? [] : collectMarks(scorecard)
  const quotes = all.map((mark): ReviewMark => {
    const isShown = criterion === null || mark.criteria.includes(criterion)
    return { ...mark, kind: isShown ? 'quote' : 'place' }
  })
  const known = new Set(quotes.map(({ id }) => id))
  const places = pointedAt(review).flatMap((evidence): ReviewMark[] => {
    const id = markId(evidence)
    if (known.has(id)) return []
    known.add(id)
    const { turn, artifact = null, start, end } = evidence
    return [{ id, turn, artifact, start, end, criteria: [], kind: 'place' }]
  })
  const own = notes.flatMap((note): ReviewMark[] => {
    const at = placeNote(note, turns)
    if (at === null) return []
    return [{ id: noteMarkId(note.id), turn: note.turn, artifact: note.artifact ?? null, ...at, criteria: [], kind: 'note' }]
  })
  return [...quotes, ...places, ...own]
}

function pointedAt({ turns, asked, habits, moments, missed, keep }: Review): Evidence[] {
  const found = [
    ...turns.flatMap(({ open }) => open.map(({ nearest }) => nearest)),
    ...asked.map(({ raisedBy }) => raisedBy),
    ...habits.found.map(({ evidence }) => evidence),
    ...moments.map(({ evidence }) => evidence),
    ...missed.map(({ evidence }) => evidence),
    keep?.evidence ?? null,
  ]
  return found.filter((evidence) => evidence !== null)
}

/** Things of turns by the turn's number. */
export function byTurn<Thing extends { turn: number }>(things: readonly Thing[]): ReadonlyMap<number, readonly Thing[]> {
  const map = new Map<number, Thing[]>()
  for (const thing of things) map.set(thing.turn, [...(map.get(thing.turn) ?? []), thing])
  return map
}
