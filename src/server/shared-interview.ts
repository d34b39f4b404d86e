import type { Scorecard } from '#src/domain/score.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { SharedInterview, SharedScores, SharedTurn } from '#src/protocol/sharing.ts'
import type { Store } from '#src/store/store.ts'
import type { LetIn } from './guests.ts'
import { openingOf } from './share-access.ts'

/** All that a guest can read. Every field is named here: what is added to an interview elsewhere does not come along. */
export async function sharedInterview(store: Store, { guest, interview }: LetIn): Promise<SharedInterview> {
  const { share, review } = guest
  const opening = openingOf(share, review !== null)
  const { rubric } = await store.findContent(interview.id)
  const turns = await store.listTurns(interview.id)
  return {
    kind: share.kind,
    expiresAt: share.expiresAt,
    track: interview.track,
    level: interview.level,
    language: interview.language,
    endedAt: interview.endedAt,
    isTimed: interview.imported === null || interview.imported.timed,
    questions: interview.questions.map(({ title }) => ({ title })),
    phases: interview.schedule.map(({ title }) => title),
    turns: turns.map(sharedTurn),
    criteria: opening.criteria ? rubric.criteria.map(({ id, title, means, anchors }) => ({ id, title, means, anchors })) : [],
    review,
    scores:
      opening.scores === 'shown'
        ? { kind: 'shown', scores: sharedScores(await store.latestScorecard(interview.id)) }
        : { kind: opening.scores },
  }
}

/** A turn without why it was said. */
export const sharedTurn = ({ turn, speaker, text, phase, elapsedMs, interrupted, artifacts }: Turn): SharedTurn => ({
  turn,
  speaker,
  text,
  phase,
  elapsedMs,
  interrupted,
  artifacts: artifacts.map(({ id, kind, text: content, language, revision }) => ({
    id,
    kind,
    text: content,
    ...(language === undefined ? {} : { language }),
    ...(revision === undefined ? {} : { revision }),
  })),
})

/** Without checks, rationales and fixes, all of which say what the guide listens for. */
const sharedScores = (scorecard: Scorecard | null): SharedScores | null =>
  scorecard && {
    recommendation: scorecard.recommendation,
    ratings: scorecard.scores.map((score) => ({
      criterion: score.criterion,
      rating: score.kind === 'rated' ? score.rating : null,
      evidence: score.kind === 'rated' ? score.evidence : [],
    })),
  }
