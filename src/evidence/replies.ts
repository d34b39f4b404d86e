import { type CompiledGroup, type CompiledLexicon, type CompiledPattern, withoutGroup } from './compile-pattern.ts'
import { isInOneSentence, type Match, matchPattern } from './match-pattern.ts'
import { isContentWord, type Sentence, sentencesOf } from './read-sentences.ts'
import { type InterviewerWords, stem } from './said-before.ts'
import { indexText, type Occurrence, type TextIndex, type TokenisedSegment } from './text-index.ts'
import { isNumber } from './tokenise.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** A passage that shows a check together with one word group of the question it replies to: nobody repeats the question before answering it. */
export interface Reply {
  match: Match
  /** Two word groups are the candidate's own, so that it says more than one thing about what was asked. */
  answers: boolean
  /** One sentence says enough besides for the whole: words that the question lacks. */
  inFull: boolean
}

/** The replies to questions about a check that patterns of it are found in. */
export type Replies = (check: string, patterns: readonly string[]) => Reply[]

/** Further on, an answer has left the question. */
const sentencesOfReply = 3
const groupsOfAnswer = 2
/** One or two name a thing, and most things of the trade are some part of some answer. */
const fewestWords = 3
/** In words of the pattern that the question lacks. With two, one near miss in eighty counted in full; with three none. */
const wordsInFull = 3

interface Question {
  check: string
  answer: TokenisedSegment
  /** The sentences that reply to it: the first that state something. */
  replying: ReadonlySet<number>
  asked: TextIndex
  stems: ReadonlySet<string>
}

/**
 * Finds replies in the answers to questions of which it is known what they ask about. Whoever does not know the answer has none, and what the question
 * said is nobody's own.
 */
export function repliesIn(
  index: TextIndex,
  options: {
    interviewerSaid: readonly InterviewerWords[]
    lexicon: CompiledLexicon
    isOut: (segment: number, sentence: number) => boolean
  },
): Replies {
  const { lexicon } = options
  const questions = questionsIn(index, options)
  if (questions.length === 0) return () => []
  return (check, patterns) =>
    questions
      .filter((question) => question.check === check)
      .flatMap((question) => patterns.flatMap((source) => repliesTo(question, lexicon.pattern(source), index)))
}

function questionsIn(index: TextIndex, { interviewerSaid, lexicon, isOut }: Parameters<typeof repliesIn>[1]): Question[] {
  const unknown = ['stall', 'knows-no-further'].flatMap((cue) => index.find(lexicon.cue(cue), true))
  return interviewerSaid.flatMap(({ turn, text, asksAbout }, at): Question[] => {
    if (asksAbout === undefined || asksAbout === null) return []
    const next = interviewerSaid[at + 1]?.turn ?? Number.POSITIVE_INFINITY
    const answer = index.segments.find((one) => one.turn > turn && one.turn < next && one.artifact === undefined)
    if (answer === undefined) return []
    const told = sentencesOf([answer]).filter(({ sentence }) => !isOut(answer.order, sentence))
    const first = told.slice(0, sentencesOfReply)
    if (first.some((sentence) => unknown.some((at) => isWithin(at, sentence)))) return []
    const replying = new Set(first.filter(({ asks }) => !asks).map(({ sentence }) => sentence))
    const segments = tokeniseSegments([{ turn, text: withoutQuotes(text) }])
    const stems = new Set(segments.flatMap(({ tokens }) => tokens.map((token) => stem(token.text))))
    return [{ check: asksAbout, answer, replying, asked: indexText(segments, { lexicon }), stems }]
  })
}

const isWithin = (at: Occurrence, { segment, first, last }: Sentence): boolean =>
  at.segment === segment.order && at.first >= first && at.last <= last

/** What stands in quotes is the candidate's, said before. */
const withoutQuotes = (text: string): string => text.replaceAll(/"[^"]*"|“[^”]*”/g, ' ')

/** Each group that the question holds is taken from it in turn; what is excluded stays so. */
function repliesTo({ answer, replying, asked, stems }: Question, pattern: CompiledPattern, index: TextIndex): Reply[] {
  // Of a question nobody knows whether its "not" is meant.
  if (pattern.negates) return []
  return pattern.groups.flatMap((taken): Reply[] => {
    const rest = withoutGroup(pattern, taken)
    const own = rest.groups.filter(({ excluded }) => !excluded).length
    if (taken.excluded || own === 0 || !isAskedWith(taken, asked)) return []
    return matchPattern(rest, index).flatMap((match): Reply[] => {
      const { segment, words } = match
      if (segment !== answer || segment.tokens.length < fewestWords) return []
      if (!words.every((at) => replying.has(segment.tokens[at]?.sentence ?? -1))) return []
      const fresh = new Set(
        words
          .map((at) => segment.tokens[at]?.text ?? '')
          .filter(carries)
          .map(stem),
      )
      for (const known of stems) fresh.delete(known)
      const answers = own >= groupsOfAnswer
      return fresh.size === 0 ? [] : [{ match, answers, inFull: answers && fresh.size >= wordsInFull && isInOneSentence(match) }]
    })
  })
}

const carries = (word: string): boolean => isContentWord(word) || isNumber(word)

/** By a word that carries something: "what", "when" and "how" say of no answer what it is about. */
const isAskedWith = (group: CompiledGroup, asked: TextIndex): boolean =>
  asked
    .find(group, false)
    .some(({ segment, first, last }) =>
      asked.segments[segment]?.tokens.slice(first, last + 1).some(({ text }) => isContentWord(text)),
    )
