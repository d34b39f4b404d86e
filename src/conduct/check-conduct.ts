import type { ConductBreach, ConductReport, ConductRule } from '#src/domain/conduct.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { ConductInput } from './conduct-input.ts'
import { hintsOf, probesOf, questionsOf, timesOf } from './figures.ts'
import { type ReadSitting, readSitting } from './heard.ts'
import { talkOf } from './talk.ts'
import { transcriptRules } from './transcript-rules.ts'

/** Words that speech is judged by: rubrics/phrases.yaml and rubrics/lexicon.yaml. */
export interface ConductWords {
  phrases: Phrases
  lexicon: Lexicon
}

/**
 * Checks an interviewer's behaviour over a whole transcript: every rule that was broken, with the words that broke it, and figures.
 * Pure. A rule that the transcript does not allow to decide, or not all of it, is named under `undecided`; what is not decided finds nothing.
 */
export function checkConduct(input: ConductInput, words: ConductWords): ConductReport {
  const sitting = readSitting(input, words)
  const { breaches, undecided } = goThrough(sitting)
  return {
    interviewerTurns: sitting.heard.length,
    breaches,
    perHundredTurns: perHundred(breaches, sitting.heard.length),
    talk: talkOf(input.turns),
    questions: questionsOf(sitting),
    probes: probesOf(sitting),
    hints: hintsOf(sitting),
    times: timesOf(sitting),
    undecided,
  }
}

function goThrough(sitting: ReadSitting): Pick<ConductReport, 'breaches' | 'undecided'> {
  const undecided: ConductReport['undecided'] = []
  const breaches = transcriptRules.flatMap(({ rule, undecided: whyNot, undecidedInPart, find }): ConductBreach[] => {
    const wholly = whyNot?.(sitting) ?? null
    const reason = wholly ?? undecidedInPart?.(sitting) ?? null
    if (reason !== null && !undecided.some((one) => one.rule === rule && one.reason === reason)) undecided.push({ rule, reason })
    return wholly === null ? find(sitting).map((finding) => ({ rule, ...finding })) : []
  })
  return { breaches: onceEach(breaches).sort((a, b) => a.turn - b.turn || a.start - b.start), undecided }
}

/** The same words break the same rule once, by whichever way that was found first. */
function onceEach(breaches: readonly ConductBreach[]): ConductBreach[] {
  const first = new Map<string, ConductBreach>()
  for (const breach of breaches) {
    const key = `${breach.rule} ${breach.turn} ${breach.start}`
    if (!first.has(key)) first.set(key, breach)
  }
  return [...first.values()]
}

function perHundred(breaches: readonly ConductBreach[], turns: number): ConductReport['perHundredTurns'] {
  const counts = new Map<ConductRule, number>()
  for (const { rule } of breaches) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([rule, count]) => [rule, Math.round((1000 * count) / turns) / 10]))
}
