import type { CheckResult, Score } from '#src/domain/score.ts'

/** A scored interview, as far as its checks go. */
export interface CheckedInterview {
  interview: string
  title: string
  createdAt: number
  perQuestion: readonly { question: string; scores: readonly Score[] }[]
}

/** Where a check was not met. */
export interface UnmetPlace {
  interview: string
  title: string
  createdAt: number
  question: string
  verdict: 'no' | 'not-shown'
}

/** A standing check that was often not met, over questions. Times are askings of a question in which its criterion could be rated. */
export interface WeakCheck {
  criterion: string
  check: string
  means: string
  times: number
  met: number
  partly: number
  /** It came up, and was not met. */
  no: number
  /** It did not come up. */
  notShown: number
  /** The newest first. */
  unmet: UnmetPlace[]
}

/** Not met so many times, and in half of the times at least. */
const leastUnmet = 2
const most = 5

/** Standing checks most often not met over these interviews (the newest first). Checks of a single question are no pattern and left out. */
export function weakChecks(interviews: readonly CheckedInterview[]): WeakCheck[] {
  const tallies = new Map<string, WeakCheck>()
  for (const interview of interviews)
    for (const { question, scores } of interview.perQuestion)
      for (const score of scores) {
        if (score.kind !== 'rated') continue
        for (const check of score.checks) if (check.source === 'standing') count(tallies, { interview, question, score, check })
      }
  return [...tallies.values()]
    .filter(({ unmet, times }) => unmet.length >= leastUnmet && unmet.length * 2 >= times)
    .sort((a, b) => b.unmet.length / b.times - a.unmet.length / a.times || b.unmet.length - a.unmet.length)
    .slice(0, most)
}

function count(
  tallies: Map<string, WeakCheck>,
  asked: { interview: CheckedInterview; question: string; score: Score; check: CheckResult },
): void {
  const { interview, question, check } = asked
  const { criterion } = asked.score
  const key = `${criterion}/${check.check}`
  const tally = tallies.get(key) ?? emptyTally(criterion, check)
  tallies.set(key, tally)
  tally.times += 1
  if (check.verdict === 'yes') tally.met += 1
  else if (check.verdict === 'partly') tally.partly += 1
  else {
    if (check.verdict === 'no') tally.no += 1
    else tally.notShown += 1
    const { interview: id, title, createdAt } = interview
    tally.unmet.push({ interview: id, title, createdAt, question, verdict: check.verdict })
  }
}

/** Worded as it was in the newest interview. */
const emptyTally = (criterion: string, { check, means }: CheckResult): WeakCheck => ({
  criterion,
  check,
  means,
  times: 0,
  met: 0,
  partly: 0,
  no: 0,
  notShown: 0,
  unmet: [],
})
