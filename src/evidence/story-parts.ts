import type { SentencePart, ToldSentence } from '#src/domain/delivery.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { type Deed, deedsIn } from './deeds.ts'
import { saysChange } from './figures.ts'
import { type Sentence, sentencesOf } from './read-sentences.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { isNumber } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** Sentences. An answer that tells less is taken for the beginning of a story: the rest comes in later turns. */
const shortestStory = 8

/** One answer of the candidate's to a story's question, and what was asked before it. */
export interface StoryAnswer {
  turn: number
  text: string
  asked: string
}

/** What speaks for each part of one sentence. The figures are weights, on no scale but their own. */
type Leanings = Record<SentencePart, number>

/** The states of the story, and what it costs to go from one to another: stories go forward more often than back. */
const order: readonly SentencePart[] = ['situation', 'task', 'action', 'result', 'reflection', 'other']
const step: Record<SentencePart, Leanings> = {
  situation: { situation: 0, task: 0.3, action: 0.4, result: 1.3, reflection: 1.6, other: 0.6 },
  task: { situation: 0.8, task: 0.2, action: 0.1, result: 1, reflection: 1.6, other: 0.6 },
  action: { situation: 1.2, task: 1, action: 0, result: 0.3, reflection: 0.8, other: 0.6 },
  result: { situation: 0.9, task: 1, action: 0.8, result: 0, reflection: 0.2, other: 0.6 },
  reflection: { situation: 1, task: 1, action: 0.8, result: 0.6, reflection: 0, other: 0.6 },
  other: { situation: 0.3, task: 0.3, action: 0.3, result: 0.3, reflection: 0.3, other: 0 },
}

/**
 * Tells which part of a story each sentence of its answers is, by cue lists (`@told-…` and those of stories in the lexicon), by who did
 * something in the past tense, and in the answer that tells the story by where the sentence stands; the likeliest way through the parts
 * decides. `opening` is the index of that answer. Pure; a guess that is right for most sentences and shown as one.
 */
export function storyParts(answers: readonly StoryAnswer[], options: { opening: number; lexicon: Lexicon }): ToldSentence[] {
  const lexicon = compileLexicon(options.lexicon)
  const segments = tokeniseSegments(answers)
  const index = indexText(segments, { lexicon })
  const cues = cuesBySentence(index, lexicon)
  const asked = answers.map(({ asked: words }) => askedFor(words, lexicon))
  return segments.flatMap((segment, at) => {
    const sentences = sentencesOf([segment])
    const isOpening = at === options.opening
    const leanings = sentences.map((sentence, place) => {
      const found = leaningsOf(sentence, cues)
      const where = isOpening ? placeLeanings(place / Math.max(shortestStory - 1, sentences.length - 1)) : noLeaning
      const other = isOpening ? -1 : 0.4
      return sum(sum(found, where), sum(asked[at] ?? noLeaning, { ...noLeaning, other }))
    })
    const path = likeliest(leanings, isOpening ? 0.5 : 0)
    return sentences.map((sentence, place) => ({
      turn: segment.turn,
      start: segment.tokens[sentence.first]?.start ?? 0,
      end: endOf(sentence),
      part: saysTooLittle(sentence) ? 'other' : (path[place] ?? 'other'),
    }))
  })
}

