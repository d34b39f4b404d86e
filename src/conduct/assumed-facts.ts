import type { Fact } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { stem } from '#src/evidence/said-before.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { isNumber, tokenise } from '#src/evidence/tokenise.ts'
import { numbersIn } from './numbers-in.ts'
import { sentencesIn } from './sentence-splitter.ts'

/** A fact of which somebody takes something for given that it does not say. */
export interface AssumedFact {
  id: string
  /** They want to be told if it is otherwise. */
  invitesCorrection: boolean
}

/** Words that an assumption shares with a fact which it may be about, where its own words do not ask for it. */
const fewestShared = 2

/** Nobody assumes more of a task at once, and each is held against all of its facts. */
const mostRead = 6

/**
 * The facts of which a turn assumes something: "I assume a thousand writes a second unless you say otherwise". Left out are those whose figures it has right, and,
 * of an assumption that invites nobody to correct it, those that have no other figure for the same thing.
 */
export function assumedFacts(
  text: string,
  { facts, lexicon, phrases }: { facts: readonly Fact[]; lexicon: Lexicon; phrases: Phrases },
): AssumedFact[] {
  const says = (key: string, words = '') => matchesAny(phrases[key] ?? [], words, lexicon)
  if (!says('assumption-said', text)) return []
  const sentences = sentencesIn(text).map((one) => one.trim())
  const assuming = sentences.flatMap((sentence, at) =>
    sentence.endsWith('?') || !says('assumption-said', sentence)
      ? []
      : [{ sentence, invitesCorrection: [sentence, sentences[at + 1]].some((one) => says('correction-invited', one)) }],
  )
  return assuming.slice(0, mostRead).flatMap(({ sentence, invitesCorrection }) => {
    const figures = [...numbersIn(sentence)]
    const asked = `${sentence.replace(/[.!]+$/, '')}?`
    // Facts are known by the words of questions, "how long" among them.
    const named = recogniseFacts(asked, facts, lexicon)
    const ofSize = recogniseFacts(`${phrases['looked-for-asks']?.[0] ?? ''} ${asked}`, facts, lexicon)
    const isMeant = (id: string) => named.includes(id) || (named.length === 0 && ofSize.length === 1)
    return [...new Set([...named, ...ofSize])].flatMap((id) => {
      const fact = facts.find((one) => one.id === id)?.fact ?? ''
      const words = tellingWords(fact)
      const shared = [...tellingWords(sentence)].filter((word) => words.has(word)).length
      if (shared < fewestShared && !(invitesCorrection && isMeant(id))) return []
      const own = numbersIn(fact)
      const right = figures.filter((figure) => own.has(figure)).length
      // Of several figures some are about something else.
      const isOther = figures.length === 1 && own.size > 0 && right === 0 && measuresAlike(sentence, fact)
      const isRight = figures.length > 0 && right === figures.length
      return isOther || (invitesCorrection && !isRight) ? [{ id, invitesCorrection }] : []
    })
  })
}

/** Whether what a text counts is counted in another one too, by the word behind its figure: "ten scans" and "three scans". */
function measuresAlike(one: string, other: string): boolean {
  const measures = measuresIn(other)
  return [...measuresIn(one)].some((word) => measures.has(word))
}

const measuresIn = (text: string): ReadonlySet<string> =>
  new Set(
    tokenise(text).flatMap(({ text: word }, at, all) =>
      isNumber(all[at - 1]?.text ?? '') && !isNumber(word) ? [stem(word)] : [],
    ),
  )
