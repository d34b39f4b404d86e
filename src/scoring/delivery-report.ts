import {
  type DeliveryBands,
  type DeliveryReport,
  storyParts as parts,
  type QuestionDelivery,
  type StoryDelivery,
  type ToldSentence,
} from '#src/domain/delivery.ts'
import type { HeldContent, ScheduledPhase } from '#src/domain/interview.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { planFor, scheduleOf } from '#src/domain/schedule.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { deedsIn } from '#src/evidence/deeds.ts'
import { figuresOf } from '#src/evidence/figures.ts'
import { hedgesOf } from '#src/evidence/hedges.ts'
import { phaseTimes } from '#src/evidence/phase-times.ts'
import { storyParts } from '#src/evidence/story-parts.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { type NumberedTurn, questionTurns } from './question-turns.ts'
import { movesIn } from './stored-move.ts'

export interface DeliveryRequest {
  transcript: Transcript
  content: Pick<HeldContent, 'rubric'>
  lexicon: Lexicon
  bands: DeliveryBands
}

/** Fewer sentences in the four parts than this make no shares. */
const fewestSentences = 5

/** Counts how an interview was told. Pure, and no part of scoring: nothing is rated by it. */
export function deliveryReport(request: DeliveryRequest): DeliveryReport {
  const { transcript, bands } = request
  const lexicon = compileLexicon(request.lexicon)
  const told = transcript.turns.map((turn, at) => ({ ...turn, turn: at + 1, words: tokenise(turn.text).length }))
  const said = told.filter(({ speaker }) => speaker === 'candidate')
  const seconds = new Map(told.map((turn, at) => [turn.turn, secondsSince(told[at - 1], turn)]))
  const phases = phasesOf(request, told)
  const isStory = bands.story.tracks.includes(transcript.track)

  const questions = transcript.questions.map(({ id }, at): QuestionDelivery => {
    const turns = questionTurns(transcript, at).filter(isAbout(request))
    const answers = turns.filter(({ speaker }) => speaker === 'candidate')
    const segments = tokeniseSegments(answers)
    return {
      question: id,
      words: segments.reduce((sum, { tokens }) => sum + tokens.length, 0),
      ...figuresOf(indexText(segments, { lexicon }), lexicon),
      story: isStory ? storyOf(turns, { lexicon: request.lexicon, seconds }) : null,
    }
  })
  const sumOf = (turns: readonly { words: number }[]) => turns.reduce((sum, { words }) => sum + words, 0)
  return {
    bands,
    words: { candidate: sumOf(said), interviewer: sumOf(told) - sumOf(said) },
    turns: said.map(({ turn, words }) => ({ turn, words, seconds: seconds.get(turn) ?? null })),
    hedges: hedgesOf(indexText(tokeniseSegments(said), { lexicon }), lexicon),
    questions,
    phases,
    notCounted: notCounted({ untimed: said.filter(({ turn }) => seconds.get(turn) === null).length, turns: said.length, phases }),
  }
}

function storyOf(
  turns: readonly NumberedTurn[],
  { lexicon, seconds }: { lexicon: Lexicon; seconds: ReadonlyMap<number, number | null> },
): StoryDelivery {
  const answers = turns.flatMap(({ speaker, turn, text }, at) =>
    speaker === 'candidate' ? [{ turn, text, asked: askedBefore(turns, at), words: tokenise(text).length }] : [],
  )
  const opening = openingOf(answers.map(({ words }) => words))
  const sentences = storyParts(answers, { opening, lexicon })
  const compiled = compileLexicon(lexicon)
  const deeds = deedsIn(indexText(tokeniseSegments(answers), { lexicon: compiled }), compiled)
  const shared = deeds.filter(({ who }) => who === 'we').length
  const answer = answers[opening]
  return {
    sentences,
    shares: sharesOf(sentences),
    own: deeds.length - shared,
    shared,
    answer: answer === undefined ? null : { turn: answer.turn, words: answer.words, seconds: seconds.get(answer.turn) ?? null },
  }
}

const askedBefore = (turns: readonly NumberedTurn[], at: number): string =>
  turns.slice(0, at).findLast(({ speaker }) => speaker === 'interviewer')?.text ?? ''

