import { type ProbeKind, probeKinds } from '#src/domain/rubric.ts'
import { matchPatterns } from '#src/evidence/match-pattern.ts'
import { sentencesOf } from '#src/evidence/read-sentences.ts'
import { tellingWords } from '#src/evidence/telling-words.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import type { NumberedTurn } from '#src/scoring/question-turns.ts'
import { questionAt, type ReviewedQuestion, type ReviewInput } from './review-input.ts'

/** Share of the telling words of a planned question and of the one asked that must be the same for the two to be taken for one. */
const alike = 0.6
const fewestShared = 3

/** What a question of a person's was likely after: a planned question it is close to, else the kind that its words have; null when it is neither. */
export function guessProbe(input: ReviewInput, turn: NumberedTurn): { probe: ProbeKind; check: string | null } | null {
  const segments = tokeniseSegments([{ turn: turn.turn, text: turn.text }])
  const asking = sentencesOf(segments).filter(({ asks }) => asks)
  const question = questionAt(input, turn.turn)
  // The question itself, which opens a part, is no follow-up.
  if (asking.length === 0 || question === undefined || question.turns[0]?.turn === turn.turn) return null
  const planned = closestPlanned(question, input, turn.text)
  if (planned !== null) return planned
  const index = indexText(segments, { lexicon: input.lexicon })
  const kind = probeKinds.find((one) =>
    matchPatterns(input.words.probes[one].asks ?? [], index, input.lexicon).some((match) =>
      asking.some((sentence) => match.first >= sentence.first && match.first <= sentence.last),
    ),
  )
  return kind === undefined ? null : { probe: kind, check: null }
}

function closestPlanned({ guide }: ReviewedQuestion, { content, scorecard }: ReviewInput, text: string) {
  // Without a scorecard nothing of the guide is told, nor that a question was planned.
  if (scorecard === null) return null
  const asked = tellingWords(text)
  const planned = [
    ...(guide?.keyPoints.flatMap(({ id, probes }) => probes.map((probe) => ({ check: id, ...probe }))) ?? []),
    ...content.rubric.criteria.flatMap(({ checks }) =>
      checks.flatMap(({ id, probe }) => (probe === undefined ? [] : [{ check: id, ...probe }])),
    ),
  ]
  let best: { probe: ProbeKind; check: string; share: number } | null = null
  for (const { check, kind, ask } of planned) {
    const words = tellingWords(ask)
    const shared = [...words].filter((word) => asked.has(word)).length
    const share = shared / Math.max(1, words.size)
    if (shared >= fewestShared && share >= alike && share > (best?.share ?? 0)) best = { probe: kind, check, share }
  }
  return best === null ? null : { probe: best.probe, check: best.check }
}
