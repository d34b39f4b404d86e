import { type Pair, weightedKappa } from '#src/domain/agreement.ts'
import { bootstrapInterval, confusionOf, meanOf, shareOf, spearman } from './agreement.ts'
import { type Assessed, meanReading, outcomeOf } from './assessment.ts'

/** With fewer transcripts than this a track's figures would be noise: its counts are given, and no kappa. */
const fewestForKappa = 5
const bootstrap = { rounds: 1000, seed: 20_261_122 }

/** One criterion of one transcript as both readers and the scorer rated it. */
interface RatedThrice {
  criterion: string
  a: number
  b: number
  scorer: number
  /** The scorer gave none, and got the rating farthest from the readers' instead. */
  isNull: boolean
}

export interface Agreement {
  transcripts: number
  ratings: number
  nulls: number
  /** Null for a part of the set that is too small to tell. */
  kappa: {
    scorer: number
    raters: number
    /** Bounds of the middle 95 % over samples of whole questions. */
    interval: readonly [number, number]
  } | null
  /** Shares of the ratings, each against both readers. */
  exact: number
  withinOne: number
  /** Scorer less the readers' mean. */
  meanDifference: number
  /** Of the transcripts with an outcome by the readers; a scorer without a recommendation is wrong. */
  passAccuracy: number
  /** Rank correlation of the weighted means. */
  spearman: number
  /** Rows: the first reader and the second, added up; columns: the scorer. */
  confusion: number[][]
  /** Verified of claimed quotes; null when none were claimed. */
  evidencePrecision: number | null
}

export interface Measured {
  scorer: string
  overall: Agreement
  tracks: Record<string, Agreement>
  /** Kappa of each criterion over the whole set, "track/criterion"; null in a track with fewer than five transcripts. */
  criteria: Record<string, number | null>
}

/** How far a scorer agrees with the two readings of a labelled set. Pure. */
export function measure(scorer: string, set: readonly Assessed[]): Measured {
  const tracks = [...new Set(set.map(({ transcript }) => transcript.track))].sort()
  const of = (track: string) => set.filter(({ transcript }) => transcript.track === track)
  return {
    scorer,
    overall: agreementOf(set),
    tracks: Object.fromEntries(tracks.map((track) => [track, agreementOf(of(track))])),
    criteria: Object.fromEntries(
      tracks.flatMap((track) => {
        const own = of(track)
        return (own[0]?.rubric.criteria ?? []).map(({ id }) => {
          const rated = own.flatMap(ratedThrice).filter(({ criterion }) => criterion === id)
          return [`${track}/${id}`, own.length < fewestForKappa ? null : kappaOf(rated)] as const
        })
      }),
    ),
  }
}

function agreementOf(set: readonly Assessed[]): Agreement {
  const rated = set.flatMap(ratedThrice)
  const pairs = againstBoth(rated)
  const outcomes = set.flatMap((one) => {
    const readers = outcomeOf(meanReading(one), one.rubric)
    return readers === null ? [] : [{ readers, scorer: outcomeOf(one.assessment.ratings, one.rubric) }]
  })
  const claimed = set.reduce((sum, { assessment }) => sum + assessment.quotes.claimed, 0)
  const verified = set.reduce((sum, { assessment }) => sum + assessment.quotes.verified, 0)
  return {
    transcripts: set.length,
    ratings: rated.length,
    nulls: rated.filter(({ isNull }) => isNull).length,
    kappa:
      set.length < fewestForKappa
        ? null
        : {
            scorer: kappaOf(rated),
            raters: weightedKappa(rated.map(({ a, b }): Pair => [a, b])),
            interval: bootstrapInterval(byQuestion(set), (sample) => kappaOf(sample.flatMap(ratedThrice)), bootstrap),
          },
    exact: shareOf(pairs, ([reader, scorer]) => reader === scorer),
    withinOne: shareOf(pairs, ([reader, scorer]) => Math.abs(reader - scorer) <= 1),
    meanDifference: meanOf(pairs.map(([reader, scorer]) => scorer - reader)),
    passAccuracy: meanOf(outcomes.map(({ readers, scorer }) => Number(readers.passes === scorer?.passes))),
    spearman: spearman(outcomes.flatMap(({ readers, scorer }): Pair[] => (scorer === null ? [] : [[readers.mean, scorer.mean]]))),
    confusion: confusionOf(pairs),
    evidencePrecision: claimed === 0 ? null : verified / claimed,
  }
}

/** Kappa against each reader, averaged. */
const kappaOf = (rated: readonly RatedThrice[]): number =>
  (weightedKappa(rated.map(({ a, scorer }): Pair => [a, scorer])) +
    weightedKappa(rated.map(({ b, scorer }): Pair => [b, scorer]))) /
  2

const againstBoth = (rated: readonly RatedThrice[]): Pair[] =>
  rated.flatMap(({ a, b, scorer }): Pair[] => [
    [a, scorer],
    [b, scorer],
  ])

function byQuestion(set: readonly Assessed[]): Assessed[][] {
  const questions = new Map<string, Assessed[]>()
  for (const one of set) {
    const id = one.transcript.questions[0]?.id ?? one.transcript.id
    questions.set(id, [...(questions.get(id) ?? []), one])
  }
  return [...questions.values()]
}

/** Only criteria that both readers rated: where one saw no chance to show it, nothing is known to compare with. */
function ratedThrice({ raters, assessment }: Assessed): RatedThrice[] {
  return Object.entries(raters.a.ratings).flatMap(([criterion, a]) => {
    const b = raters.b.ratings[criterion] ?? null
    if (a === null || b === null) return []
    const given = assessment.ratings[criterion] ?? null
    const farthest = (a + b) / 2 >= 2.5 ? 1 : 4
    return [{ criterion, a, b, scorer: given ?? farthest, isNull: given === null }]
  })
}
