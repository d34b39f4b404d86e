import type { Question, SampleAnswer } from '#src/domain/guide.ts'
import type { Wording } from '#src/domain/thresholds.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { countTelling, loudness, type TellingCounts } from '#src/evidence/wording.ts'
import { meanOf } from './agreement.ts'
import { solve, spreadOf } from './ridge.ts'

/** How good a sample answer is. */
const worth: Record<SampleAnswer['quality'], number> = { weak: 0, junior: 1, mid: 1.5, senior: 2.5, lead: 3 }

/** Three of four answers of the labelled transcripts are worded no better: above it wording lifts no further, so that stuffing does not. */
export const bestWording = 1.5

/** How much the squared weights cost: there are more words than answers. */
const penalty = 10_000
/** In answers to fewer questions a word stands by chance. */
const fewestQuestions = 12
/** Added to how far a word's loudness spreads, so that rare words weigh little. */
const steadied = 0.05

interface Sample extends TellingCounts {
  track: string
  question: string
  worth: number
}

/** Learns from sample answers what the words of good and of weak ones are, by ridge regression. No transcript and no label is looked at. */
export function fitWording(questions: readonly Question[]): Pick<Wording, 'constant' | 'words'> {
  const samples = questions.flatMap(samplesOf)
  const words = wordsOfEveryTrack(samples)
  const columns = words.map((word) => samples.map((sample) => loudness(sample.counts.get(word) ?? 0, sample.words)))
  const means = columns.map(meanOf)
  const spreads = columns.map((column) => spreadOf(column) + steadied)
  const rows = samples.map((_, row) => columns.map((column, at) => ((column[row] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1)))
  const centre = meanOf(samples.map((sample) => sample.worth))
  // In the dual, since there are fewer answers than words.
  const shares = solve(
    rows.map((a, i) => rows.map((b, j) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), i === j ? penalty : 0))),
    samples.map((sample) => sample.worth - centre),
  )
  const weights = words.map(
    (word, at) =>
      [word, round(rows.reduce((sum, row, i) => sum + (row[at] ?? 0) * (shares[i] ?? 0), 0) / (spreads[at] ?? 1))] as const,
  )
  const constant = centre - weights.reduce((sum, [, weight], at) => sum + weight * (means[at] ?? 0), 0)
  return {
    constant: round(constant),
    words: Object.fromEntries(weights.filter(([, weight]) => weight !== 0).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))),
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function samplesOf({ id, track, answers }: Question): Sample[] {
  return answers.map(({ quality, parts }) => {
    const tokens = tokenise(parts.map(({ text }) => text).join(' '))
    return { track, question: id, worth: worth[quality], ...countTelling(tokens) }
  })
}

/** Words that stand in the answers of every track: those of one trade name its things. */
function wordsOfEveryTrack(samples: readonly Sample[]): string[] {
  const tracks = new Set(samples.map(({ track }) => track)).size
  const places = new Map<string, { questions: Set<string>; tracks: Set<string> }>()
  for (const { track, question, counts } of samples)
    for (const word of counts.keys()) {
      const place = places.get(word) ?? { questions: new Set(), tracks: new Set() }
      places.set(word, place)
      place.questions.add(`${track}/${question}`)
      place.tracks.add(track)
    }
  return [...places].filter(([, at]) => at.questions.size >= fewestQuestions && at.tracks.size === tracks).map(([word]) => word)
}
