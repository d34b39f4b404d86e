import type { Guide } from '#src/domain/guide.ts'
import { factsOf, factsPartlyIn, type Move } from '#src/domain/move.ts'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { mayAskForFacts } from '#src/evidence/may-ask-for.ts'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { assumedFacts } from './assumed-facts.ts'
import type { ConductInput } from './conduct-input.ts'
import { factParts, tellsAnyFact } from './fact-told.ts'
import type { ReadSitting } from './heard.ts'
import { figuresIn, minutesNamed } from './minutes-named.ts'
import { numbersIn } from './numbers-in.ts'
import { planned } from './planned.ts'
import { byTurn, eachSentence, type Finding } from './rule.ts'
import { type Known, tellingWords } from './said-so-far.ts'
import { givesAway, stemsOf, tellingStems, unquoted } from './sentence-rules.ts'

interface Secret {
  stems: ReadonlySet<string>
  note: string
}

/** Most of a key point or a hint, said before anybody had said it and without the move that may say it. */
export function findGivenAway(sitting: ReadSitting): Finding[] {
  const { input, said, knowsMoves } = sitting
  const openings = input.questions.map(({ text }) => text)
  const secretsIn = input.questions.map((_, question) => secretsOf(question, { input, knowsMoves }))
  return sitting.heard.flatMap((turn) => {
    const known = either(stemsOf([...openings, ...planned(turn, input)].join('\n')), said.stems(turn.turn))
    const secrets = (secretsIn[turn.question] ?? []).map(({ stems, note }) => ({ telling: tellingStems(stems, known), note }))
    return eachSentence({ ...sitting, heard: [turn] }, ({ text, isOpening }) => {
      if (isOpening) return null
      const heard = stemsOf(text)
      return secrets.find(({ telling }) => givesAway(heard, telling))?.note ?? null
    })
  })
}

const either = <T>(one: Known<T>, other: Known<T>): Known<T> => ({ has: (thing) => one.has(thing) || other.has(thing) })

/** Without moves it cannot be told whether a lower rung was asked for. */
function secretsOf(question: number, { input, knowsMoves }: { input: ConductInput; knowsMoves: boolean }): Secret[] {
  const guide = input.questions[question]?.guide ?? null
  if (guide === null) return []
  const of = (texts: readonly string[], note: string) => texts.map((text) => ({ stems: stemsOf(text), note }))
  return [
    ...of(
      guide.keyPoints.map(({ point }) => point),
      'Says most of a point that the answer had to bring.',
    ),
    ...of(
      guide.misconceptions.map(({ truth }) => truth),
      'Says what is true instead of asking.',
    ),
    ...of(
      guide.hints.flatMap(({ category, constraint, choice, point }) =>
        knowsMoves ? [category, constraint, choice, point] : [choice, point],
      ),
      'Says a hint that was not given as one.',
    ),
  ]
}

/** A fact of the sheet in a turn whose move does not tell it. Without moves it cannot be told whether a fact was asked for. */
export function findFactsTold(sitting: ReadSitting): Finding[] {
  const { input, heard, said, cues, knowsMoves } = sitting
  if (!knowsMoves) return []
  const openings = input.questions.map(({ text }) => text)
  const sheets = new Map<Guide, ReturnType<typeof factParts>>()
  const sheetOf = (guide: Guide) => {
    const sheet =
      sheets.get(guide) ??
      factParts(
        guide.facts.map(({ fact }) => fact),
        cues,
      )
    sheets.set(guide, sheet)
    return sheet
  }
  return heard.flatMap((turn) => {
    // The format that it says is of no sheet.
    if (turn.move?.kind === 'open') return []
    const own = [...openings, ...planned(turn, input)].join('\n')
    const isAnnouncement = turn.move?.kind === 'next-phase'
    const tells = tellsAnyFact(turn.guide === null ? [] : sheetOf(turn.guide), {
      words: either(tellingWords(own), said.tellingWords(turn.turn)),
      numbers: either(numbersIn(own), said.numbers(turn.turn)),
    })
    return eachSentence({ ...sitting, heard: [turn] }, ({ text, isOpening }) => {
      if (isOpening) return null
      // What a part may take is said in many ways: "the first minutes of it, about 6".
      const times = isAnnouncement && minutesOf.test(text) ? figuresIn(text) : minutesNamed(text, { cues, language: 'en' })
      return tells(text, times) ? 'Tells a fact that was not asked for.' : null
    })
  })
}

const minutesOf = /\bmin(?:ute)?s?\b/i

/** Whole or in part. */
const namesFacts = (move: Move): boolean => factsOf(move).length > 0 || factsPartlyIn(move).length > 0

