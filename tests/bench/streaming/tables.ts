import type { IdleLine, Spread, TokenLine, TurnLine } from './measure.ts'

const fixed = (value: number, digits = 1) => value.toFixed(digits)
const times = ({ p50, p99 }: Spread) => `${fixed(p50)} / ${fixed(p99)}`
const kilobytes = (bytes: number) => fixed(bytes / 1024)

/** CPU a token beside another server's at the same number of streams; null where that was not measured. */
export function ratioTo(other: string, line: TokenLine, lines: readonly TokenLine[]): number | null {
  const beside = lines.find(({ server, streams }) => server === other && streams === line.streams)
  return beside === undefined ? null : line.microsecondsPerToken / beside.microsecondsPerToken
}

const ratio = (value: number | null) => (value === null ? '–' : fixed(value, 2))

const tokenTable = (lines: readonly TokenLine[]): string[] => [
  '| Server | Streams | CPU a token, µs | × bare relay | × usual way | Arrived, % | First words added, ms p50 / p99 | Acknowledged, ms p50 / p99 | Memory, KB | Garbled | Ended |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...lines.map((line) => {
    const ratios = ['bare relay', 'usual way'].map((other) => ratio(ratioTo(other, line, lines))).join(' | ')
    const memory = kilobytes(line.streamingBytes)
    return `| ${line.server} | ${line.streams} | ${fixed(line.microsecondsPerToken)} | ${ratios} | ${fixed(line.arrived * 100)} | ${times(line.firstWords)} | ${times(line.acknowledged)} | ${memory} | ${line.garbled} | ${line.ended} |`
  }),
]

const turnTable = (lines: readonly TurnLine[]): string[] => [
  '| Turn | Turns | CPU a turn, ms | Acknowledged, ms p50 / p99 | First words, ms p50 / p99 | Unanswered |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
  ...lines.map(
    (line) =>
      `| ${line.server} | ${line.turns} | ${fixed(line.cpuMilliseconds)} | ${times(line.acknowledged)} | ${times(line.firstWords)} | ${line.unanswered} |`,
  ),
]

/** What was measured, as Markdown. */
export const asMarkdown = (measured: {
  tokens: readonly TokenLine[]
  turns: readonly TurnLine[]
  idle: IdleLine | null
}): string =>
  [
    measured.tokens.length === 0 ? [] : tokenTable(measured.tokens),
    measured.turns.length === 0 ? [] : turnTable(measured.turns),
    measured.idle === null
      ? []
      : [
          `Idle: ${measured.idle.open} of ${measured.idle.asked} open, ${kilobytes(measured.idle.bytesEach)} KB each, connected in ${fixed(measured.idle.secondsToConnect)} s (${fixed(measured.idle.cpuSeconds)} s of CPU with the minute after).`,
        ],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
