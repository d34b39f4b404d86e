import type { Guide } from '#src/domain/guide.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { sentencesOf } from './quote.ts'

/** A word of more entries tells none of them from the others. */
const mostEntries = 3

/** One word alone is in many a question about something else. */
const fewestShared = 2

/**
 * The entry that a question means which none was found by: of those that a step changed since they were told the one that shares most of the words that tell
 * apart how entries are asked for, and two at the least; else the untold one that it calls by its name, as in "How does the database look?". Null when it means none.
 */
export function askedInOtherWords(
  text: string,
  { guide, steps, told }: { guide: Guide; steps: readonly string[]; told: ReadonlySet<string> },
): string | null {
  const questions = sentencesOf(text)
    .filter((sentence) => sentence.endsWith('?'))
    .map(tellingWords)
  const changed = new Set(guide.steps.filter(({ id }) => steps.includes(id)).flatMap(({ facts }) => Object.keys(facts)))
  const entries = guide.facts
    .filter(({ asked }) => asked.length > 0)
    .map(({ id, asked }) => ({ id, words: tellingWords(asked.join(' ')) }))
  const isTelling = (word: string) => entries.filter(({ words }) => words.has(word)).length <= mostEntries
  const telling = questions.map((words) => [...words].filter(isTelling))
  const shared = ({ words }: { words: ReadonlySet<string> }) =>
    Math.max(0, ...telling.map((asked) => asked.filter((word) => words.has(word)).length))
  const untold = entries.filter(({ id }) => !told.has(id))
  const [nearest] = untold.filter(({ id }) => changed.has(id)).sort((a, b) => shared(b) - shared(a))
  if (nearest !== undefined && shared(nearest) >= fewestShared) return nearest.id
  return untold.find(({ id }) => questions.some((words) => isNamed(id, words)))?.id ?? null
}

/** A name of one word is one only where the question is about nothing else: "Who may approve a change?" does not ask for the changes. */
function isNamed(id: string, words: ReadonlySet<string>): boolean {
  const name = [...tellingWords(id.replaceAll('-', ' '))]
  const others = [...words].filter((word) => word !== 'look' && !name.includes(word))
  return name.length > 0 && name.every((word) => words.has(word)) && (name.length > 1 || others.length === 0)
}
