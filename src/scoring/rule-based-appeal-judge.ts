import type { Evidence } from '#src/domain/score.ts'
import { type Ground, judgeKeyPoint, judgeStandingCheck, type Shown } from '#src/evidence/judge-check.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import type { Replies, Reply } from '#src/evidence/replies.ts'
import { bestOverlap, keyTermsOf } from '#src/evidence/term-overlap.ts'
import { indexText } from '#src/evidence/text-index.ts'
import type { AppealJudge, AppealTask, AppealVerdict } from './appeal-judge.ts'

/**
 * What two sentences pointed at must share with a check to count as partly: so many of its terms, two of which and this part of which stand in
 * its meaning. Terms of its patterns alone are too common. The candidate said them before knowing the check.
 */
const fewestTerms = 3
const fewestOfMeaning = 2
const shareOfMeaning = 0.4

/** Judges a check again by its patterns, within the sentences pointed at alone; what shares enough of its terms is partly. */
export const ruleBasedAppealJudge: AppealJudge = { id: 'rule-based@1', judge: async (appeal) => judge(appeal) }

function judge(appeal: AppealTask): AppealVerdict {
  const ground = groundOf(appeal)
  const { shown, patterns } = lookAgain(appeal, ground)
  if (shown.verdict !== null)
    return {
      kind: 'met',
      verdict: shown.verdict,
      evidence: shown.matches.map(quoteFor),
      reason:
        shown.verdict === 'yes' ? 'The words you point at show it.' : 'The words you point at show a part of it, not the whole.',
    }
  const terms = keyTermsOf({ means: appeal.check.means, patterns })
  const overlap = bestOverlap(terms, ground.index, ground.lexicon)
  const speaksOfIt =
    overlap !== null &&
    overlap.shared >= fewestTerms &&
    overlap.ofMeaning >= Math.max(fewestOfMeaning, terms.means.size * shareOfMeaning)
  if (shown.demoted || (speaksOfIt && ground.repeatsInterviewer(overlap.match)))
    return { kind: 'not-met', reason: 'The interviewer had brought this up before: giving it back does not show it.' }
  if (speaksOfIt)
    return {
      kind: 'met',
      verdict: 'partly',
      evidence: [evidenceWithin(appeal, quoteFor(overlap.match))],
      reason:
        'The words you point at speak of it. The written rules cannot tell whether they say all of it, so it counts in part.',
    }
  return {
    kind: 'not-met',
    reason:
      'These are your words, but the written rules do not find in them what this check looks for. They look for fixed words, and can be wrong about yours.',
  }
}

/** The same ground with nothing to be found outside the sentences pointed at. */
function groundOf({ pointed, read: { ground } }: AppealTask): Ground {
  const isOut = (segment: number, sentence: number) => ground.guards.isOut(segment, sentence) || !pointed.isIn(segment, sentence)
  const index = indexText(ground.index.segments, { lexicon: ground.lexicon, isOut })
  const isPointedAt = ({ match: { segment, first, last } }: Reply) =>
    [first, last].every((at) => !isOut(segment.order, segment.tokens[at]?.sentence ?? 0))
  const replies: Replies = (check, patterns) => ground.replies(check, patterns).filter(isPointedAt)
  return { ...ground, index, replies, guards: { ...ground.guards, isOut } }
}

function lookAgain({ task, criterion, check }: AppealTask, ground: Ground): { shown: Shown; patterns: string[] } {
  const found =
    check.source === 'key-point'
      ? task.question?.guide.keyPoints.find(({ id }) => id === check.check)
      : criterion.checks.find(({ id }) => id === check.check)
  const alone = found !== undefined && 'alone' in found ? (found.alone ?? []) : []
  const patterns = [...alone, ...(found?.shows ?? []), ...(found?.partly ?? [])]
  if (found === undefined) return { shown: { verdict: null, matches: [], demoted: false }, patterns }
  return { shown: 'point' in found ? judgeKeyPoint(found, ground) : judgeStandingCheck(found, ground), patterns }
}

/** What was pointed at when it is one sentence or two; else the passage of it that counts. */
const evidenceWithin = ({ pointed }: AppealTask, passage: Evidence): Evidence =>
  pointed.quote.start <= passage.start && pointed.quote.end >= passage.end ? pointed.quote : passage
