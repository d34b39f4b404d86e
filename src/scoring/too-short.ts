import type { Transcript } from '#src/domain/transcript.ts'
import { isCandidatesOwn } from '#src/domain/turn.ts'
import { tokenise } from '#src/evidence/tokenise.ts'

/** Why a transcript holds too little to be rated; null when it holds enough. */
export function tooShort({ track, turns }: Transcript): string | null {
  const [fewestTurns, fewestWords] = track === 'concepts' ? [1, 60] : [3, 120]
  const said = turns.filter(
    ({ speaker, text, artifacts }) => speaker === 'candidate' && (text.trim() !== '' || artifacts.some(isCandidatesOwn)),
  )
  const words = said.reduce(
    (sum, turn) =>
      sum + wordsIn(turn.text) + turn.artifacts.filter(isCandidatesOwn).reduce((own, { text }) => own + wordsIn(text), 0),
    0,
  )
  if (said.length >= fewestTurns && words >= fewestWords) return null
  return (
    `Too short to rate: ${said.length} ${said.length === 1 ? 'answer' : 'answers'} and ${words} words; ` +
    `it takes at least ${fewestTurns} and ${fewestWords}.`
  )
}

const wordsIn = (text: string): number => tokenise(text).length
