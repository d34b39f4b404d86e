import type { InterviewRecord } from '#src/domain/interview-record.ts'
import { wordsPlace } from '#src/domain/words-place.ts'
import { oneLine, plain } from './plain.ts'

type Afterwards = Pick<InterviewRecord, 'selfRating' | 'appeals' | 'redos' | 'notes' | 'content' | 'turns'>

/** What the candidate did with an interview when it was over, as blocks of Markdown: own ratings, appeals, answers given again, notes. */
export function afterwardsToMarkdown({ selfRating, appeals, redos, notes, content, turns }: Afterwards): string[] {
  const titles = new Map(content.rubric.criteria.map(({ id, title }) => [id, title]))
  const titleOf = (id: string) => plain(titles.get(id) ?? id)
  return [
    ...selfRatingBlocks(selfRating?.selfRating, titleOf),
    ...section(
      '## Appeals',
      appeals.map(({ appeal: { criterion, claim, outcome, reason } }) => {
        const came = outcome.kind === 'moved' ? `moved from ${outcome.from} to ${outcome.to}` : 'refused'
        return `- ${titleOf(criterion)}, “${said(claim)}”: ${came}. ${said(reason)}`
      }),
    ),
    ...section(
      '## Answered again',
      redos.map(({ criterion, asked, text, state }) => {
        const rating = state.kind === 'graded' && state.score.kind === 'rated' ? ` Rated ${state.score.rating}.` : ''
        return `- ${titleOf(criterion)}, asked “${said(asked)}”: “${said(text)}”${rating}`
      }),
    ),
    ...section(
      '## Notes',
      notes.map(
        (note) => `- “${said(note.quote)}” (${wordsPlace(note, turns)})${note.text === '' ? '' : `: ${said(note.text)}`}`,
      ),
    ),
  ]
}

type Said = NonNullable<InterviewRecord['selfRating']>['selfRating'] | undefined

function selfRatingBlocks(selfRating: Said, titleOf: (id: string) => string): string[] {
  if (selfRating?.kind !== 'rated') return []
  const rows = Object.entries(selfRating.ratings).map(([criterion, rating]) => `- ${titleOf(criterion)}: ${rating}`)
  return section('## Rated by the candidate', ['Before the scorecard was opened.\n', ...rows])
}

const section = (title: string, lines: string[]): string[] => (lines.length === 0 ? [] : [title, lines.join('\n')])
const said = (text: string): string => plain(oneLine(text))
