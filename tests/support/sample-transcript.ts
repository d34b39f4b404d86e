import type { Question, SampleAnswer } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Level } from '#src/domain/track.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'

/** A sample answer as an interview that ran in full: an opener and the candidate's part for each phase, then a close. */
export function sampleTranscript(options: {
  question: Question
  rubric: Rubric
  answer: SampleAnswer
  level: Level
}): Transcript {
  const { question, rubric, answer, level } = options
  const opener = (phase: string, at: number): string => {
    if (at === 0) return question.opening
    const first = rubric.phases.find(({ id }) => id === phase)?.openers[0]
    return first === undefined ? 'Please go on.' : `${first.announce} ${first.ask}`
  }
  const turns: TranscriptTurn[] = answer.parts.flatMap(({ phase, text }, at) => [
    { speaker: 'interviewer' as const, text: opener(phase, at), artifacts: [], phase },
    { speaker: 'candidate' as const, phase, ...withoutCode(text, `pad-${at + 1}`, question.track) },
  ])
  const close = { kind: 'close', reason: 'finished' }
  return {
    id: `${question.id}-${answer.quality}`,
    track: question.track,
    level,
    questions: [{ id: question.id, text: question.opening }],
    turns: [
      ...turns,
      { speaker: 'interviewer', text: 'Thank you, that is our time.', artifacts: [], phase: 'wrap-up', move: close },
    ],
  }
}

/** Fenced blocks of a part are what the candidate typed into a pad. */
function withoutCode(text: string, id: string, track: string): Pick<TranscriptTurn, 'text' | 'artifacts'> {
  const blocks = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '')
  const kind = track === 'sql' ? ('sql' as const) : ('code' as const)
  return {
    text: text.replaceAll(/^```[^\n]*\n[\s\S]*?^```$/gm, '').trim(),
    artifacts: blocks.length === 0 ? [] : [{ id, kind, text: blocks.join('\n') }],
  }
}
