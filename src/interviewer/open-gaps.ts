import { boardGaps } from '#src/board/board-gaps.ts'
import type { PartKind } from '#src/board/palette.ts'
import { partKindSchema } from '#src/board/palette.ts'
import { readBoardText, type TextPart } from '#src/board/text-lines.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { asksBeyond, checkAskedBy, type Gap, type GapKind, type Move } from '#src/domain/move.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { Phase } from '#src/domain/rubric.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'
import { analyseTurn } from '#src/evidence/analyse-turn.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { isContentWord } from '#src/evidence/read-sentences.ts'
import { tokenise } from '#src/evidence/tokenise.ts'
import { nestedLoop } from './nested-loops.ts'
import type { OpenGap } from './standpoint.ts'

/** A phase is not spent on the drawing: what is said counts. */
const mostInAPhase = 2

export const gapAskedBy = (move: Move | null): Gap | null => (move?.kind === 'challenge' ? (move.gap ?? null) : null)

/** Asks about a check or a gap, and not beyond what was told. */
export const isPlannedProbe = (move: Move): boolean => !asksBeyond(move) && (checkAskedBy(move) ?? gapAskedBy(move)) !== null

/** Moves between two follow-ups, such as the answer to a question of the candidate's, put nothing between them. */
const followsUp: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['probe', 'challenge', 'change-requirement', 'next-phase'])

interface GapOptions {
  /** The turns on the question, and the moves of this phase. */
  onQuestion: readonly Turn[]
  inPhase: readonly Move[]
  looksAt: NonNullable<Phase['looksAt']>
  lexicon: Lexicon
  phrases: Phrases
}

/**
 * What the latest board and the latest code leave open, at most one of a kind. None of it was asked about before, none was settled by what the
 * candidate said, and after one of them something else comes first.
 */
export function openGaps(options: GapOptions): OpenGap[] {
  const { onQuestion, inPhase, looksAt, phrases } = options
  const asked = onQuestion.flatMap(({ move }) => gapAskedBy(move) ?? [])
  const lastAsked = onQuestion.findLast(({ move }) => move !== null && followsUp.has(move.kind))?.move ?? null
  const isSpent = inPhase.filter((move) => gapAskedBy(move) !== null).length >= mostInAPhase
  if (looksAt.length === 0 || isSpent || gapAskedBy(lastAsked) !== null) return []
  const seen = looksAt.flatMap((kind) => (kind === 'board' ? onBoard(options) : inCode(options)))
  const kinds = new Set<GapKind>()
  return seen.filter(({ gap }) => {
    if (kinds.has(gap.kind) || phrases[`gap-${gap.kind}`] === undefined) return false
    if (asked.some(({ kind, at }) => kind === gap.kind && at.toLowerCase() === gap.at.toLowerCase())) return false
    kinds.add(gap.kind)
    return true
  })
}

/** Whether an interviewer has spoken of the part as drawn: a model may ask about it within another move, such as the way into a phase. */
function isSpokenOf(part: string, { onQuestion, lexicon }: GapOptions): boolean {
  const label = asTokens(part)
  return onQuestion.some(
    ({ speaker, text }) =>
      speaker === 'interviewer' && asTokens(text).includes(label) && matchesAny(['@asks-of-drawing'], text, lexicon),
  )
}

const asTokens = (text: string): string =>
  ` ${tokenise(text)
    .map((token) => token.text)
    .join(' ')} `

function onBoard(options: GapOptions): OpenGap[] {
  const { onQuestion, lexicon } = options
  const latest = latestOf('board', onQuestion)
  const lines = latest === null ? null : readBoardText(latest.artifact.text)
  if (latest === null || lines === null) return []
  const said = wordsSaid(onQuestion)
  return boardGaps(lines, (part) => kindOf(part, lexicon))
    .filter(({ part }) => !isSpokenOf(part, options))
    .filter(({ kind, part }) => !isSettled(kind, part, { said, lexicon }))
    .filter(({ part, other = '' }) => ![part, other].some((label) => analyseTurn(label, lexicon).addressesGrader))
    .map(({ kind, part, other }) => ({
      gap: { kind, at: part },
      values: { part, ...(other !== undefined && { other }) },
      isFresh: latest.isFresh,
    }))
}

function inCode({ onQuestion, lexicon }: GapOptions): OpenGap[] {
  const latest = latestOf('code', onQuestion)
  const loop = latest === null ? null : nestedLoop(latest.artifact.text, latest.artifact.language)
  // A second version of one loop is the same loop, on whatever line it stands.
  const isAsked = onQuestion.some(({ move }) => gapAskedBy(move)?.kind === 'loop-in-loop')
  if (latest === null || loop === null || isAsked) return []
  // Before there was code, a cost that was named may have been that of anything.
  const since = onQuestion.slice(onQuestion.indexOf(latest.turn))
  const isTold =
    matchesAny(['@cost-of-loops'], wordsSaid(onQuestion), lexicon) || matchesAny(['@big-o'], wordsSaid(since), lexicon)
  if (isTold) return []
  return [
    {
      gap: { kind: 'loop-in-loop', at: String(loop.line) },
      values: { line: String(loop.line), outer: String(loop.outer) },
      isFresh: latest.isFresh,
    },
  ]
}

function latestOf(kind: Artifact['kind'], turns: readonly Turn[]): { turn: Turn; artifact: Artifact; isFresh: boolean } | null {
  const turn = turns.findLast(({ speaker, artifacts }) => speaker === 'candidate' && artifacts.some((one) => one.kind === kind))
  const artifact = turn?.artifacts.findLast((one) => one.kind === kind)
  return turn === undefined || artifact === undefined ? null : { turn, artifact, isFresh: turn === turns.at(-1) }
}

const wordsSaid = (turns: readonly Turn[]): string =>
  turns.flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text] : [])).join('\n')

/** Of the palette, else by the words of its label. */
function kindOf({ kind, label }: TextPart, lexicon: Lexicon): PartKind | null {
  const known = partKindSchema.safeParse(kind?.replace(' ', '-')).data
  if (known !== undefined) return known
  if (label === null) return null
  return byLabel.find((one) => matchesAny([`@drawn-${one}`], label, lexicon)) ?? null
}

/** In this order: a "queue worker" works, and a "client API" is no client. */
const byLabel = ['worker', 'queue', 'cache', 'database', 'service', 'client'] as const satisfies readonly PartKind[]

/** Whether the candidate said what the drawing lacks: about queues in their usual words, about a part that stands alone by naming it. */
function isSettled(kind: GapKind, part: string, { said, lexicon }: { said: string; lexicon: Lexicon }): boolean {
  switch (kind) {
    case 'queue-unread':
      return matchesAny(['@reads-queue'], said, lexicon)
    case 'queue-unwritten':
      return matchesAny(['@fills-queue'], said, lexicon)
    case 'part-alone': {
      const spoken = new Set(tokenise(said).map(({ text }) => text))
      return tokenise(part).some(({ text }) => isContentWord(text) && spoken.has(text))
    }
    default:
      return false
  }
}
