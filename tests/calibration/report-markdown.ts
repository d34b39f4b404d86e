import type { Agreement, Measured } from './measure.ts'

/** The report for people: one table of scorers, then tracks, criteria and confusion of the first. */
export function reportMarkdown([main, ...others]: readonly Measured[]): string {
  if (main === undefined) return ''
  const scorers = [main, ...others]
  return `## Scorers

Weighted kappa is against each reader, averaged; the readers' own is ${kappa(main.overall.kappa?.raters)}. ${main.overall.transcripts} transcripts, ${main.overall.ratings} ratings.

${table(
  [
    'Scorer',
    'Kappa',
    '95 %',
    'Exact',
    'Within one',
    'Mean difference',
    'Pass / no pass',
    'Spearman',
    'Quotes found',
    'No rating',
  ],
  scorers.map(({ scorer, overall }) => [
    scorer,
    kappa(overall.kappa?.scorer),
    interval(overall),
    ...common(overall),
    overall.evidencePrecision === null ? 'none' : percent(overall.evidencePrecision),
    String(overall.nulls),
  ]),
)}

## Tracks (${main.scorer})

${table(
  ['Track', 'Transcripts', 'Kappa', '95 %', 'Readers', 'Exact', 'Within one', 'Mean difference', 'Pass / no pass', 'Spearman'],
  Object.entries(main.tracks).map(([track, own]) => [
    track,
    String(own.transcripts),
    own.kappa === null ? 'too few' : kappa(own.kappa.scorer),
    interval(own),
    kappa(own.kappa?.raters),
    ...common(own),
  ]),
)}

## Criteria (${main.scorer})

${table(
  ['Criterion', 'Kappa'],
  Object.entries(main.criteria).map(([criterion, value]) => [criterion, value === null ? 'too few' : kappa(value)]),
)}

## Confusion (${main.scorer})

Rows: what the readers gave, both added up. Columns: what the scorer gave.

${table(
  ['', '1', '2', '3', '4'],
  main.overall.confusion.map((row, at) => [String(at + 1), ...row.map(String)]),
)}
`
}

const common = ({ exact, withinOne, meanDifference, passAccuracy, spearman }: Agreement): string[] => [
  percent(exact),
  percent(withinOne),
  `${meanDifference >= 0 ? '+' : '−'}${Math.abs(meanDifference).toFixed(2)}`,
  percent(passAccuracy),
  kappa(spearman),
]

const interval = ({ kappa: found }: Agreement): string =>
  found === null ? '' : `${kappa(found.interval[0])} to ${kappa(found.interval[1])}`
const kappa = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(2))
const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
