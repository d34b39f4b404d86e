import type { Guide } from '#src/domain/guide.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { sentencesOf } from './quote.ts'

/** A word of more entries tells none of them from the others. */
const mostEntries = 3

/**
 * The entry that a question means which none was found by: of those that a step changed since they were told the one that shares most of the words that tell
 * entries apart; else the untold one that it calls by its name, as in "How does the database look?". Null when it means none.
 */
export function askedInOtherWords(
  text: string,
  { guide, steps, told }: { guide: Guide; steps: readonly string[]; told: ReadonlySet<string> },
): string | null {
  const asked = tellingWords(
    sentencesOf(text)
      .filter((sentence) => sentence.endsWith('?'))
      .join(' '),
  )
  const changed = new Set(guide.steps.filter(({ id }) => steps.includes(id)).flatMap(({ facts }) => Object.keys(facts)))
  const entries = guide.facts
    .filter(({ asked }) => asked.length > 0)
    .map(({ id, asked, fact }) => ({ id, words: tellingWords([...asked, fact].join(' ')) }))
  const telling = [...asked].filter((word) => entries.filter(({ words }) => words.has(word)).length <= mostEntries)
  const shared = ({ words }: { words: ReadonlySet<string> }) => telling.filter((word) => words.has(word)).length
  const untold = entries.filter(({ id }) => !told.has(id))
  const [nearest] = untold.filter(({ id }) => changed.has(id)).sort((a, b) => shared(b) - shared(a))
  if (nearest !== undefined && shared(nearest) > 0) return nearest.id
  return untold.find(({ id }) => isNamed(id, asked))?.id ?? null
}

const isNamed = (id: string, words: ReadonlySet<string>): boolean => {
  const name = [...tellingWords(id.replaceAll('-', ' '))]
  return name.length > 0 && name.every((word) => words.has(word))
}
