import type { CompiledGroup, CompiledLexicon } from './compile-pattern.ts'
import type { TextIndex } from './text-index.ts'

/** Something that somebody did: "I wrote", "we then agreed", or "Wrote" at the beginning of a clause. */
export interface Deed {
  segment: number
  sentence: number
  /** `bare`: told without a subject; it counts as one's own, as terse speakers mean it. */
  who: 'i' | 'we' | 'bare'
  /** "wrote"; of "was explaining" the latter. */
  verb: string
}

/** Words between who did it and what was done: "I then quietly asked". */
const mostBetween = 2

/**
 * The deeds of a text, in order: a first person, at most two words of `@told-between`, and a past form. Past forms are those of the lists
 * `@action`, `@bare-action` and `@past-form`, and words in -ed that are not in `@told-states`; "was explaining" counts, "was in the team" does not.
 */
export function deedsIn(index: TextIndex, lexicon: CompiledLexicon): Deed[] {
  const { isPast: isPastForm, states } = pastWords(lexicon)
  const between = new Set(firstWords(lexicon.cue('told-between')))
  const isPast = (word: string) => !states.has(word) && isPastForm(word)

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
      if (isPast(wordAt(verb)) || isGoingOn)
        deeds.push({ segment: order, sentence, who, verb: wordAt(isGoingOn ? verb + 1 : verb) })
    }
  }
  for (const { segment, first } of index.find(lexicon.cue('bare-action'), true)) {
    const tokens = index.segments[segment]?.tokens ?? []
    const token = tokens[first]
    const before = tokens[first - 1]
    if (token !== undefined && before?.sentence !== token.sentence)
      deeds.push({ segment, sentence: token.sentence, who: 'bare', verb: token.text })
  }
  return deeds.sort((a, b) => a.segment - b.segment || a.sentence - b.sentence)
}

export interface PastWords {
  isPast(word: string): boolean
  /** Past forms that tell how things stood. */
  states: ReadonlySet<string>
  /** Past forms of seeing, thinking and saying. */
  inward: ReadonlySet<string>
  /** Past forms that are the present too: "put", "read". */
  timeless: ReadonlySet<string>
}

const known = new WeakMap<CompiledLexicon, PastWords>()

/** By which words a text tells of the past. */
export function pastWords(lexicon: CompiledLexicon): PastWords {
  const before = known.get(lexicon)
  if (before !== undefined) return before
  const listed = (cue: string) => new Set(firstWords(lexicon.cue(cue)))
  const forms = new Set([...lastWords(lexicon.cue('action')), ...['bare-action', 'past-form'].flatMap((cue) => [...listed(cue)])])
  const made = {
    isPast: (word: string) => forms.has(word) || /^\p{L}{2,}[^\P{L}e]ed$|^\p{L}{3,}ied$/u.test(word),
    states: listed('told-states'),
    inward: listed('told-inward'),
    timeless: listed('past-timeless'),
  }
  known.set(lexicon, made)
  return made
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