/** With the mark that ends it, as it would be quoted. */
function endOf({ segment, last }: Sentence): number {
  const end = segment.tokens[last]?.end ?? 0
  const mark = /^["'”’)\]]*[.!?…]+["'”’)\]]*/.exec(segment.text.slice(end, end + 8))
  return end + (mark?.[0].length ?? 0)
}

/** "Yes.", "Sure, of course.", and what the candidate asks. */
const saysTooLittle = ({ first, last, asks }: Sentence): boolean => asks || last - first < 1

interface Cues {
  has(sentence: Sentence, cue: string): number
  deeds(sentence: Sentence): readonly Deed[]
}

const cueNames = [
  'told-situation',
  'told-task',
  'told-action',
  'told-result',
  'told-reflection',
  'event',
  'story-time',
  'story-setting',
  'story-task',
  'story-choice',
  'story-tell',
  'story-end',
  'story-measure',
  'story-snag',
  'lesson',
] as const

function cuesBySentence(index: TextIndex, lexicon: CompiledLexicon): Cues {
  const found = new Map<string, number>()
  const key = (segment: number, sentence: number, cue: string) => `${segment} ${sentence} ${cue}`
  for (const cue of cueNames) {
    let past = { segment: -1, last: -1 }
    for (const { segment, first, last } of index.find(lexicon.cue(cue), true)) {
      if (segment === past.segment && first <= past.last) continue
      past = { segment, last }
      const at = key(segment, index.segments[segment]?.tokens[first]?.sentence ?? 0, cue)
      found.set(at, (found.get(at) ?? 0) + 1)
    }
  }
  const deeds = new Map<string, Deed[]>()
  for (const deed of deedsIn(index, lexicon)) {
    const at = key(deed.segment, deed.sentence, 'deeds')
    deeds.set(at, [...(deeds.get(at) ?? []), deed])
  }
  return {
    has: ({ segment, sentence }, cue) => found.get(key(segment.order, sentence, cue)) ?? 0,
    deeds: ({ segment, sentence }) => deeds.get(key(segment.order, sentence, 'deeds')) ?? [],
  }
}

function leaningsOf(sentence: Sentence, cues: Cues): Leanings {
  const count = (cue: (typeof cueNames)[number], most = 2) => Math.min(most, cues.has(sentence, cue))
  const tokens = sentence.segment.tokens.slice(sentence.first, sentence.last + 1)
  const words = tokens.map(({ text }) => text)
  const deeds = cues.deeds(sentence)
  const own = deeds.filter(({ who }) => who !== 'we').length
  const shared = deeds.length - own
  const figures = words.filter(isNumber).length
  const standing = deeds.length === 0 && words.some((word) => stood.has(word)) ? 0.6 : 0
  return {
    situation:
      0.9 * count('told-situation') +
      0.8 * count('event', 1) +
      0.5 * count('story-time', 1) +
      0.7 * count('story-setting', 1) +
      0.4 * count('story-snag', 1) +
      standing,
    task: 1.6 * count('told-task') + 0.8 * count('story-task', 1),
    action:
      1.5 * Math.min(1, own) +
      0.3 * Math.max(0, Math.min(2, own - 1)) +
      1 * Math.min(1, shared) +
      0.7 * count('told-action') +
      0.5 * count('story-choice', 1) +
      0.3 * count('story-tell', 1),
    result:
      1.1 * count('told-result') +
      0.4 * count('story-end') +
      (figures > 0 ? 0.3 * count('story-measure', 1) : 0) +
      (saysChange(tokens) ? 1.2 : 0),
    reflection: 1.5 * count('told-reflection') + 0.8 * count('lesson', 1),
    other: 0,
  }
}

/** Words by which a sentence tells how things were. */
const stood = new Set(['was', 'were', 'had', 'is', 'are', 'has', 'would', 'could', 'couldnt', 'wasnt', 'werent'])

/** `place`: 0 for the first sentence of the story, 1 for the last. */
function placeLeanings(place: number): Leanings {
  return {
    situation: place < 0.35 ? 1.4 * (1 - place / 0.35) : -0.8 * (place - 0.35),
    task: place > 0.1 && place < 0.5 ? 0.4 : -0.2,
    action: place < 0.2 ? -0.5 : place < 0.85 ? 0.5 : 0,
    result: place > 0.65 ? 1.3 * ((place - 0.65) / 0.35) : -0.4,
    reflection: place > 0.85 ? 0.5 : -0.5,
    other: 0,
  }
}

/** What the interviewer asked for leans the answer that way. */
function askedFor(words: string, lexicon: CompiledLexicon): Leanings {
  const index = indexText(tokeniseSegments([{ turn: 0, text: words }]), { lexicon })
  const asks = (cue: string) => index.find(lexicon.cue(cue), true).length > 0
  return { ...noLeaning, result: asks('ask-end') ? 0.8 : 0, reflection: asks('ask-lesson') ? 1 : 0 }
}

const noLeaning: Leanings = { situation: 0, task: 0, action: 0, result: 0, reflection: 0, other: 0 }
const sum = (a: Leanings, b: Leanings): Leanings => ({
  situation: a.situation + b.situation,
  task: a.task + b.task,
  action: a.action + b.action,
  result: a.result + b.result,
  reflection: a.reflection + b.reflection,
  other: a.other + b.other,
})

/** The way through the parts with the highest sum of leanings less steps (Viterbi). `lateStart`: what it costs to begin elsewhere than in the situation. */
function likeliest(leanings: readonly Leanings[], lateStart: number): SentencePart[] {
  const [first, ...rest] = leanings
  if (first === undefined) return []
  let values = new Map(order.map((part) => [part, first[part] - (part === 'situation' ? 0 : lateStart)]))
  const cameFrom: Map<SentencePart, SentencePart>[] = []
  for (const here of rest) {
    const next = new Map<SentencePart, number>()
    const from = new Map<SentencePart, SentencePart>()
    for (const part of order) {
      const reached = order.map((before) => (values.get(before) ?? 0) - step[before][part])
      const highest = Math.max(...reached)
      next.set(part, highest + here[part])
      from.set(part, order[reached.indexOf(highest)] ?? part)
    }
    values = next
    cameFrom.push(from)
  }
  const path = [order.reduce((a, b) => ((values.get(b) ?? 0) > (values.get(a) ?? 0) ? b : a))]
  for (const from of cameFrom.reverse()) path.push(from.get(path.at(-1) ?? 'other') ?? 'other')
  return path.reverse()
}
