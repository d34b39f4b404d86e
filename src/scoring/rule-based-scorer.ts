import { isEnglish } from '#src/domain/language.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import type { CheckResult, Verdict } from '#src/domain/score.ts'
import { judgeKeyPoint, judgeStandingCheck, type Shown } from '#src/evidence/judge-check.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { specificityOf } from '#src/evidence/specificity.ts'
import type { Scorer } from './scorer.ts'
import { movesIn } from './stored-move.ts'
import { taskGround } from './task-ground.ts'

/** Quotes kept for a check; more would not make it more met. */
const quotesPerCheck = 3

/** Decides checks by word patterns and counted features: no model, the same answer every time. */
export function createRuleBasedScorer({ lexicon }: { lexicon: Lexicon }): Scorer {
  return {
    id: 'rule-based@1',
    stamp: { scorer: 'rule-based@1' },
    judge: async (task, criterionId) => {
      const criterion = task.rubric.criteria.find(({ id }) => id === criterionId)
      const { language = 'en' } = task.transcript
      if (!isEnglish(language))
        return { ok: false, reason: `The rules read English only; this interview was held in "${language}".` }
      if (criterion === undefined) return { ok: false, reason: `The rubric has no criterion "${criterionId}".` }
      const { turns, ground } = taskGround(task, lexicon)
      const asked = new Set(movesIn(turns).map(({ move }) => checkAskedBy(move)))
      const result = (check: { id: string; means: string }, source: CheckResult['source'], shown: Shown): CheckResult => ({
        check: check.id,
        source,
        means: check.means,
        verdict: verdictOf(shown, asked.has(check.id)),
        evidence: shown.matches.slice(0, quotesPerCheck).map(quoteFor),
        cappedBy: shown.demoted && shown.verdict !== 'yes' ? 'the interviewer said it first' : null,
      })
      const points = task.question?.guide.keyPoints.filter((point) => point.criterion === criterionId) ?? []
      return {
        ok: true,
        specificity: specificityOf(ground.index, { lexicon: ground.lexicon, isOut: ground.guards.isOut }).value,
        checks: [
          ...points.map((point) => result({ id: point.id, means: point.point }, 'key-point', judgeKeyPoint(point, ground))),
          ...criterion.checks.map((check) =>
            result({ id: check.id, means: check.check }, 'standing', judgeStandingCheck(check, ground)),
          ),
        ],
      }
    },
  }
}

const verdictOf = (shown: Shown, asked: boolean): Verdict => shown.verdict ?? (asked || shown.demoted ? 'no' : 'not-shown')
