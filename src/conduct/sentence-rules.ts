import type { ConductRule } from '#src/domain/conduct.ts'
import { keepRecent } from '#src/domain/keep-recent.ts'
import type { MoveKind } from '#src/domain/move.ts'
import { appraises } from './appraisal.ts'
import { wordsIn } from './sentence-splitter.ts'
import type { SpeechCues } from './speech-cues.ts'

export interface SentenceRule {
  rule: ConductRule
  breaks: (sentence: string, cues: SpeechCues) => boolean
  /** Too doubtful to be held against anybody: such a sentence is only not spoken. */
  gateOnly?: true
}

/** What one sentence breaks by itself, whatever the interview. In the order in which they are looked at. */
export const sentenceRules: readonly SentenceRule[] = [
  { rule: 'markup', breaks: (sentence) => /(^|\n)\s*([-*#•]|\d+[.)])\s|\*\*|```/.test(sentence) },
  { rule: 'praise', breaks: (sentence, cues) => cues.has('praise', statementIn(sentence)) },
  {
    rule: 'praise',
    breaks: (sentence, cues) => wordsIn(sentence) <= mostWordsAlone && cues.has('praise-alone', unquoted(sentence)),
  },
  { rule: 'grading', breaks: (sentence, cues) => cues.has('grading', statementIn(sentence)) },
  { rule: 'error-claimed', breaks: (sentence, cues) => cues.has('error-claimed', statementIn(sentence)) },
  { rule: 'protected', breaks: (sentence, cues) => asks(sentence) && cues.has('protected', unquoted(sentence)) },
  { rule: 'leading', breaks: (sentence, cues) => asks(sentence) && cues.has('leading', unquoted(sentence)) },
  {
    rule: 'leading',
    breaks: (sentence, cues) => asks(sentence) && cues.has('perhaps-leading', unquoted(sentence)),
    gateOnly: true,
  },
  { rule: 'grading', breaks: (sentence, cues) => cues.has('perhaps-grading', statementIn(sentence)), gateOnly: true },
  { rule: 'praise', breaks: (sentence, cues) => appraises(beforeQuestion(unquoted(sentence)), cues), gateOnly: true },
  { rule: 'summary', breaks: (sentence, cues) => !asks(sentence) && isSummary(unquoted(sentence), cues) },
  {
    rule: 'inner-notes',
    breaks: (sentence, cues) => cues.has('inner-notes', unquoted(sentence)) || moveName.test(sentence) || place.test(sentence),
  },
  { rule: 'teaching', breaks: (sentence, cues) => cues.has('teaching', statementIn(sentence)) },
]

/** A sentence of so many words says nothing but the praise in it. */
const mostWordsAlone = 2

/** A move as the machine names it, "probe:shard-key:deepen": never a word of speech. */
const moveName = /(?<![\p{L}\p{N}])(?:answer|probe|challenge|hint|change|next-phase|close):[a-z0-9]/u

/** Where a planned question leaves room for the candidate's words: somebody reads out what they were to fill. */
const place = /\{quote\}/

/** Coaching tells what was shown, in the candidate's words; it praises, rates and teaches as little as any other move. */
const coachingMay: ReadonlySet<ConductRule> = new Set(['summary', 'too-long', 'acknowledgement', 'long-quote'])
/** A move that this release has no name for may have been asked for. */
const unknownMay: ReadonlySet<ConductRule> = new Set([...coachingMay, 'praise', 'grading', 'error-claimed', 'teaching'])

/** True for a rule that does not hold for this kind of move. */
export const isExempt = (rule: ConductRule, move: MoveKind | 'unknown'): boolean =>
  (move === 'coach' && coachingMay.has(rule)) || (move === 'unknown' && unknownMay.has(rule))

/** Questions in a text: a mark after a word, so that the place-holder of a query is none, and not inside a quotation. */
export const questionsIn = (text: string): number => (hasMark.test(text) ? marksIn(text) : 0)

const hasMark = /[?？؟]/
const marksIn = (text: string): number =>
  unquoted(text).match(/(?<=[\p{L}\p{N}\p{M})\]”"’'%…])\?+(?=["'”’)\]]*(?:\s|$))|[？؟]+/gu)?.length ?? 0

const asks = (sentence: string): boolean => questionsIn(sentence) > 0

/** A question that asks for a nod on the talk itself ("does that help?") and on nothing of the matter. */
export const checksIn = (sentence: string, cues: SpeechCues): boolean =>
  asks(sentence) && cues.has('checking-in', unquoted(sentence)) && cues.saysOnly(['checking-in', 'talking'], unquoted(sentence))

/** What stands between quotation marks is somebody else's, or the name of a thing. */
export const unquoted = (text: string): string =>
  text.includes('"') || text.includes('“') ? text.replaceAll(/"[^"]*"|“[^”]*”/g, '“”') : text

const openingWords = 4

/** A summary shows in its first words; the same words further on are part of a sentence about something else. */
const openingOf = (sentence: string): string => sentence.split(/\s+/).slice(0, openingWords).join(' ')

/** The whole is asked about by the other rules too: most sentences need no index of their first words. */
const isSummary = (said: string, cues: SpeechCues): boolean => cues.has('summary', said) && cues.has('summary', openingOf(said))

/** All of a sentence, or of a question what comes before its last clause. */
function beforeQuestion(said: string): string {
  return asks(said) ? said.slice(0, Math.max(0, said.search(/[,;:–—][^,;:–—]*$/))) : said
}

/** What a sentence says rather than asks, and of a question in one clause its first words. */
function statementIn(sentence: string): string {
  const said = unquoted(sentence)
  return (
    beforeQuestion(said) ||
    said
      .split(/\s+/)
      .slice(0, openingWords - 1)
      .join(' ')
  )
}

/** Words that only a secret holds must recur in number before it counts: four of them, and most of what it says. */
const fewestSharedStems = 4
const shareGivenAway = 0.6

/** The stems by which a secret would be known. `known`: stems of all that may be heard. */
export const tellingStems = (secret: ReadonlySet<string>, known: Pick<ReadonlySet<string>, 'has'>): readonly string[] =>
  [...secret].filter((stem) => !known.has(stem))

/** True when what is heard says most of what only the secret says. */
export function givesAway(heard: ReadonlySet<string>, telling: readonly string[]): boolean {
  if (telling.length < fewestSharedStems) return false
  const shared = telling.filter((stem) => heard.has(stem)).length
  return shared >= fewestSharedStems && shared >= telling.length * shareGivenAway
}

/** The same question put to many secrets at once, each given by its telling stems: true when any of them is given away. */
export function givesAnyAway(secrets: readonly (readonly string[])[]): (heard: ReadonlySet<string>) => boolean {
  /** Stem -> the secrets that it tells of. Most words that are said tell of none. */
  const tellsOf = new Map<string, (readonly string[])[]>()
  for (const telling of secrets)
    if (telling.length >= fewestSharedStems)
      for (const stem of telling) tellsOf.set(stem, [...(tellsOf.get(stem) ?? []), telling])
  return (heard) => {
    const touched = new Set<readonly string[]>()
    for (const stem of heard) for (const telling of tellsOf.get(stem) ?? []) touched.add(telling)
    return [...touched].some((telling) => givesAway(heard, telling))
  }
}

/** Words of four letters and more, cut to six: "redirects" and "redirected" are one. */
export const stemsOf = keepRecent(
  (text): ReadonlySet<string> => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6))),
)
