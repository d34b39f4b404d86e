import { checkAskedBy } from '#src/domain/move.ts'
import type { Rubric, ToldPart } from '#src/domain/rubric.ts'
import type { CheckState, Standpoint } from './standpoint.ts'
import { timeForMore } from './time-to-spare.ts'

/** The part of a story that a check asks into. */
export interface ArcStage {
  /** In the order in which a story goes, from 0. */
  place: number
  /** It was told, in whatever words. */
  told: boolean
}

/** A criterion's place in the story: a track that asks for one lists its criteria in that order. Null on other tracks. */
export function arcStage(
  criterion: string,
  { rubric, partsTold }: { rubric: Rubric; partsTold: ReadonlySet<ToldPart> },
): ArcStage | null {
  if (rubric.oneStory !== true) return null
  const place = rubric.criteria.findIndex(({ id }) => id === criterion)
  const part = rubric.criteria[place]?.checks.flatMap(({ probe }) => probe?.asksForPart ?? [])[0]
  return { place, told: part !== undefined && partsTold.has(part) }
}

/** What a question is worth that runs ahead of the story, or goes back in it. */
const ahead = 0.12
const behind = 0.06

/** Times what it is worth by itself: a question about the stage that is next in the story's order comes before those about any other. */
export function arcWorth({ stage }: CheckState, at: Standpoint): number {
  if (stage === null) return 1
  const next = stageNext(at)
  if (stage.place === next) return 1
  return stage.place > next ? ahead : behind
}

/** So many questions go into one stage before the story goes on, as far as there is time. */
const mostInStage = 2

/**
 * The stage to ask into: from the one that was asked into last on, the first that was not told or lacks a must point; that one once more where time
 * is left for it beside those to come, and not where the candidate would not tell of it, or had nothing to tell. The one asked into last when each
 * has had its questions.
 */
function stageNext(at: Standpoint): number {
  const stages = stagesOf(at)
  const reached = stages.findIndex(({ checks }) => checks.some(({ id }) => id === checkAskedBy(at.lastMove)))
  const toCome = stages.slice(Math.max(0, reached))
  const left = questionsLeft(at)
  for (const [place, stage] of toCome.entries()) {
    const isDeclined = place === 0 && reached >= 0 && at.answer?.declines === true
    if (!stage.isOpen || isDeclined) continue
    const later = toCome.slice(place + 1).filter(({ isOpen, asked }) => isOpen && asked === 0).length
    const wanted = Math.max(stage.musts, stage.asked === 0 && stage.isWanted ? 1 : 0)
    const isGoneInto = place === 0 && reached >= 0 && stage.isWanted && stage.asked < mostInStage
    if (left > later ? wanted > 0 || isGoneInto : wanted > 0 && stage.asked === 0) return stage.place
  }
  return stages[reached]?.place ?? 0
}

function stagesOf({ checks, answer }: Standpoint) {
  const places = [...new Set(checks.flatMap(({ stage }) => stage?.place ?? []))].sort((a, b) => a - b)
  return places.map((place) => {
    const own = checks.filter(({ stage }) => stage?.place === place)
    const open = own.filter(
      ({ probes, settled, shown, aboveBar, asked, due }) =>
        due === 'now' &&
        probes.length > 0 &&
        !settled &&
        shown !== 'yes' &&
        asked === 0 &&
        (!aboveBar || answer?.strong === true),
    )
    return {
      place,
      checks: own,
      isOpen: open.length > 0,
      /** Of the setting only what was not told; of each other stage something, whatever was told of it. */
      isWanted: place > 0 || !own.some(({ stage }) => stage?.told),
      musts: open.filter(({ must, shown }) => must && shown === 'none').length,
      asked: own.reduce((sum, { spent }) => sum + spent.length, 0),
    }
  })
}

/** Shorter exchanges than this are none. */
const shortestExchangeMs = 45_000

/** For which there is time, at the pace so far. */
function questionsLeft({ clock, exchanges }: Standpoint): number {
  const pace = Math.max(shortestExchangeMs, clock.spentMs / Math.max(1, exchanges))
  return Math.floor((clock.budgetMs * timeForMore - clock.spentMs) / pace)
}
