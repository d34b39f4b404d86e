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

/**
 * Reads it sentence by sentence; `factsIn` are the facts that a sentence asks for. "What is the error rate now? And what was it before?" asks for both, and the
 * second sentence for what the first one names.
 */
export function pastAsked(
  text: string,
  { looksBack, factsIn }: { looksBack: (sentence: string) => LookBack | null; factsIn: (sentence: string) => string[] },
): PastAsked {
  const facts = new Map<string, LookBack>()
  const looks = sentencesOf(text).map((sentence) => ({ sentence, look: looksBack(sentence) }))
  if (looks.every(({ look }) => look === null)) return { facts, unnamed: null, lookedAt: text }
  const read = looks.map(({ sentence, look }) => {
    const cut = look === null ? [] : factsIn(look.lookedAt)
    return cut.length > 0
      ? { look, named: cut, lookedAt: look?.lookedAt ?? sentence }
      : { look, named: factsIn(sentence), lookedAt: sentence }
  })
  let unnamed: LookBack | null = null
  for (const [at, { look, named }] of read.entries()) {
    if (look === null) continue
    const meant = named.length > 0 ? named : (read[at - 1]?.named ?? [])
    for (const id of meant) {
      const isAskedNow = read.some((one) => one.look === null && one.named.includes(id))
      facts.set(id, isAskedNow ? { ...look, andNow: true } : look)
    }
    if (meant.length === 0) unnamed = look
  }
  return { facts, unnamed, lookedAt: read.map(({ lookedAt }) => lookedAt).join(' ') }
}

/** The names under which a fact is told as it was when it is asked for, and as it is where that is wanted too. A step to come is no time to look back to. */
export function namesAt(id: string, look: LookBack, { guide, taken }: { guide: Guide; taken: readonly string[] }): string[] {
  const [first = null] = taken
  const named = taken.find((step) => look.steps.includes(step)) ?? null
  const isAhead = named === null && look.steps.length > 0 && !look.toStart
  const then = isAhead ? id : nameBefore(guide, id, { taken, step: look.toStart ? first : named })
  return look.andNow && then !== id ? [then, id] : [then]
}
