import { type ConductReport, conductRuleTitles, mostWordsCounted, undecidedByReason } from '#src/domain/conduct.ts'
import { oneLine, plain } from './plain.ts'

/** How an interviewer behaved, as blocks of Markdown: every breach with its turn and words, the figures, and what could not be decided. */
export function conductToMarkdown(conduct: ConductReport): string[] {
  const { interviewerTurns, breaches } = conduct
  const turns = counted(interviewerTurns, 'turn')
  const undecided = undecidedByReason(conduct)
  return [
    '## How the interviewer behaved',
    breaches.length === 0 ? `No rule was broken in ${turns}.` : `${counted(breaches.length, 'breach', 'breaches')} in ${turns}.`,
    breaches
      .map(
        ({ turn, rule, quote, note }) =>
          `- turn ${turn}, ${conductRuleTitles[rule].toLowerCase()}: “${plain(oneLine(quote))}” (${plain(oneLine(note))})`,
      )
      .join('\n'),
    figuresOf(conduct)
      .map((figure) => `- ${figure}`)
      .join('\n'),
    ...(undecided.length === 0
      ? []
      : [
          `Not decided from this transcript, or only in part:\n\n${undecided
            .map(({ reason, rules }) => `- ${plain(`${rules.join('; ')}. ${reason}`)}`)
            .join('\n')}`,
        ]),
  ].filter((block) => block !== '')
}

function figuresOf({ talk, questions, probes, hints, times }: ConductReport): string[] {
  const { interviewerWords, candidateWords, candidateWordsCounted, share } = talk
  const isCut = candidateWordsCounted < candidateWords
  return [
    share === null
      ? `Words: interviewer ${interviewerWords}, candidate ${candidateWords}; a share is judged only of a candidate who says enough, in all and a turn.`
      : `The interviewer's share of the words: ${share} % (${interviewerWords} of ${interviewerWords + candidateWordsCounted}${isCut ? `; of one answer ${mostWordsCounted} words count at most` : ''}).`,
    `Questions: ${questions.asked}, at most ${questions.mostInTurn} in a turn.`,
    `Follow-ups: ${probes.asked}${probes.anchored === null ? '' : `, of which ${probes.anchored} take up the candidate's own words`}.`,
    ...(hints === null ? [] : [`Hints: ${hints.reduce((sum, count) => sum + count, 0)}.`]),
    ...(times === null ? [] : [`Times stated: ${times.stated}, of which ${times.right} equal the clock.`]),
  ]
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
