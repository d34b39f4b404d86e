import type { ImportPart, ImportPreview } from '#src/domain/import.ts'
import type { Level, TrackId } from '#src/domain/track.ts'

/** A part as it is being chosen; what nothing told is null until a person says it. */
export interface PartChoice {
  /** Number of the utterance that begins it. */
  from: number
  track: TrackId | null
  /** Id in the bank; null: a question of one's own, in `words`. */
  question: string | null
  words: string
  /** Why it was guessed so; empty once a person chose. */
  because: string
}

/** Parts as a preview guesses them. Of one that the bank has, the interviewer's words are kept too, for who knows better. */
export const guessedChoices = ({ parts, asked }: Pick<ImportPreview, 'parts' | 'asked'>): PartChoice[] =>
  parts.map(({ from, track, question, because }) => ({
    ...{ from, track, because, question: question.id },
    words: question.id === null ? question.text : (asked.find((one) => one.from >= from)?.text ?? ''),
  }))

/** Parts that a person chose, after the source was read again with other roles: the first begins where the first words now are. */
export function keptChoices(
  chosen: readonly PartChoice[],
  { parts, utterances }: Pick<ImportPreview, 'parts' | 'utterances'>,
): PartChoice[] {
  const begins = parts[0]?.from ?? 1
  const [first, ...others] = chosen
  return first === undefined
    ? []
    : [{ ...first, from: begins }, ...others.filter(({ from }) => from > begins && from <= utterances)]
}

/** With one part more, which begins at an utterance; its track goes on from the part before. */
export function withPart(choices: readonly PartChoice[], { from, words }: { from: number; words: string }): PartChoice[] {
  const before = choices.filter((part) => part.from < from).at(-1)
  const added: PartChoice = { from, track: before?.track ?? null, question: null, words, because: '' }
  return [...choices.filter((part) => part.from !== from), added].sort((a, b) => a.from - b.from)
}

/** What a part lacks, by the field that lacks it. */
export interface PartFaults {
  track?: string
  question?: string
}

export function faultsOf({ track, question, words }: PartChoice): PartFaults {
  return {
    ...(track === null && { track: 'Choose the kind of interview.' }),
    ...(question === null && words.trim() === '' && { question: 'Write what was asked, or choose a question.' }),
  }
}

/** Parts to be sent; null while one lacks something. */
export function requestedParts(choices: readonly PartChoice[], level: Level): ImportPart[] | null {
  const parts = choices.flatMap(({ from, track, question, words }) =>
    track === null || (question === null && words.trim() === '')
      ? []
      : [{ from, track, level, question: question === null ? { text: words.trim() } : { id: question } }],
  )
  return parts.length < choices.length || parts.length === 0 ? null : parts
}
