import type { CallUsage, TokenPrices } from '#src/domain/call-usage.ts'
import type { Question } from '#src/domain/guide.ts'
import type { HeldContent } from '#src/domain/interview.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { CheckResult } from '#src/domain/score.ts'
import type { Transcript } from '#src/domain/transcript.ts'

/** The part of a transcript that is about one question, and what it is judged against. */
export interface ScoringTask {
  transcript: Transcript
  rubric: Rubric
  /** Index into transcript.questions. */
  questionIndex: number
  /** The question's guide; null when the bank does not hold it: then standing checks alone count. */
  question: Pick<Question, 'id' | 'guide' | 'answers'> | null
  /** The questions that there are: what answers another of them is told by it. Absent where nobody knows them. */
  bank?: readonly Question[] | undefined
}

/** The checks under one criterion as a scorer found them, or why there are none. Quotes are verified by code after this. */
export type CriterionVerdict = (
  | {
      ok: true
      checks: CheckResult[]
      /** Of a scorer that goes by words alone: how specific they are, `value` of evidence/specificity.ts. */
      specificity?: number
      /** Every run in order, null for one that failed, when the scorer was asked more than once: then these count, not `checks`. */
      runs?: readonly (CheckResult[] | null)[]
    }
  | { ok: false; reason: string }
) & { usage?: CallUsage }

/** Decides checks, criterion by criterion. Ratings, recommendation and debrief are computed from them by code, the same for every scorer. */
export interface Scorer {
  /** "rule-based@1" or "model@1:<name>". */
  readonly id: string
  readonly stamp: Record<string, string>
  /** Rates the same beside it; where the two are far apart the score is marked. */
  readonly crossCheck?: Scorer
  readonly prices?: TokenPrices | null
  /** Must not throw: what fails is `ok: false` with its reason. */
  judge(task: ScoringTask, criterion: string, signal?: AbortSignal): Promise<CriterionVerdict>
}

export type { HeldContent }