/** A move that tells a fact, into a turn that asks for nothing and assumes nothing else. What begins a part may tell what was asked for before, when there was no room for it. */
export const findUnaskedAnswers = ({ heard, input, words }: ReadSitting): Finding[] =>
  heard.flatMap((turn, at) => {
    const guide = input.questions[turn.question]?.guide ?? null
    const { move, answer } = turn
    const { rubric } = input
    if (guide === null || rubric === null || move === null || move.kind === 'unknown' || !namesFacts(move)) return []
    const { lexicon, phrases } = words
    const reading = { observed: rubric.observed === true, lexicon, wanting: phrases['fact-wanted'] ?? [] }
    if (mayAskForFacts(answer, reading)) return []
    const told = factsOf(move)
    const assumed = assumedFacts(answer, { facts: guide.facts, lexicon, phrases }).map(({ id }) => id)
    const before = move.kind === 'next-phase' ? heard.slice(0, at).filter(({ question }) => question === turn.question) : []
    const owed = before.flatMap((one) => recogniseFacts(one.answer, guide.facts, lexicon))
    if (told.length > 0 && told.every((id) => assumed.includes(id) || owed.includes(id))) return []
    return byTurn(turn, 'Tells a fact, and nothing had been asked.')
  })

const highestRungOfMock = 3
/** Rungs above this one give something away, and follow the rung below. */
const firstRungOfLadder = 2

/** A rung that its mode forbids, or that skips the one before it. */
export function findEarlyHints({ heard, input }: ReadSitting): Finding[] {
  return heard.flatMap((turn, at) => {
    const { move } = turn
    if (move?.kind !== 'hint') return []
    if (input.mode === 'mock' && move.rung > highestRungOfMock)
      return byTurn(turn, `Rung ${move.rung}; a mock interview stops at ${highestRungOfMock}.`)
    const given = heard
      .slice(0, at)
      .flatMap((one) => (one.move?.kind === 'hint' && one.move.aims.join() === move.aims.join() ? [one.move.rung] : []))
    return move.rung > firstRungOfLadder && !given.some((rung) => rung >= move.rung - 1)
      ? byTurn(turn, `Rung ${move.rung} without rung ${move.rung - 1} before it.`)
      : []
  })
}

/** Fewer than these are a manner of speaking. */
const smallestFigure = 4

const minutesOfPart = /\b\d+[\s-]*min(?:ute)?s?\b/gi

/** A figure in an answer that neither the fact sheet nor the interview holds, or a requirement changed without its move. */
export function findChangedRequirements(sitting: ReadSitting): Finding[] {
  const { input, cues, said } = sitting
  const changesIn = input.questions.map(({ guide }) => (guide?.changedRequirements ?? []).map(({ say }) => stemsOf(say)))
  return eachSentence(sitting, (sentence, turn) => {
    const kind = turn.move?.kind
    const guide = input.questions[turn.question]?.guide ?? null
    if (kind !== 'change-requirement') {
      const heard = stemsOf(sentence.text)
      const own = stemsOf([input.questions[turn.question]?.text ?? '', ...planned(turn, input)].join('\n'))
      const known = either(own, said.stems(turn.turn))
      const changes = (changesIn[turn.question] ?? []).some((secret) => givesAway(heard, tellingStems(secret, known)))
      if (changes || (!sentence.isContent && cues.has('changing', unquoted(sentence.text))))
        return 'Changes a requirement in a turn that is no change of requirement.'
    }
    const answers =
      kind === 'answer' || kind === 'change-requirement' || (turn.move?.kind === 'next-phase' && namesFacts(turn.move))
    if (sentence.isContent || !answers || guide === null) return null
    const minutes = [input.minutes ?? 0, ...(input.schedule ?? []).map((phase) => phase.minutes)]
    const openings = input.questions.map(({ text }) => text)
    const known = either(numbersIn([...openings, ...planned(turn, input)].join('\n')), said.numbers(turn.turn))
    const own = unquoted(sentence.text)
    // The minutes of the part that is entered are judged by the clock.
    const told = [...numbersIn(kind === 'next-phase' ? own.replaceAll(minutesOfPart, '') : own)]
    const isTime = cues.has('time-of-clock', sentence.text) || cues.has('time-of-part', sentence.text)
    return told.some((figure) => figure >= smallestFigure && !known.has(figure) && !(isTime && figure <= Math.max(...minutes)))
      ? 'States a figure that neither the fact sheet nor the interview holds.'
      : null
  })
}

/** Does what an order in the candidate's words wanted. */
export const findOrdersFollowed = ({ words, cues, ...sitting }: ReadSitting): Finding[] =>
  eachSentence({ words, cues, ...sitting }, ({ text, isContent }, turn) => {
    if (isContent || turn.move?.kind === 'close' || turn.answer === '' || !cues.has('complying', unquoted(text))) return null
    const { addressesGrader, asksForAnswer } = analyseTurn(turn.answer, words.lexicon)
    return addressesGrader || asksForAnswer ? 'Does what an order in the answer wanted.' : null
  })
