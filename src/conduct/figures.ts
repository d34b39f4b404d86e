import type { ConductReport } from '#src/domain/conduct.ts'
import { type Heard, quotesIn, type ReadSitting } from './heard.ts'
import { plain, tellingWords } from './said-so-far.ts'
import { questionsIn } from './sentence-rules.ts'
import { equalsClock, timesStated } from './times.ts'
import { clockUnknown, firstOf, notEnglish } from './undecided.ts'

export function questionsOf({ heard }: ReadSitting): ConductReport['questions'] {
  const counts = heard.map(questionsAsked)
  return { asked: counts.reduce((sum, count) => sum + count, 0), mostInTurn: Math.max(0, ...counts) }
}

/** The opening of a question counts as one, whatever marks it holds. */
const questionsAsked = ({ sentences }: Heard): number =>
  (sentences.some(({ asks, isOpening }) => asks && isOpening) ? 1 : 0) +
  sentences.reduce((sum, { text, isOpening }) => sum + (isOpening ? 0 : questionsIn(text)), 0)

/** Without moves, every question after the candidate's first words counts as a probe. */
export function probesOf(sitting: ReadSitting): ConductReport['probes'] {
  const { heard, input } = sitting
  const probes = heard.filter(({ move, answer, sentences }) =>
    move === null
      ? answer !== '' && sentences.some(({ asks, isOpening }) => asks && !isOpening)
      : move.kind === 'probe' || move.kind === 'challenge' || (move.kind === 'next-phase' && move.check !== undefined),
  )
  return {
    asked: probes.length,
    anchored: input.isEnglish ? probes.filter((turn) => isAnchored(turn, sitting)).length : null,
  }
}

/** Quotes the candidate, or takes up a telling word of the last answer: one that the interviewer had not brought in. */
function isAnchored(turn: Heard, { input, said }: ReadSitting): boolean {
  if (quotesIn(turn.text).some(({ quote }) => said.plain(turn.turn, 'candidate').includes(plain(quote)))) return true
  const openings = tellingWords(input.questions.map(({ text }) => text).join('\n'))
  const brought = said.tellingWords(turn.turn, 'interviewer')
  const asked = tellingWords(turn.text)
  return [...tellingWords(turn.answer)].some((word) => asked.has(word) && !brought.has(word) && !openings.has(word))
}

export const hintsOf = ({ heard, knowsMoves }: ReadSitting): ConductReport['hints'] =>
  knowsMoves
    ? [0, 1, 2, 3, 4, 5].map((rung) => heard.filter(({ move }) => move?.kind === 'hint' && move.rung === rung).length)
    : null

export function timesOf(sitting: ReadSitting): ConductReport['times'] {
  if (firstOf(clockUnknown, notEnglish)(sitting) !== null) return null
  const stated = timesStated(sitting)
  return { stated: stated.length, right: stated.filter(equalsClock).length }
}
