import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { deedsIn, type PastWords, pastWords } from './deeds.ts'
import { sentencesOf, wordsOf } from './read-sentences.ts'
import { indexText, type TokenisedSegment } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** What the grammar of one sentence of a story says of it, whatever it is about. */
export interface SentenceRead {
  /** Of its first verb that has one. `would` tells of another time, `would-have` of what did not come about. */
  tense: 'past' | 'present' | 'would' | 'would-have'
  /** Whose verb that is. `other` is somebody else or a thing, `you` anybody. */
  subject: 'i' | 'we' | 'you' | 'other'
  /** Told in the past, and something moves in it: it does not only say how things stood, or what somebody thought or said. */
  happens: boolean
  /** The candidate did something in it beyond seeing and thinking, or "we" did. */
  deed: 'own' | 'shared' | null
  /** Told in the past, and behind an "and" or "so" something was done: "I learned that it was full and moved the files." */
  goesOn: boolean
  cues: ReadonlySet<ReadCue>
  /** Asks something, or is a word or two. */
  isEmpty: boolean
}

const readCues = [
  'story-time',
  'story-snag',
  'told-harm',
  'told-view',
  'told-situation',
  'told-result',
  'story-end',
  'told-close',
  'told-ending',
  'told-midway',
  'told-turned-away',
  'told-baseline',
  'told-now',
  'told-reflection',
  'lesson',
  'told-lesson',
  'told-general',
  'stall',
  'knows-no-further',
  'told-nothing',
  'told-apology',
] as const
export type ReadCue = (typeof readCues)[number]

/** Fewer words are a nod. */
const fewestWords = 3

/** Reads each sentence of an answer to a story's question, in order. Pure; well under a millisecond. */
export function readTold(segment: TokenisedSegment, lexicon: CompiledLexicon): SentenceRead[] {
  const index = indexText([{ ...segment, order: 0 }], { lexicon })
  const past = pastWords(lexicon)
  // "We were losing customers" and "I was leading a team" say how things stood.
  const deeds = deedsIn(index, lexicon).filter(({ verb }) => !past.inward.has(verb) && !verb.endsWith('ing'))
  const cuesAt = new Map<number, Set<ReadCue>>()
  for (const cue of readCues)
    for (const { first } of index.find(lexicon.cue(cue), true)) {
      const { sentence = 0 } = segment.tokens[first] ?? {}
      // "I said that I was sorry" is told of the event.
      if (cue === 'told-apology' && segment.tokens[first - 1]?.sentence === sentence) continue
      cuesAt.set(sentence, (cuesAt.get(sentence) ?? new Set<ReadCue>()).add(cue))
    }
  const sentences = sentencesOf([segment])
  return sentences.map((one, place): SentenceRead => {
    const cues = cuesAt.get(one.sentence) ?? new Set<ReadCue>()
    const words = wordsOf(one)
    const { at, tense } = firstVerb(words, { past, isOfNow: cues.has('told-now') })
    // "I did an internship at a library." is where it was.
    const isSetting = place === 0 && sentences.length > 1 && cues.has('told-situation')
    const done = tense === 'past' && !isSetting ? deeds.filter(({ sentence }) => sentence === one.sentence) : []
    return {
      tense,
      subject: subjectOf(words.slice(0, at), tense),
      happens: tense === 'past' && !past.inward.has(words[at] ?? '') && words.some((_, verb) => moves(words, verb, past)),
      deed: done.some(({ who }) => who !== 'we') ? 'own' : done.length > 0 ? 'shared' : null,
      goesOn: tense === 'past' && words.some((word, place) => joins.has(word) && isDoneAt(words, place + 1, past)),
      cues,
      isEmpty: one.asks || words.length < fewestWords,
    }
  })
}

/** Whether a text tells of something that was, as any sentence of a story does. */
export const tellsOfPast = (text: string, lexicon: Lexicon): boolean =>
  tokeniseSegments([{ turn: 1, text }]).some((segment) =>
    readTold(segment, compileLexicon(lexicon)).some(({ tense, isEmpty }) => tense === 'past' && !isEmpty),
  )

const listed = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const joins = listed('and so then')
const wasOrHad = listed('was were wasnt werent had hadnt did didnt could couldnt')
const wouldOrShould = listed('would wouldnt should shouldnt might may')
/** "I'd" and the like, which are "had" before a participle and "would" before anything else. */
const wouldOrHad = listed('id wed hed shed theyd youd itd')
const isOrHas = listed(
  'is are am isnt arent im its thats theres whats hes shes theyre weve ive youre has have hasnt havent do does dont doesnt can cant cannot will wont must need needs',
)

/** The first word that shows a tense; the end of the sentence, and the present, where none does. */
function firstVerb(
  said: readonly string[],
  { past, isOfNow }: { past: PastWords; isOfNow: boolean },
): { at: number; tense: SentenceRead['tense'] } {
  for (const [at, word] of said.entries()) {
    if (wouldOrShould.has(word)) return { at, tense: said[at + 1] === 'have' ? 'would-have' : 'would' }
    if (wouldOrHad.has(word) && said[at + 1] === 'have') return { at, tense: 'would-have' }
    if (wouldOrHad.has(word)) return { at, tense: past.isPast(said[at + 1] ?? '') ? 'past' : 'would' }
    if (wasOrHad.has(word)) return { at, tense: 'past' }
    if (isOrHas.has(word)) return { at, tense: isDone(said, at, past) ? 'past' : 'present' }
    if (past.isPast(word) || past.inward.has(word) || past.states.has(word))
      return { at, tense: isOfNow && past.timeless.has(word) ? 'present' : 'past' }
  }
  return { at: said.length, tense: 'present' }
}

/** "I have created": told of oneself it is what was done; of things it is how they are since. */
const isDone = (said: readonly string[], at: number, { isPast }: PastWords): boolean =>
  (/^(?:ive|weve)$/.test(said[at] ?? '') || (said[at] === 'have' && /^(?:i|we)$/.test(said[at - 1] ?? ''))) &&
  isPast(said[at + 1] ?? '')

/** A deed of one's own or a shared one stands there, with or without who did it. */
function isDoneAt(said: readonly string[], at: number, past: PastWords): boolean {
  const verb = said[/^(?:i|we)$/.test(said[at] ?? '') ? at + 1 : at] ?? ''
  return past.isPast(verb) && !past.states.has(verb) && !past.inward.has(verb)
}

/** By the words before the verb; a bare "Wrote a script." is one's own. */
function subjectOf(before: readonly string[], tense: SentenceRead['tense']): SentenceRead['subject'] {
  if (before.length === 0) return tense === 'past' ? 'i' : 'other'
  for (const word of [...before].reverse()) {
    if (word === 'i') return 'i'
    if (word === 'we') return 'we'
    if (word === 'you') return 'you'
  }
  return 'other'
}

/** "went", "had promised", "was freezing", "couldn't agree": something comes about, or is kept from it. */
function moves(said: readonly string[], at: number, { isPast, states, inward }: PastWords): boolean {
  const word = said[at] ?? ''
  const next = said[at + 1] ?? ''
  if (/^(?:was|were|been|kept)$/.test(word) && /^\p{L}{3,}ing$/u.test(next)) return true
  if (/^(?:couldnt|didnt|wouldnt|hadnt|happened)$/.test(word)) return true
  if (/^(?:was|were|be|been|is|are)$/.test(said[at - 1] ?? '')) return false
  return isPast(word) && !states.has(word) && !inward.has(word)
}
