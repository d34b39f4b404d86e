import type { Lexicon } from '#src/domain/lexicon.ts'
import { type ToldPart, toldParts } from '#src/domain/rubric.ts'
import { compileLexicon } from './compile-pattern.ts'
import { tokeniseSegments } from './tokenise-segments.ts'
import { type ReadCue, readTold, type SentenceRead } from './told-sentence.ts'

/** One answer of the candidate's to a story's question, and the part of the story that was asked for right before it. */
export interface ToldAnswer {
  turn: number
  text: string
  askedFor: ToldPart | null
}

/** Answers are immutable, and read anew at every turn of an interview. */
const known = new WeakMap<ToldAnswer, { lexicon: Lexicon; read: SentenceRead[] }>()

function readOf(answer: ToldAnswer, lexicon: Lexicon): SentenceRead[] {
  const kept = known.get(answer)
  if (kept?.lexicon === lexicon) return kept.read
  const read = tokeniseSegments([answer]).flatMap((segment) => readTold(segment, compileLexicon(lexicon)))
  known.set(answer, { lexicon, read })
  return read
}

/**
 * The parts of a story that were told in these answers, in whatever words: by tense, by who does something, and by where in its answer a sentence stands
 * to the deeds. What was told stays told, whatever is said later. It is enough not to ask for a part again; how well it was told is for the checks. Pure.
 */
export function partsTold(answers: readonly ToldAnswer[], { lexicon }: { lexicon: Lexicon }): ReadonlySet<ToldPart> {
  const told = new Set<ToldPart>()
  let isBegun = false
  for (const one of answers) {
    const read = readOf(one, lexicon).filter(({ isEmpty }) => !isEmpty)
    const deeds = read.flatMap(({ deed }, place) => (deed === null ? [] : [place]))
    const answer = { read, isBegun, firstDeed: deeds[0] ?? read.length, lastDeed: deeds.at(-1) ?? -1 }
    for (const part of toldParts) if (tells[part](answer) || (part === one.askedFor && repliesWith[part](read))) told.add(part)
    isBegun ||= deeds.length > 0
  }
  return told
}

interface Answer {
  read: readonly SentenceRead[]
  /** An earlier answer told a deed. */
  isBegun: boolean
  /** Place of the first sentence with a deed, the candidate's own or shared; behind the last where there is none. */
  firstDeed: number
  /** Place of the last one; -1 where there is none. */
  lastDeed: number
}

const has = ({ cues }: SentenceRead, ...any: ReadCue[]): boolean => any.some((cue) => cues.has(cue))

const tells: Record<ToldPart, (answer: Answer) => boolean> = {
  /** Before the first deed something happens, or how things stood leads to one; or it is given a time. */
  situation: ({ read, firstDeed }) => {
    const before = read.slice(0, firstDeed).filter(({ tense }) => tense === 'past')
    const leadsOn = before.length > 0 && firstDeed < read.length
    return leadsOn || before.some(isEvent) || read.slice(0, firstDeed + 1).some(isDated)
  },
  /** Of others or things, and up to the first deeds: what is lacking at the end is the result. */
  harm: ({ read, firstDeed }) => read.slice(0, firstDeed + 2).some(isHarm),
  'other-side': ({ read }) => read.some(isOthersView),
  action: ({ read }) => tellsOwnDeed(read),
  /** No form of a sentence says that it gives a reason: only who was asked for one is known to have told it. */
  reason: () => false,
  /** Behind the deeds somebody else or a thing is or does something, or it is said that this is the end, or what came of it. */
  result: (answer) => answer.read.some((one, place) => !isReflection(one) && isOutcome(one, place, answer)),
  reflection: (answer) => late(answer).some(looksBack),
  habit: (answer) => late(answer).some(isOtherwiseNow),
}

/** What an answer comes to: its later half behind the first deed; all of it, where the deeds stood in an earlier answer. */
function late({ read, isBegun, firstDeed }: Answer): readonly SentenceRead[] {
  if (isBegun) return read
  const half = read.length / 2
  return read.filter((_, place) => (firstDeed === read.length ? place > half : place > firstDeed && place >= half))
}

const unknown = ['stall', 'knows-no-further', 'told-nothing'] as const

