import type { CompiledGroup, CompiledLexicon } from './compile-pattern.ts'
import type { TextIndex } from './text-index.ts'

/** Something that somebody did: "I wrote", "we then agreed", or "Wrote" at the beginning of a clause. */
export interface Deed {
  segment: number
  sentence: number
  /** `bare`: told without a subject; it counts as one's own, as terse speakers mean it. */
  who: 'i' | 'we' | 'bare'
}

/** Words between who did it and what was done: "I then quietly asked". */
const mostBetween = 2

/**
 * The deeds of a text, in order: a first person, at most two words of `@told-between`, and a past form. Past forms are those of the lists
 * `@action` and `@bare-action`, and words in -ed that are not in `@told-states`; "was explaining" counts, "was in the team" does not.
 */
export function deedsIn(index: TextIndex, lexicon: CompiledLexicon): Deed[] {
  const pastForms = new Set([...lastWords(lexicon.cue('action')), ...firstWords(lexicon.cue('bare-action'))])
  const states = new Set(firstWords(lexicon.cue('told-states')))
  const between = new Set(firstWords(lexicon.cue('told-between')))
  const isPast = (word: string) =>
    !states.has(word) && (pastForms.has(word) || /^\p{L}{2,}[^\P{L}e]ed$|^\p{L}{3,}ied$/u.test(word))

  const deeds: Deed[] = []
  for (const [order, { tokens }] of index.segments.entries()) {
    const wordAt = (at: number) => tokens[at]?.text ?? ''
    for (const [at, { text, sentence, clause }] of tokens.entries()) {
      const who = people.get(text)
      if (who === undefined) continue
      let verb = at + 1
      for (let passed = 0; passed < mostBetween && between.has(wordAt(verb)) && !isPast(wordAt(verb)); passed++) verb++
      if (tokens[verb]?.sentence !== sentence || tokens[verb]?.clause !== clause) continue
      const isGoingOn = /^(was|were)$/.test(wordAt(verb)) && /^\p{L}{3,}ing$/u.test(wordAt(verb + 1))
      if (isPast(wordAt(verb)) || isGoingOn) deeds.push({ segment: order, sentence, who })
    }
  }
  for (const { segment, first } of index.find(lexicon.cue('bare-action'), true)) {
    const tokens = index.segments[segment]?.tokens ?? []
    const token = tokens[first]
    const before = tokens[first - 1]
    if (token !== undefined && before?.sentence !== token.sentence) deeds.push({ segment, sentence: token.sentence, who: 'bare' })
  }
  return deeds.sort((a, b) => a.segment - b.segment || a.sentence - b.sentence)
}

const people = new Map<string, Deed['who']>([
  ['i', 'i'],
  ['ive', 'i'],
  ['we', 'we'],
  ['weve', 'we'],
])

const wordTexts = (group: CompiledGroup): string[][] =>
  group.phrases.map(({ words }) => words.map((word) => (word.kind === 'number' ? '#' : word.text)))
const firstWords = (group: CompiledGroup): string[] => wordTexts(group).flatMap(([first]) => first ?? [])
/** Of "i wrote" the "wrote". */
const lastWords = (group: CompiledGroup): string[] => wordTexts(group).flatMap((words) => words.at(-1) ?? [])
