import { type BankWords, type Subject, stemsAndPairs, subjectWords } from './bank-words.ts'
import { type Sentence, wordsOf } from './read-sentences.ts'
import { readsAsCode } from './reads-as-code.ts'
import type { InterviewerWords } from './said-before.ts'
import { tokenise } from './tokenise.ts'

/** Which question is answered, among which others. */
export interface Among {
  question: Subject
  bank: BankWords
  /** Places in the bank of the questions whose answers would not answer this one. */
  others: readonly number[]
  /** From this weight of words on, summed over the talk, that tell of another question and not of this one, what holds them answers the other. */
  least: number
}

/** What every word of a sentence costs it: passages that tell of nothing in particular are no answer to anything. */
const perWord = 0.15

/**
 * The sentences that answer another question of the bank, however they are dealt over the talk: in each answer the passage is looked for whose
 * words tell most of the other and least of this one, and only their sum over all answers decides. A candidate's other words vouch for nothing
 * here, so that pieces of one foreign answer cannot vouch for each other.
 */
export function sentencesOfAnother(
  sentences: readonly Sentence[],
  { interviewerSaid, among }: { interviewerSaid: readonly InterviewerWords[]; among: Among },
): Sentence[] {
  const { question, bank, others, least } = among
  const own = new Set([
    ...subjectWords(question),
    ...interviewerSaid.flatMap(({ text }) => stemsAndPairs(tokenise(text).map((token) => token.text))),
  ])
  const answers = answersOf(sentences)
  const wordsIn = new Map(
    sentences.map((sentence) => [sentence, readsAsCode(sentence) ? [] : [...new Set(stemsAndPairs(wordsOf(sentence)))]]),
  )
  const tellsOf = tellingOf(wordsIn, { own, bank })
  let most = { weight: 0, other: -1 }
  for (const other of others) {
    const weight = answers.reduce((sum, said) => sum + heaviest(said, (sentence) => tellsOf(sentence, other)).weight, 0)
    if (weight > most.weight) most = { weight, other }
  }
  if (most.weight < least) return []
  const surely = passagesOf(answers, (sentence) => tellsOf(sentence, most.other))
  // What is known by now tells more of what stands beside it: the words of those passages, and those of all the rest.
  const left = new Set([...own, ...sentences.flatMap((one) => (surely.has(one) ? [] : (wordsIn.get(one) ?? [])))])
  const gone = new Set([...surely].flatMap((one) => wordsIn.get(one) ?? []))
  const ofOther = (one: string): number => (gone.has(one) || bank.holding.get(one)?.includes(most.other) === true ? 1 : 0)
  const taken = passagesOf(answers, (sentence) =>
    (wordsIn.get(sentence) ?? []).reduce((sum, one) => sum + (ofOther(one) - (left.has(one) ? 1 : 0)) * bank.weight(one), 0),
  )
  return [...taken]
}

/** How much a sentence tells of another question of the bank, less what it tells of this one. */
function tellingOf(
  wordsIn: ReadonlyMap<Sentence, readonly string[]>,
  { own, bank }: { own: ReadonlySet<string>; bank: BankWords },
): (sentence: Sentence, other: number) => number {
  const told = new Map<Sentence, { ofOwn: number; ofOthers: ReadonlyMap<number, number> }>()
  for (const [sentence, words] of wordsIn) {
    let ofOwn = words.length * perWord
    const ofOthers = new Map<number, number>()
    for (const one of words) {
      const weight = bank.weight(one)
      if (own.has(one)) ofOwn += weight
      // What both hold tells of neither: for the other it makes up for what it told of this one.
      for (const at of bank.holding.get(one) ?? []) ofOthers.set(at, (ofOthers.get(at) ?? 0) + weight)
    }
    told.set(sentence, { ofOwn, ofOthers })
  }
  return (sentence, other) => {
    const { ofOwn = 0, ofOthers } = told.get(sentence) ?? {}
    return (ofOthers?.get(other) ?? 0) - ofOwn
  }
}

/** The sentences of each answer, artefact by artefact. */
function answersOf(sentences: readonly Sentence[]): Sentence[][] {
  const answers = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const said = answers.get(sentence.segment.order)
    if (said === undefined) answers.set(sentence.segment.order, [sentence])
    else said.push(sentence)
  }
  return [...answers.values()]
}

function passagesOf(answers: readonly (readonly Sentence[])[], weigh: (sentence: Sentence) => number): Set<Sentence> {
  return new Set(
    answers.flatMap((said) => {
      const { from, to } = heaviest(said, weigh)
      return said.slice(from, to)
    }),
  )
}

/** The sentences next to each other, `from` up to `to`, that weigh most together; none where nothing weighs more than nothing. */
function heaviest(
  said: readonly Sentence[],
  weigh: (sentence: Sentence) => number,
): { weight: number; from: number; to: number } {
  let best = { weight: 0, from: 0, to: 0 }
  let from = 0
  let weight = 0
  for (const [at, sentence] of said.entries()) {
    if (weight <= 0) {
      weight = 0
      from = at
    }
    weight += weigh(sentence)
    if (weight > 0 && weight >= best.weight) best = { weight, from, to: at + 1 }
  }
  return best
}