/** Asked for a part, whoever states something of its kind has told it. */
const repliesWith: Record<ToldPart, (read: readonly SentenceRead[]) => boolean> = {
  situation: (read) => read.some((one) => isEvent(one) || has(one, 'story-time')),
  harm: (read) => stating(read).some(({ tense }) => tense === 'past'),
  'other-side': (read) => stating(read).some(({ subject, tense }) => subject === 'other' && tense === 'past'),
  action: tellsOwnDeed,
  /** Whatever is stated there: "A customer was angry" says why as well as "because" does. */
  reason: (read) => stating(read).length > 0,
  result: (read) =>
    stating(read).some(
      (one) => has(one, 'told-result', 'told-close') || lasts(one) || (one.tense === 'past' && !has(one, 'told-general')),
    ),
  reflection: (read) => stating(read).some((one) => looksBack(one) || (one.tense === 'past' && one.subject === 'i')),
  habit: (read) => stating(read).some((one) => looksBack(one) || one.tense === 'present'),
}

function tellsOwnDeed(read: readonly SentenceRead[]): boolean {
  return read.some((one) => one.deed === 'own' && !isReflection(one))
}

function isOutcome(one: SentenceRead, place: number, { read, isBegun, firstDeed, lastDeed }: Answer): boolean {
  if (one.tense === 'past' && has(one, 'told-close')) return true
  const before = read[place - 1]
  const isBehind = place > firstDeed || (isBegun && lastDeed < 0)
  if (isBehind && lasts(one) && !(before !== undefined && looksBack(before))) return true
  if (one.subject === 'i' || one.subject === 'you' || one.tense.startsWith('would')) return false
  if (lastDeed >= 0 && place > lastDeed && one.subject === 'other' && one.tense === 'past') return true
  if (isBegun) return isLaterOutcome(one, { isAlone: lastDeed < 0 })
  const isLate = place > beginOf(read) && place >= endOf(read) * lastPart
  return isLate && has(one, 'told-result', ...(one.tense === 'past' ? (['story-end'] satisfies ReadCue[]) : []))
}

/** Behind the answer that told the deeds. `isAlone`: its own answer holds none, so that what ends a story there ends that one. */
function isLaterOutcome(one: SentenceRead, { isAlone }: { isAlone: boolean }): boolean {
  if (has(one, 'told-midway', 'told-turned-away')) return false
  return has(one, 'told-result') || (isAlone && one.tense === 'past' && has(one, 'told-ending', 'told-baseline'))
}

/** Place of the first sentence in which something is done or happens. */
function beginOf(read: readonly SentenceRead[]): number {
  const begin = read.findIndex(({ deed, happens }) => deed !== null || happens)
  return begin < 0 ? read.length : begin
}

/** Of a story, without the look back at its end. */
const lastPart = 0.6

function endOf(read: readonly SentenceRead[]): number {
  return read.findLastIndex((one) => !looksBack(one)) + 1
}

/** Does something otherwise now, or would another time. */
const isOtherwiseNow = (one: SentenceRead): boolean => isHabit(one) || isOtherwise(one)
/** Says nothing of the event: what was learnt of it, or what is done otherwise since. */
export const looksBack = (one: SentenceRead): boolean => isReflection(one) || isOtherwiseNow(one)

const stating = (read: readonly SentenceRead[]): SentenceRead[] =>
  read.filter((one) => !has(one, ...unknown) && !(one.subject === 'i' && has(one, 'told-apology')))

/** Something came about, or went wrong. */
const isEvent = (one: SentenceRead): boolean => one.tense === 'past' && (one.happens || has(one, 'story-snag'))
const isDated = (one: SentenceRead): boolean => one.tense === 'past' && has(one, 'story-time')

const isHarm = (one: SentenceRead): boolean =>
  one.tense === 'past' && one.deed === null && one.subject !== 'i' && has(one, 'told-harm')
/** Of somebody else, and why. */
const isOthersView = (one: SentenceRead): boolean => one.tense === 'past' && one.subject === 'other' && has(one, 'told-view')

const isReflection = (one: SentenceRead): boolean =>
  has(one, 'told-reflection', 'told-lesson') || (one.deed === null && has(one, 'lesson'))

/** What somebody does now and did not always do. */
const isHabit = (one: SentenceRead): boolean =>
  one.tense === 'present' && one.subject !== 'other' && has(one, 'told-now') && !has(one, 'told-general')

/** What somebody would do another time. */
const isOtherwise = (one: SentenceRead): boolean => one.tense === 'would' && one.subject === 'i' && !has(one, 'told-general')

/** How things are now that they are over. */
const lasts = (one: SentenceRead): boolean =>
  one.tense === 'present' && one.subject === 'other' && has(one, 'told-now') && !has(one, 'told-general')
