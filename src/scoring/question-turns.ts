import { checkAskedBy } from '#src/domain/move.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'
import { isCandidatesOwn } from '#src/domain/turn.ts'
import type { InterviewerWords } from '#src/evidence/said-before.ts'
import type { Segment } from '#src/evidence/text-index.ts'
import { movesIn } from './stored-move.ts'

/** A turn with its number, counted from 1 over the whole transcript. */
export interface NumberedTurn extends TranscriptTurn {
  turn: number
}

/** The turns about one question, in order; empty when it was not reached. A question reaches until the next one begins. */
export function questionTurns(transcript: Transcript, questionIndex: number): NumberedTurn[] {
  const numbered = transcript.turns.map((turn, at) => ({ ...turn, turn: at + 1 }))
  const starts = transcript.questions.map(
    (question, index) => question.firstTurn ?? (index === 0 ? 1 : askedAt(numbered, question.text)),
  )
  const from = questionIndex === 0 ? 1 : starts[questionIndex]
  if (from === undefined) return []
  const next = starts.slice(questionIndex + 1).find((start) => start !== undefined && start > from)
  return numbered.filter(({ turn }) => turn >= from && (next === undefined || turn < next))
}

/** The interviewer's turn that holds a question's text. */
function askedAt(turns: readonly NumberedTurn[], text: string): number | undefined {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const wanted = plain(text)
  if (wanted === '') return undefined
  return turns.find((turn) => turn.speaker === 'interviewer' && plain(turn.text).includes(wanted))?.turn
}

/** What the candidate said, typed and drew in these turns. */
export const candidateSegments = (turns: readonly NumberedTurn[]): Segment[] =>
  turns
    .filter(({ speaker }) => speaker === 'candidate')
    .flatMap(({ turn, text, artifacts }) => [
      { turn, text },
      ...artifacts.filter(isCandidatesOwn).map((artifact) => ({ turn, artifact: artifact.id, text: artifact.text })),
    ])

/** What the interviewer said in these turns, the question's own words before them. */
export const interviewerWords = (turns: readonly NumberedTurn[], questionText: string): InterviewerWords[] => {
  const asked = new Map(movesIn(turns).map(({ turn, move }) => [turn, checkAskedBy(move)]))
  return [
    { turn: (turns[0]?.turn ?? 1) - 1, text: questionText },
    ...turns
      .filter(({ speaker }) => speaker === 'interviewer')
      .map(({ turn, text }) => ({ turn, text, asksAbout: asked.get(turn) ?? null })),
  ]
}
