import type { ImportPart } from '#src/domain/import.ts'
import type { AskedQuestion } from '#src/domain/interview.ts'
import { NotFoundError } from '#src/errors.ts'
import type { BankQuestion } from './question-likeness.ts'
import { lineOf } from './shorten.ts'

const longestTitle = 80
const longestId = 48

/** The question of a part: the bank's, or one of its own with an id that nothing else has. Throws NotFoundError when the bank has no such question. */
export function askedIn(
  { track, question }: Pick<ImportPart, 'track' | 'question'>,
  { bank, taken }: { bank: readonly BankQuestion[]; taken: readonly string[] },
): Pick<AskedQuestion, 'id' | 'title' | 'text'> {
  if ('id' in question) {
    const known = bank.find((one) => one.track === track && one.id === question.id)
    if (known === undefined) throw new NotFoundError(`There is no question "${question.id}" in the track ${track}.`)
    return { id: known.id, title: known.title, text: known.opening }
  }
  const used = new Set([...taken, ...bank.map(({ id }) => id)])
  return { id: freeId(slugOf(question.text), used), title: lineOf(question.text, longestTitle), text: question.text }
}

/** The first words of a text, as an id; `question` where none of them can be written as one. */
function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words.slice(0, 8)) if (slug.length + word.length < longestId) slug += slug === '' ? word : `-${word}`
  return slug === '' ? 'question' : slug
}

function freeId(wanted: string, used: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 && wanted !== 'question' ? wanted : `${wanted}-${number}`
    if (!used.has(id)) return id
  }
}
