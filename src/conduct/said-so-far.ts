import type { Speaker } from '#src/domain/turn.ts'
import { isContentWord } from '#src/evidence/read-sentences.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import type { ConductTurn } from './conduct-input.ts'
import { numbersIn } from './numbers-in.ts'
import { stemsOf } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'

/** Tells whether something had been said. */
export type Known<T> = Pick<ReadonlySet<T>, 'has'>

/** What had been said before the turn of a number, with what was typed and drawn beside it. Every turn is read once, however many ask. */
export interface SaidSoFar {
  stems(before: number): Known<string>
  numbers(before: number, speaker?: Speaker): Known<number>
  tellingWords(before: number, speaker?: Speaker): Known<string>
  /** As its words alone, see `plain`. */
  plain(before: number, speaker?: Speaker): string
  /** Words of the candidate's. */
  candidateWords(before: number): number
}

export function saidSoFar(turns: readonly ConductTurn[]): SaidSoFar {
  const said = turns.map((turn) => ({ turn: turn.turn, speaker: turn.speaker, text: saidIn([turn]) }))
  const of = (speaker?: Speaker) => said.filter((one) => speaker === undefined || one.speaker === speaker)

  const first = <T>(read: (text: string) => Iterable<T>, speaker?: Speaker) =>
    once(() => {
      const turnOf = new Map<T, number>()
      for (const { turn, text } of of(speaker)) for (const thing of read(text)) if (!turnOf.has(thing)) turnOf.set(thing, turn)
      return turnOf
    })
  const knownBefore = <T>(turnOf: () => ReadonlyMap<T, number>, before: number): Known<T> => ({
    has: (thing) => (turnOf().get(thing) ?? before) < before,
  })
  const running = <T>(start: T, add: (sum: T, text: string) => T, speaker?: Speaker) =>
    once(() => {
      let sum = start
      return of(speaker).map(({ turn, text }) => {
        sum = add(sum, text)
        return { turn, sum }
      })
    })
  const sumBefore = <T>(sums: () => readonly { turn: number; sum: T }[], before: number): T | undefined =>
    sums().findLast(({ turn }) => turn < before)?.sum

  const stems = first(stemsOf)
  const numbers = {
    any: first(numbersIn),
    candidate: first(numbersIn, 'candidate'),
    interviewer: first(numbersIn, 'interviewer'),
  }
  const telling = {
    any: first(tellingWords),
    candidate: first(tellingWords, 'candidate'),
    interviewer: first(tellingWords, 'interviewer'),
  }
  const add = (sum: string, text: string) => sum + plain(text).slice(1)
  const plains = {
    any: running(' ', add),
    candidate: running(' ', add, 'candidate'),
    interviewer: running(' ', add, 'interviewer'),
  }
  const counts = running(0, (sum, text) => sum + wordsIn(text), 'candidate')
  return {
    stems: (before) => knownBefore(stems, before),
    numbers: (before, speaker) => knownBefore(numbers[speaker ?? 'any'], before),
    tellingWords: (before, speaker) => knownBefore(telling[speaker ?? 'any'], before),
    plain: (before, speaker) => sumBefore(plains[speaker ?? 'any'], before) ?? ' ',
    candidateWords: (before) => sumBefore(counts, before) ?? 0,
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A text as its words alone, a space around each, so that whole words are looked for. */
export const plain = (text: string): string =>
  ` ${tokenise(text)
    .map((token) => token.text)
    .join(' ')} `

/** Everything that was said in these turns, with what was typed and drawn beside it. */
export const saidIn = (turns: readonly ConductTurn[]): string =>
  turns.flatMap(({ text, artifacts }) => [text, ...artifacts.map((artifact) => artifact.text)]).join('\n')

/** Words that carry something, cut to six letters. */
export const tellingWords = (text: string): Set<string> =>
  new Set(
    tokenise(text)
      .filter((token) => token.text.length > 3 && isContentWord(token.text))
      .map((token) => token.text.slice(0, 6)),
  )
