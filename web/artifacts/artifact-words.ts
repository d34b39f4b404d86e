import type { Artifact } from '#src/domain/turn.ts'
import { padLanguageSchema } from '#src/domain/workspace.ts'
import { padLanguageWords } from '../words.ts'

/** What an artifact is and how much of it there is: "Code, 34 lines of TypeScript". */
export function artifactTitle({ kind, text, language }: Pick<Artifact, 'kind' | 'text' | 'language'>): string {
  switch (kind) {
    case 'board':
      return ['Board', ...(partsOf(text) ?? [])].join(', ')
    case 'code': {
      const known = padLanguageSchema.safeParse(language)
      return `Code, ${linesOf(text)}${known.success ? ` of ${padLanguageWords[known.data]}` : ''}`
    }
    case 'sql':
      return `SQL, ${linesOf(text)}`
    case 'sql-result':
      return `What the database answered, ${linesOf(text)}`
    case 'case-results':
      return 'How the question’s cases went, run in a browser'
    case 'text':
      return `Text, ${linesOf(text)}`
    default:
      return kind satisfies never
  }
}

/** What a link to words in an artifact calls it: "code". The id stands where it is none of the workspace's. */
export const artifactName = (id: string): string =>
  ({ board: 'board', code: 'code', 'case-results': 'cases', sql: 'SQL', 'sql-result': 'result' })[id] ?? id

const linesOf = (text: string): string => {
  const count = text.trimEnd().split('\n').length
  return count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`
}

/** The count of parts with which the text of a board begins. */
const partsOf = (text: string): string[] | null => /^Board: (\d+ parts?)\b/.exec(text)?.slice(1) ?? null
