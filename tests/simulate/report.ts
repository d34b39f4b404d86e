import { conductRuleTitles } from '#src/domain/conduct.ts'
import type { Measured } from './measure.ts'

export interface Simulated {
  temperament: string
  measured: Measured
}

/** What the simulations showed, as Markdown: a line a temperament, then every breach with its words. */
export function simulationMarkdown(interviewer: string, simulated: readonly Simulated[]): string {
  const names = [...new Set(simulated.map(({ temperament }) => temperament))]
  const rows = names.map((name) =>
    row(
      name,
      simulated.filter(({ temperament }) => temperament === name).map(({ measured }) => measured),
    ),
  )
  const breaches = simulated.flatMap(({ temperament, measured: { track, conduct } }) =>
    conduct.breaches.map(
      ({ rule, turn, quote }) =>
        `- ${temperament}, ${track}, turn ${turn}: ${conductRuleTitles[rule].toLowerCase()}: “${quote.replaceAll(/\s+/g, ' ')}”`,
    ),
  )
  return [
    `# ${interviewer}: ${simulated.length} simulated ${simulated.length === 1 ? 'interview' : 'interviews'}`,
    '',
    '| Candidate | Interviews | Turns | Breaches per 100 turns | Talk share | Follow-ups anchored | Hints | Loops | Phases begun | Closed | Over time |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...modelTable(simulated),
    ...(breaches.length === 0 ? ['No rule was broken.'] : ['## Breaches', '', ...breaches]),
    '',
  ].join('\n')
}

/** What was asked of a model; nothing where none was. */
function modelTable(simulated: readonly Simulated[]): string[] {
  const rows = simulated.flatMap(({ temperament, measured: { track, model } }) => {
    if (model === null) return []
    const { turns, byRules, repaired, promptTokens, completionTokens, slowestFirstWordsMs, noted } = model
    const words = slowestFirstWordsMs === null ? '–' : `${(slowestFirstWordsMs / 1000).toFixed(1)} s`
    const cells = [temperament, track, turns, repaired, byRules, words, Math.round(promptTokens / turns), completionTokens, noted]
    return [`| ${cells.join(' | ')} |`]
  })
  if (rows.length === 0) return []
  return [
    '| Candidate | Track | Turns | Asked again | Spoken by the rules | Slowest first words | Tokens read a turn | Tokens written | Turns noted |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ]
}

function row(name: string, all: readonly Measured[]): string {
  const sum = (of: (one: Measured) => number) => all.reduce((total, one) => total + of(one), 0)
  const turns = sum(({ conduct }) => conduct.interviewerTurns)
  const [asked, anchored] = [sum(({ conduct }) => conduct.probes.asked), sum(({ conduct }) => conduct.probes.anchored ?? 0)]
  const shares = all.flatMap(({ conduct }) => (conduct.talk.share === null ? [] : [conduct.talk.share]))
  return `| ${[
    name,
    all.length,
    turns,
    ((100 * sum(({ conduct }) => conduct.breaches.length)) / turns).toFixed(1),
    shares.length === 0 ? '–' : `${Math.round(shares.reduce((a, b) => a + b, 0) / shares.length)} %`,
    `${anchored} of ${asked}`,
    sum(({ hints }) => hints),
    sum(({ loops }) => loops.length),
    `${sum(({ phases }) => phases.begun)} of ${sum(({ phases }) => phases.planned)}`,
    `${all.filter(({ isClosed }) => isClosed).length} of ${all.length}`,
    `${Math.max(...all.map(({ minutesOver }) => minutesOver)).toFixed(1)} min`,
  ].join(' | ')} |`
}
