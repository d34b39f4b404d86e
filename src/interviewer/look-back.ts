import type { Guide } from '#src/domain/guide.ts'
import { nameBefore } from '#src/domain/steps-taken.ts'
import type { LookBack } from '#src/evidence/looks-back.ts'
import { sentencesOf } from './quote.ts'

/** What a turn wants to know of how things stood. */
export interface PastAsked {
  /** Fact -> how far back it is asked for. */
  facts: ReadonlyMap<string, LookBack>
  /** It looks back and names no fact: "And before the restart?" Null when it does not. */
  unnamed: LookBack | null
  /** The turn without the words that say how far back: those of "before the release" ask for no release. */
  lookedAt: string
}

/** Reads it sentence by sentence; `factsIn` are the facts that a sentence asks for. */
export function pastAsked(
  text: string,
  { looksBack, factsIn }: { looksBack: (sentence: string) => LookBack | null; factsIn: (sentence: string) => string[] },
): PastAsked {
  const facts = new Map<string, LookBack>()
  let unnamed: LookBack | null = null
  let isCut = false
  const lookedAt = sentencesOf(text).map((sentence) => {
    const look = looksBack(sentence)
    if (look === null) return sentence
    const named = factsIn(look.lookedAt)
    for (const id of named.length > 0 ? named : factsIn(sentence)) facts.set(id, look)
    if (named.length === 0 && factsIn(sentence).length === 0) unnamed = look
    isCut ||= named.length > 0
    return named.length > 0 ? look.lookedAt : sentence
  })
  return { facts, unnamed, lookedAt: isCut ? lookedAt.join(' ') : text }
}

/** The names under which a fact is told as it was when it is asked for, and as it is where that is wanted too. A step to come is no time to look back to. */
export function namesAt(id: string, look: LookBack, { guide, taken }: { guide: Guide; taken: readonly string[] }): string[] {
  const [first = null] = taken
  const named = taken.find((step) => look.steps.includes(step)) ?? null
  const isAhead = named === null && look.steps.length > 0 && !look.toStart
  const then = isAhead ? id : nameBefore(guide, id, { taken, step: look.toStart ? first : named })
  return look.andNow && then !== id ? [then, id] : [then]
}
