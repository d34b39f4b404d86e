import type { Lexicon } from '#src/domain/lexicon.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { guardSegments } from './guards.ts'
import { firstFrom } from './match-pattern.ts'
import { isContentWord, type Sentence, sentencesOf, wordsOf } from './read-sentences.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** What a candidate's turn does in the conversation, apart from what it answers. */
export interface TurnAnalysis {
  words: number
  /** Wants the question again. */
  asksToRepeat: boolean
  asksForHint: boolean
  /** Wants the solution, a grade, or to know whether that was right. */
  asksForAnswer: boolean
  /** Says little more than not to know, or to need time. */
  stalled: boolean
  /** Says that this was all. */
  done: boolean
  /** Orders the interviewer about, or talks to whoever grades. */
  addressesGrader: boolean
  /** A guess: leads away from the task and says nothing on it. */
  offTopic: boolean
  /** Sentences that ask something. */
  questions: number
  /** Places that name something of the trade. */
  things: number
}

/** Reads one candidate turn. Pure; well under a millisecond. */
export function analyseTurn(text: string, lexicon: Lexicon): TurnAnalysis {
  const compiled = compileLexicon(lexicon)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const index = indexText(segments, { lexicon: compiled })
  const sentences = sentencesOf(segments)
  const words = segments[0]?.tokens.length ?? 0
  const has = (cue: string) => index.find(compiled.cue(cue), true).length > 0
  // A long turn that mentions a "hint" or "the right answer" in passing asks for neither.
  const short = words <= 30
  const asks = sentences.some((sentence) => sentence.asks)
  const content = segments[0]?.tokens.filter((token) => isContentWord(token.text)).length ?? 0
  const things = index.find(compiled.cue('thing'), true).length
  const onTask = things > 0 || has('decision') || has('action')
  return {
    words,
    asksToRepeat: (short || asks) && inShortSentence('repeat', { compiled, index, sentences }),
    asksForHint: (short || asks) && inShortSentence('hint', { compiled, index, sentences }),
    asksForAnswer: (short || asks) && wantsAnswer({ compiled, index, sentences }),
    stalled: words === 0 || (words <= 25 && has('stall') && content <= 8),
    done: (words <= 12 && has('done')) || closes({ compiled, index, sentences }),
    addressesGrader: guardSegments(segments, { lexicon: compiled, interviewerSaid: [] }).out.some(
      ({ guard }) => guard === 'addresses-grader',
    ),
    offTopic: has('offtopic') && !onTask,
    questions: sentences.filter((sentence) => opensAsQuestion(sentence, compiled, index)).length,
    things,
  }
}

/** True when the text asks the interviewer something, with or without a question mark. */
export function readsAsQuestion(text: string, lexicon: Lexicon): boolean {
  const compiled = compileLexicon(lexicon)
  const segments = tokeniseSegments([{ turn: 1, text }])
  const index = indexText(segments, { lexicon: compiled })
  return sentencesOf(segments).some((sentence) => opensAsQuestion(sentence, compiled, index))
}

/** Ends with a question mark and is more than a tag ("right?"), or opens the way a candidate's question does. */
export function opensAsQuestion(sentence: Sentence, lexicon: CompiledLexicon, index: TextIndex): boolean {
  const length = sentence.last - sentence.first + 1
  if (sentence.asks) return length >= 3 || !tags.has(wordsOf(sentence).join(' '))
  const words = wordsOf(sentence)
  if (asksLeaveUnmarked(joins.has(words[0] ?? '') ? words.slice(1) : words)) return true
  const { segment, first, last } = sentence
  const openings = index.find(lexicon.cue('question'), true)
  for (let at = firstFrom(openings, segment.order, first); at < openings.length; at++) {
    const opening = openings[at]
    if (opening === undefined || opening.segment !== segment.order || opening.first > first + 2) return false
    if (opening.last <= last) return true
  }
  return false
}

/** First words of a question whose verb has turned round. */
const helping = new Set('is are was were will would can could should does do did'.split(' '))
/** What such a question comes to: "is eventual consistency ok", "are duplicates possible". */
const comesTo = new Set('ok okay fine enough allowed acceptable possible needed required alright'.split(' '))
/** Behind it: "ok for you", "fine here". */
const mayFollow = new Set('for with here then to in now'.split(' '))
const articles = new Set('a an the this that these those my our your one'.split(' '))
const longestTail = 4

/** "Is also fine" and "would be ok" leave their subject out, and state. */
function asksLeaveUnmarked(words: readonly string[]): boolean {
  const [first = '', second = ''] = words
  if (!helping.has(first) || !(articles.has(second) || (isContentWord(second) && !second.endsWith('ly')))) return false
  const at = words.findIndex((word, place) => place > 1 && comesTo.has(word))
  const tail = words.slice(at + 1)
  return at !== -1 && tail.length <= longestTail && (tail[0] === undefined || mayFollow.has(tail[0]))
}

const tags = new Set(['right', 'ok', 'okay', 'yes', 'no', 'you know', 'make sense'])

interface Reading {
  compiled: CompiledLexicon
  index: TextIndex
  sentences: readonly Sentence[]
}

const longestRequest = 16

function inShortSentence(cue: string, { compiled, index, sentences }: Reading): boolean {
  return index
    .find(compiled.cue(cue), true)
    .some((at) =>
      sentences.some(
        (sentence) => at.first >= sentence.first && at.last <= sentence.last && sentence.last - sentence.first < longestRequest,
      ),
    )
}

const wantsToKnow = ['answer', 'verdict']

/** Wants the answer, in a question that the candidate does not go on to answer. */
function wantsAnswer(reading: Reading): boolean {
  const { sentences } = reading
  const asking = sentences.filter((sentence) =>
    wantsToKnow.some((cue) => inShortSentence(cue, { ...reading, sentences: [sentence] })),
  )
  return asking.some((sentence) => !answersItself(sentence, reading))
}

/** How a question begins that one may put to oneself; what asks whether one was right is put to somebody. */
const openToAnswer = new Set(['what', 'whats', 'how', 'which'])
const joins = new Set(['and', 'so', 'but', 'then', 'now'])
/** Words of substance by which what follows a question answers it. */
const fewestOfAnswer = 3

/** Behind a question: it was put to the interviewer. */
const toSomebody = new Set(['please', 'you', 'your'])

function answersItself(sentence: Sentence, { compiled, index, sentences }: Reading): boolean {
  const said = wordsOf(sentence)
  const first = said.find((word) => !joins.has(word)) ?? ''
  const next = sentences[sentences.indexOf(sentence) + 1]
  if (!sentence.asks || !openToAnswer.has(first) || said.includes('me') || next === undefined || next.asks) return false
  if (wordsOf(next).some((word) => toSomebody.has(word))) return false
  const speaksOfIt = ['stall', 'hint', 'done', ...wantsToKnow].some((cue) =>
    index.find(compiled.cue(cue), true).some((at) => at.first >= next.first && at.last <= next.last),
  )
  return !speaksOfIt && wordsOf(next).filter(isContentWord).length >= fewestOfAnswer
}

/** The last sentence says that this was all, and little else. */
function closes({ compiled, index, sentences }: Reading): boolean {
  const last = sentences.at(-1)
  if (last === undefined || last.last - last.first >= 8) return false
  return index.find(compiled.cue('done'), true).some((at) => at.first >= last.first && at.last <= last.last)
}