/** The answer that tells the story is the first that is half as long as the longest: some say a word of agreement before they begin. */
function openingOf(words: readonly number[]): number {
  const longest = Math.max(0, ...words)
  return words.findIndex((count) => count > 0 && count * 2 >= longest)
}

/** Percent, whole numbers that add up to 100: what rounding leaves over goes to the largest remainders. */
function sharesOf(sentences: readonly ToldSentence[]): StoryDelivery['shares'] {
  const counts = parts.map((part) => sentences.filter((sentence) => sentence.part === part).length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < fewestSentences) return null
  const exact = counts.map((count) => (100 * count) / total)
  const left = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const byRemainder = [...exact.keys()].sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1))
  const [situation = 0, task = 0, action = 0, result = 0] = exact.map(
    (share, at) => Math.floor(share) + Number(byRemainder.indexOf(at) < left),
  )
  return { situation, task, action, result }
}

/** Turns of an introduction or a wrap-up answer no question. */
function isAbout({ content }: DeliveryRequest): (turn: NumberedTurn) => boolean {
  const apart = new Set(content.rubric.phases.filter(({ role }) => role !== 'work').map(({ id }) => id))
  return ({ phase }) => phase === undefined || !apart.has(phase)
}

const timeOf = ({ elapsedMs }: Record<string, unknown>): number | null =>
  typeof elapsedMs === 'number' && Number.isFinite(elapsedMs) && elapsedMs >= 0 ? elapsedMs : null

/** Null where one of the two has no time, or a clock went back. */
function secondsSince(before: NumberedTurn | undefined, turn: NumberedTurn): number | null {
  const from = before === undefined ? 0 : timeOf(before)
  const to = timeOf(turn)
  return from === null || to === null || to < from ? null : Math.round((to - from) / 1000)
}

/** Null unless the plan is known, and of every turn its phase and its time. */
function phasesOf(request: DeliveryRequest, told: readonly (NumberedTurn & { words: number })[]): DeliveryReport['phases'] {
  const { transcript, content } = request
  const plan = typeof transcript.minutes === 'number' ? planFor(content.rubric, transcript.minutes) : undefined
  if (plan === undefined || plan.questions !== transcript.questions.length) return null
  const schedule = scheduleOf(content.rubric, plan)
  const question = new Map(
    transcript.questions.flatMap((_, at) => questionTurns(transcript, at).map(({ turn }) => [turn, at] as const)),
  )
  const moves = new Map(movesIn(told).map(({ turn, move }) => [turn, move]))
  const turns = told.flatMap((turn) => {
    const move = moves.get(turn.turn)
    const phase = move?.kind === 'next-phase' ? move.phase : phaseIn(schedule, turn, question.get(turn.turn))
    const elapsedMs = timeOf(turn)
    const words = turn.speaker === 'candidate' ? turn.words : 0
    return elapsedMs === null || schedule[phase] === undefined ? [] : [{ phase, elapsedMs, words }]
  })
  if (turns.length === 0 || turns.length < told.length) return null
  const last = turns.at(-1)?.elapsedMs ?? 0
  return phaseTimes(schedule, { turns, endMs: Math.max(last, timeOf(transcript) ?? last) })
}

/** A phase that the schedule holds once for each question is told apart by the question. */
function phaseIn(schedule: readonly ScheduledPhase[], { phase }: NumberedTurn, question: number | undefined): number {
  const named = schedule.flatMap((scheduled, at) => (scheduled.phase === phase ? [at] : []))
  return named.find((at) => named.length === 1 || schedule[at]?.question === question) ?? -1
}

function notCounted(options: { untimed: number; turns: number; phases: DeliveryReport['phases'] }): string[] {
  const { untimed, turns, phases } = options
  return [
    ...(turns === 0 || untimed === 0
      ? []
      : untimed === turns
        ? ['Time per turn: this transcript does not say when anything was said.']
        : [`Time per turn: ${untimed} of ${turns} turns do not say when they were said.`]),
    ...(phases === null
      ? ['Time per phase: this transcript does not say how long it was planned to be and when each phase began.']
      : []),
  ]
}
