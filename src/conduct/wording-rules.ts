import type { ConductRule } from '#src/domain/conduct.ts'
import type { Heard, ReadSitting } from './heard.ts'
import { planned } from './planned.ts'
import { by, byTurn, eachSentence, type Finding, type TranscriptRule } from './rule.ts'
import { plain } from './said-so-far.ts'
import { isExempt, questionsIn, sentenceRules, unquoted } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import { wordsBeforeShare } from './talk.ts'
import { notEnglish } from './undecided.ts'

const notes: Partial<Record<ConductRule, string>> = {
  markup: 'Speech has no markup and no lists.',
  praise: 'A mock interview praises nothing before its end.',
  grading: 'Says that something is right before the end.',
  'error-claimed': 'Says that something is wrong instead of asking about it.',
  protected: 'Asks about something that is not the work.',
  leading: 'Holds its own answer and asks for a nod.',
  summary: 'Tells the candidate what they said.',
  'inner-notes': 'Names what only the interviewer sees.',
  teaching: 'Explains, advises or argues.',
}

/** What one sentence breaks by itself, by the rules that the gate goes by before anything is spoken. */
export const wordingRules: readonly TranscriptRule[] = sentenceRules
  .filter(({ gateOnly }) => !gateOnly)
  .map(({ rule, breaks }) => ({
    rule,
    ...(rule !== 'markup' && { undecided: notEnglish }),
    find: (sitting) =>
      eachSentence(sitting, ({ text, isContent }, turn) => {
        if (isContent || isExempt(rule, turn.move?.kind ?? 'open')) return null
        // "That is right" to somebody who asked whether it is so answers, and grades nothing.
        if (rule === 'grading' && turn.wasAsked) return null
        return breaks(text, sitting.cues) ? (notes[rule] ?? null) : null
      }),
  }))

/** The opening of a question counts as one, whatever marks it holds. */
export function findSecondQuestions({ heard }: ReadSitting): Finding[] {
  return heard.flatMap((turn) => {
    const asked = turn.sentences.filter(({ asks }) => asks)
    const opening = asked.find(({ isOpening }) => isOpening)
    const counted = asked.filter((sentence) => !sentence.isOpening || sentence === opening)
    const [first, second] = counted
    if (first === undefined) return []
    const further = second ?? (!first.isOpening && questionsIn(first.text) > 1 ? first : undefined)
    return further === undefined ? [] : [by(turn, further, 'A second question in the same turn.')]
  })
}

const longestAcknowledgement = 6
const sameInARow = 3

/** The first sentence of a turn, when more follows or nothing was asked. */
function acknowledgementOf({ sentences }: Heard): Heard['sentences'][number] | null {
  const [first] = sentences
  return first === undefined || first.asks || first.isContent ? null : first
}

export function findAcknowledgements({ heard, cues }: ReadSitting): Finding[] {
  return heard.flatMap((turn, at) => {
    const first = acknowledgementOf(turn)
    if (first === null || isExempt('acknowledgement', turn.move?.kind ?? 'open')) return []
    const ends =
      turn.move?.kind === 'close' ||
      (turn.move === null && cues.has('closing', first.text) && !turn.sentences.some(({ asks }) => asks))
    if (ends || turn.answer === '') return []
    const clause = unquoted(first.text).split(/[,;:–—]/)[0] ?? ''
    const opens = cues.has('acknowledging', clause.split(/\s+/).slice(0, 3).join(' '))
    if (opens && wordsIn(clause) > longestAcknowledgement)
      return [by(turn, first, `Longer than ${longestAcknowledgement} words.`)]
    const same = heard.slice(Math.max(0, at - sameInARow + 1), at + 1).map((one) => plain(acknowledgementOf(one)?.text ?? ''))
    const repeats = same.length === sameInARow && same.every((text) => text === plain(first.text))
    return repeats && wordsIn(first.text) <= longestAcknowledgement
      ? [by(turn, first, `The same for the ${sameInARow}rd time in a row.`)]
      : []
  })
}

const mostWordsAtFirst = 40
const mostWords = 60

/** What is read out; a table or a query handed over in further lines is not. */
const spokenOf = ({ sentences, text }: Heard) => {
  const end = text.search(/\n/)
  return end === -1 ? sentences : sentences.filter(({ start }) => start < end)
}

/** The opening, facts that were asked for and hints are as long as they are. */
export function findTooLong({ heard, input, said, knowsMoves }: ReadSitting): Finding[] {
  return heard.flatMap((turn, at) => {
    const kind = turn.move?.kind ?? null
    if (at === 0 || kind === 'open' || isExempt('too-long', kind ?? 'open')) return []
    // Without moves, whatever answers a question may be a fact of any length.
    if (!knowsMoves && turn.wasAsked) return []
    const early = said.candidateWords(turn.turn) < wordsBeforeShare
    const own = spokenOf(turn)
      .filter(({ isContent }) => !isContent)
      .reduce((sum, { text }) => sum + wordsIn(text), 0)
    const most = (early ? mostWordsAtFirst : mostWords) + wordsIn(planned(turn, input).join(' '))
    if (own <= most) return []
    const since = early ? ` before the candidate had said ${wordsBeforeShare}` : ''
    return byTurn(turn, `${own} words of its own in one turn${since}.`)
  })
}
