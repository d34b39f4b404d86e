import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'
import { isCandidatesOwn } from '#src/domain/turn.ts'
import type { Segment } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

/** Why a transcript holds too little to be rated; null when it holds enough. */
export function tooShort({ track, turns }: Transcript): string | null {
  const [fewestTurns, fewestWords] = track === 'concepts' ? [1, 60] : [3, 120]
  const said = turns.filter(
    ({ speaker, text, artifacts }) => speaker === 'candidate' && (text.trim() !== '' || artifacts.some(isCandidatesOwn)),
  )
  const segments = said.flatMap((turn): Segment[] => [{ turn: 0, text: turn.text }, ...ownArtifacts(turn)])
  const words = tokeniseSegments(segments).reduce((sum, { tokens }) => sum + tokens.length, 0)
  if (said.length >= fewestTurns && words >= fewestWords) return null
  return (
    `Too short to rate: ${said.length} ${said.length === 1 ? 'answer' : 'answers'} and ${words} words; ` +
    `it takes at least ${fewestTurns} and ${fewestWords}.`
  )
}

const ownArtifacts = ({ artifacts }: TranscriptTurn): Segment[] =>
  artifacts.filter(isCandidatesOwn).map(({ id, text }) => ({ turn: 0, artifact: id, text }))
