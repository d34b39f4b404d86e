import { numbersIn } from '#src/conduct/numbers-in.ts'
import { plain } from '#src/conduct/said-so-far.ts'
import { questionsIn, unquoted } from '#src/conduct/sentence-rules.ts'
import type { SpeechCues } from '#src/conduct/speech-cues.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Move } from '#src/domain/move.ts'
import { type Rubric, wordingsOf } from '#src/domain/rubric.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { thingsIn } from './named-thing.ts'

/** Moves that ask about the task, and whose question is planned. */
const asksOfTask: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'next-phase', 'change-requirement', 'repeat'])
export const isAskingOfTask = (move: Move): boolean => asksOfTask.has(move.kind)

interface Options {
  cues: SpeechCues
  lexicon: Lexicon
  rubric: Rubric
  /** What the answer is to bring. */
  secrets: readonly string[]
  /** What the task holds, told or not: nobody's answer. */
  facts: readonly string[]
  planned: string
  /** All that was said and typed, the planned words with it. */
  said: string
}

/**
 * Whether a question names in English what it asks for: it wants a nod, a choice or one of the examples in it ("a queue, or something else?"), and a word of
 * these stands in what the answer is to bring and in nothing that was said. What is asked of all questions of a track gives nothing away. A choice between
 * two things of the trade that nobody had named does so too, whatever the guide has.
 */
export function holdsItsAnswer(options: Options): (sentence: string) => boolean {
  const { cues, rubric, secrets, planned, said } = options
  const plannedPlain = plain(planned)
  const choosesForThem = offersThings(options)
  let telling: readonly string[] | null = null
  return (sentence) => {
    if (questionsIn(sentence) === 0 || plannedPlain.includes(plain(sentence))) return false
    const question = unquoted(sentence)
    if (choosesForThem(question)) return true
    if (!offersAnswer(question, cues)) return false
    if (telling === null) {
      const heard = tellingWords(`${said}\n${asksOf(rubric)}`)
      telling = [...tellingWords(secrets.join('\n'))].filter(
        (word) => !heard.has(word) && !cues.saysOnly(['talking'], word) && numbersIn(word).size === 0,
      )
    }
    const own = tellingWords(question)
    return telling.some((word) => own.has(word))
  }
}

const asksOf = ({ criteria }: Rubric): string =>
  criteria.flatMap(({ checks }) => checks.flatMap(({ probe }) => (probe === undefined ? [] : wordingsOf(probe)))).join('\n')

const clauseEdge = /[,;:–—]\s+/
const opensWithHelp =
  /^(?:(?:and|so|but|then|okay|now|well) )*(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|must)\b/i
/** "Is there anything you would add?" is closed in its form alone, and so is "could you walk me through it?" */
const leavesOpen = [
  /\b(?:is|was|are|were) there (?:any|some)\w*/i,
  /\b(?:do|does|did|has|have|can|could|would) any\w+/i,
  /\b(?:can|could|would|will) you (?:\w+ ){1,4}?(?:me|us|more about)\b/i,
]
/** "And if it is offline?" puts a case. */
const putsCase = /^(?:(?:and|so|but|then) )?(?:if|when)\b/i
const givesChoice = /, or [^,]+$/i
const givesExample =
  /, say,? \w|\bfor (?:example|instance)\b|\be\.g\.|\bsuch as\b|(?<!look|looks|you|you'd) like (?=.*(?:,| or | and ))/i

function offersAnswer(question: string, cues: SpeechCues): boolean {
  if (givesChoice.test(question) || givesExample.test(question)) return true
  if (leavesOpen.some((form) => form.test(question))) return false
  if (question.split(clauseEdge).some((clause) => opensWithHelp.test(clause))) return true
  return !putsCase.test(question) && !cues.has('asking', question.replaceAll(/['’]s\b/g, ' is'))
}

/** Whether a question lets the candidate choose between things of the trade, on either side one that nobody had named, and none that somebody had. */
function offersThings({ cues, lexicon, facts, said }: Options): (question: string) => boolean {
  let heard: ReadonlySet<string> | null = null
  return (question) => {
    const choice = choiceIn(question, cues)
    if (choice === null) return false
    const sides = choice.map((side) => thingsIn(side, lexicon))
    if (sides.some((things) => things.length === 0)) return false
    heard ??= tellingWords([said, ...facts].join('\n'))
    const named = heard
    return !sides.flat().some((thing) => [...tellingWords(thing)].some((word) => named.has(word)))
  }
}

const either = / or /i
/** "Should it", "would they": what stands between the verb and the choice is a part of the first side. */
function choiceIn(question: string, cues: SpeechCues): [string, string] | null {
  if (!either.test(question)) return null
  const clauses = question.replaceAll(/, (?=or )/gi, ' ').split(clauseEdge)
  const helped = clauses.findIndex((clause) => opensWithHelp.test(clause))
  const asked = helped < 0 ? clauses.slice(-1) : clauses.slice(helped)
  const text = asked.join(' ')
  if (helped < 0 && (cues.has('asking', text) || putsCase.test(text))) return null
  const [first = '', ...others] = text.split(either)
  return others.length === 0 ? null : [first, others.join(' ')]
}
