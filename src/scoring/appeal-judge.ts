import type { Criterion } from '#src/domain/rubric.ts'
import type { CheckResult, Evidence } from '#src/domain/score.ts'
import type { PointedWords } from './pointed-words.ts'
import type { ScoringTask } from './scorer.ts'
import type { TaskGround } from './task-ground.ts'

/** One check, judged again by the words that the candidate points at. */
export interface AppealTask {
  task: ScoringTask
  criterion: Criterion
  check: CheckResult
  pointed: PointedWords
  read: TaskGround
}

export type AppealVerdict =
  | { kind: 'met'; verdict: 'yes' | 'partly'; evidence: Evidence[]; reason: string }
  | { kind: 'not-met'; reason: string }
  /** Nobody could judge it: neither granted nor refused. */
  | { kind: 'unjudged'; reason: string }

/** Decides one check again. What follows from it is computed by code, the same for every judge. */
export interface AppealJudge {
  /** "rule-based@1", or the prompt and model. */
  readonly id: string
  /** Must not throw: what fails is `unjudged` with its reason. */
  judge(appeal: AppealTask, signal?: AbortSignal): Promise<AppealVerdict>
}
