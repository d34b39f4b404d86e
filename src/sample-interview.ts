import type { Content } from './content/content.ts'
import { holdContentFor } from './content/hold-content.ts'
import { readSample } from './content/read-sample.ts'
import { HotseatError } from './errors.ts'
import { packageRoot } from './package-root.ts'
import type { SampleInterview } from './protocol/rest.ts'
import { countedOf, reviewOf } from './read-interview.ts'
import { gradeTranscript } from './scoring/grade-transcript.ts'
import type { Scorer } from './scoring/scorer.ts'
import { interviewToTranscript } from './transcript/interview-to-transcript.ts'

/**
 * The sample with its scorecard and its review, made the first time that it is asked for and stored nowhere. The rules score it, whichever model is configured, so
 * that nothing has to be set up and nothing leaves the machine.
 */
export function sampleInterview(content: Content, scorer: Scorer): () => Promise<SampleInterview> {
  let made: Promise<SampleInterview> | undefined
  return () => {
    made ??= make(content, scorer).catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

async function make(content: Content, scorer: Scorer): Promise<SampleInterview> {
  const { about, interview, turns: stored } = await readSample(packageRoot())
  const transcript = interviewToTranscript({ ...interview, contentHash: '' }, stored)
  const held = holdContentFor(content, transcript)
  const { lexicon, thresholds, questions: bank } = content
  const result = await gradeTranscript({ transcript, content: held, bank, lexicon, thresholds, scorer })
  if (result.kind === 'too-short') throw new HotseatError(`The sample cannot be scored: ${result.reason}`)
  const { scorecard } = result
  const turns = stored.map(({ move, ...turn }) => ({ ...turn, move: move?.kind ?? null }))
  const { criteria } = held.rubric
  const counted = countedOf({ transcript, held }, content)
  return {
    about,
    interview,
    scored: {
      scorecard,
      turns,
      criteria,
      answers: held.questions.map(({ id: question, answers }) => ({ question, answers })),
      selfRating: null,
      appeals: [],
      prepared: [],
      ...counted,
    },
    reviewed: { interview, turns, criteria, scorecard, notes: [], ...reviewOf({ transcript, held }, scorecard, content) },
  }
}
