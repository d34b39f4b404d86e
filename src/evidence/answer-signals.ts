import type { Lexicon, SignalRule } from '#src/domain/lexicon.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import type { TrackId } from '#src/domain/track.ts'
import { type Artifact, isCandidatesOwn } from '#src/domain/turn.ts'
import { bluffSignals } from './bluff-signals.ts'
import { type CompiledLexicon, compileLexicon } from './compile-pattern.ts'
import { deedsIn } from './deeds.ts'
import { type Match, matchPatterns, sentenceOf } from './match-pattern.ts'
import { sentencesOf } from './read-sentences.ts'
import { indexText, type TextIndex, type TokenisedSegment } from './text-index.ts'
import { tokeniseSegments } from './tokenise-segments.ts'

/** A kind of follow-up that an answer calls for. */
export interface Signal {
  kind: ProbeKind
  /** The sentence that calls for it, verbatim; null when the answer as a whole does. */
  sentence: string | null
}

export interface SignalOptions {
  /** The last answer, without what no evidence is made of. */
  text: string
  artifacts: readonly Artifact[]
  /** What the candidate said on the question before it, in order. */
  earlier: readonly string[]
  /** The answer follows a probe: it was asked to go further. */
  pushed: boolean
  track: TrackId
  lexicon: Lexicon
}

/**
 * Which follow-ups an answer calls for, in the order of the lexicon's rules and at most once each: by its words, by what went with it, by who
 * did things in it, and by how it compares with the answers before. Pure, a millisecond or two.
 */
export function answerSignals({ text, artifacts, earlier, pushed, track, lexicon: source }: SignalOptions): Signal[] {
  const lexicon = compileLexicon(source)
  const answer = indexText(tokeniseSegments([{ turn: 1, text }]), { lexicon })
  const before = indexText(tokeniseSegments(earlier.map((said, turn) => ({ turn, text: said }))), { lexicon })
  const byWords = (source.signals ?? [])
    .filter(({ tracks }) => tracks === undefined || tracks.includes(track))
    .flatMap((rule): Signal[] => {
      const match = firstCalling(rule, { answer, before, lexicon })
      return match === undefined ? [] : [{ kind: rule.kind, sentence: sentenceText(match) }]
    })
  const showsCode = artifacts.some(
    (artifact) => isCandidatesOwn(artifact) && (artifact.kind === 'code' || artifact.kind === 'sql'),
  )
  const signals: Signal[] = [
    ...byWords,
    ...(showsCode ? [{ kind: 'edge-case', sentence: null } as const] : []),
    ...(track === 'behavioral' ? sharedDeeds({ answer, before, lexicon }) : []),
    ...bluffSignals({ answer, before, pushed, lexicon }).map((kind) => ({ kind, sentence: null })),
  ]
  return signals.filter(({ kind }, at) => signals.findIndex((one) => one.kind === kind) === at)
}

interface Said {
  answer: TextIndex
  before: TextIndex
  lexicon: CompiledLexicon
}

function firstCalling(rule: SignalRule, { answer, before, lexicon }: Said): Match | undefined {
  const { says, unless = [], within = 'nearby' } = rule
  const asking = new Set(sentencesOf(answer.segments).flatMap(({ asks, sentence }) => (asks ? [sentence] : [])))
  // What the candidate asks is answered, not probed.
  const found = matchPatterns(says, answer, lexicon).filter((match) => !asking.has(sentenceOf(match)))
  if (found.length === 0 || unless.length === 0) return found[0]
  const barring = matchPatterns(unless, answer, lexicon)
  if (within === 'answer' || within === 'question') {
    const barred = barring.length > 0 || (within === 'question' && matchPatterns(unless, before, lexicon).length > 0)
    return barred ? undefined : found[0]
  }
  const reach = within === 'sentence' ? 0 : 1
  const barredIn = new Set(
    barring.flatMap(({ segment, first, last }) => [segment.tokens[first]?.sentence, segment.tokens[last]?.sentence]),
  )
  return found.find((match) => {
    for (let near = -reach; near <= reach; near++) if (barredIn.has(sentenceOf(match) + near)) return false
    return true
  })
}

/** The sentence in which a match begins. */
function sentenceText({ segment, first }: Match): string {
  const sentence = sentencesOf([segment]).find((one) => first >= one.first && first <= one.last)
  return sentence === undefined ? '' : sliceBetween(segment, sentence.first, sentence.last)
}

const sliceBetween = ({ text, tokens }: TokenisedSegment, first: number, last: number): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? text.length)

/** Fewer shared deeds than this are how people speak of a team. */
const fewestShared = 3

/** More of what was done was done by "we" than by "I", and no earlier answer said what "I" did. The first deed calls for it: what follows went with it. */
function sharedDeeds({ answer, before, lexicon }: Said): Signal[] {
  if (deedsIn(before, lexicon).some(({ who }) => who !== 'we')) return []
  const deeds = deedsIn(answer, lexicon)
  const shared = deeds.filter(({ who }) => who === 'we')
  if (shared.length < fewestShared || shared.length <= deeds.length - shared.length) return []
  const sentence = sentencesOf(answer.segments).find((one) => one.sentence === shared[0]?.sentence)
  return [
    {
      kind: 'ownership',
      sentence: sentence === undefined ? null : sliceBetween(sentence.segment, sentence.first, sentence.last),
    },
  ]
}
