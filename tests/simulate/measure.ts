import { type ConductWords, checkConduct } from '#src/conduct/check-conduct.ts'
import { conductInputOf } from '#src/conduct/conduct-input.ts'
import type { Content } from '#src/content/content.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { ConductReport } from '#src/domain/conduct.ts'
import { interviewToTranscript } from '#src/transcript/interview-to-transcript.ts'
import type { Sat } from './sit.ts'

/** What one simulated interview showed of its interviewer. */
export interface Measured {
  track: string
  question: string
  conduct: ConductReport
  /** Questions that came back in the same words within a few turns, other than the open one put again on purpose. */
  loops: string[]
  hints: number
  /** Phases that were begun, of those planned. */
  phases: { begun: number; planned: number }
  isClosed: boolean
  /** Running minutes over the planned ones; 0 when it ended in time. */
  minutesOver: number
}

export function measure({ interview, turns, question }: Sat, content: Content & ConductWords): Measured {
  const held = holdContent(content, [question])
  const conduct = checkConduct(conductInputOf(interviewToTranscript(interview, turns), held), content)
  const own = turns.filter(({ speaker }) => speaker === 'interviewer')
  return {
    track: interview.track,
    question: question.id,
    conduct,
    loops: loopsIn(own.filter(({ move }) => move?.kind !== 'repeat').map(({ text }) => text)),
    hints: conduct.hints?.reduce((sum, count) => sum + count, 0) ?? 0,
    phases: { begun: new Set(turns.map(({ phase }) => phase)).size, planned: interview.schedule.length },
    isClosed: own.at(-1)?.move?.kind === 'close',
    minutesOver: Math.max(0, interview.elapsedMs / 60_000 - interview.minutes),
  }
}

/** Turns within which the same words are heard as going in circles. */
const heardBack = 4

/** Questions of some length that were put word for word within the last turns. */
function loopsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text, at) => {
    const questions = text.match(/[^.!?\n]{25,}\?/g)?.map((one) => one.trim()) ?? []
    const before = texts.slice(Math.max(0, at - heardBack), at).join('\n')
    return questions.filter((one) => before.includes(one))
  })
}
