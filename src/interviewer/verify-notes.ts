import { z } from 'zod'
import type { Guide } from '#src/domain/guide.ts'
import { isEnglish, type Language } from '#src/domain/language.ts'
import type { Evidence } from '#src/domain/score.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { Ground } from '#src/evidence/judge-check.ts'
import type { InterviewerWords } from '#src/evidence/said-before.ts'
import { keyTermsOf, sharesTerm } from '#src/evidence/term-overlap.ts'
import type { TokenisedSegment } from '#src/evidence/text-index.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'

/** What a model answers to prompts/observe-turn.md. */
export const observedSchema = z.object({
  shown: z.array(z.object({ check: z.string(), degree: z.enum(['yes', 'partly']), quote: z.string() })),
  decisions: z.array(z.object({ quote: z.string() })),
  open: z.array(z.string()),
  contradiction: z
    .object({ earlier: z.object({ turn: z.number().int(), quote: z.string() }), now: z.object({ quote: z.string() }) })
    .nullable(),
})
export type Observed = z.infer<typeof observedSchema>

/** Whoever shows the same words for everything has shown nothing. */
const checksPerQuote = 2
const mostDecisions = 4
const mostOpen = 4
const longestOpen = 120

/** What of an observer's reply stands: checks that were asked about, and words that the candidate said. `dropped` counts the claims that do not. */
export function verifyNotes(options: {
  observed: Observed
  /** Ids of the checks that were asked about. */
  asked: ReadonlySet<string>
  guide: Guide
  /** What the interview is held in. */
  language: Language
  ground: Ground
  interviewerSaid: readonly InterviewerWords[]
  /** Numbers of the candidate's turns that the notes are about. */
  read: ReadonlySet<number>
}): Omit<TurnNotes, 'turn' | 'observer'> & { dropped: number } {
  const { observed, asked, guide, language, ground, interviewerSaid, read } = options
  const { segments } = ground.index
  const isFresh = ({ turn }: TokenisedSegment) => read.has(turn)
  const find: Find = (claim, isAllowed) =>
    verifyQuote({ claim, candidateSaid: segments.filter(isAllowed), interviewerSaid, isOut: ground.guards.isOut })

  const uses = new Map<string, number>()
  const isSpent = (evidence: Evidence) => {
    const used = uses.get(placeOf(evidence)) ?? 0
    uses.set(placeOf(evidence), used + 1)
    return used >= checksPerQuote
  }
  const met = new Set<string>()
  const shown = observed.shown.flatMap(({ check, degree, quote }) => {
    if (!asked.has(check) || met.has(check)) return []
    const evidence = find({ quote }, isFresh)
    if (evidence === null || !isAbout(check, { guide, language, words: evidence.quote }) || isSpent(evidence)) return []
    met.add(check)
    return [{ check, degree, evidence }]
  })
  const decisions = observed.decisions.flatMap((claim) => find(claim, isFresh) ?? [])
  const contradiction = contradictionIn(observed.contradiction, { find, isFresh })
  const open = observed.open
    .map((point) => point.replaceAll(/\s+/g, ' ').trim().slice(0, longestOpen))
    .filter((point) => point !== '')
  const claimed = observed.shown.length + observed.decisions.length + (observed.contradiction === null ? 0 : 1)
  const verified = shown.length + decisions.length + (contradiction === null ? 0 : 1)
  return {
    shown,
    decisions: decisions.slice(0, mostDecisions),
    open: open.slice(0, mostOpen),
    contradiction,
    dropped: claimed - verified,
  }
}

/** Both in the candidate's words, the one before the other. */
function contradictionIn(
  claim: Observed['contradiction'],
  { find, isFresh }: { find: Find; isFresh: (segment: TokenisedSegment) => boolean },
): TurnNotes['contradiction'] {
  if (claim === null) return null
  const now = find(claim.now, isFresh)
  const earlier = now && find(claim.earlier, ({ turn }) => turn < now.turn)
  return now && earlier && { earlier, now }
}

type Find = (claim: { quote: string; turn?: number }, isAllowed: (segment: TokenisedSegment) => boolean) => Evidence | null

const placeOf = ({ turn, artifact = '', start, end }: Evidence): string => [turn, artifact, start, end].join(' ')

/**
 * Words for a key point share one with it, or with what is asked about it; a standing check is about how something is said, whatever it is about.
 * Guides are written in English, of which words of another language hold nothing.
 */
function isAbout(check: string, { guide, language, words }: { guide: Guide; language: Language; words: string }): boolean {
  const point = guide.keyPoints.find(({ id }) => id === check)
  if (point === undefined || !isEnglish(language)) return true
  const means = [point.point, ...point.probes.map(({ ask }) => ask)].join(' ')
  return sharesTerm(keyTermsOf({ means, patterns: [...point.shows, ...(point.partly ?? [])] }), words)
}
