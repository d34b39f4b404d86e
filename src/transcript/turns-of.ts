import type { SourceSpeaker } from '#src/domain/imported.ts'
import type { TranscriptTurn } from '#src/domain/transcript.ts'
import type { Artifact } from '#src/domain/turn.ts'
import type { Source } from './source.ts'

/** A turn made of a source's utterances. */
export interface ImportedTurn extends Pick<TranscriptTurn, 'speaker' | 'text'> {
  artifacts: Artifact[]
  /** Milliseconds from the beginning; null where the source does not tell. */
  atMs: number | null
  /** Where it begins in the source. */
  line: number
}

/** The turns of a source, once somebody said who is who. Neighbouring utterances of one role are one turn; a label that is left out, or that nobody spoke of, gives none. */
export function turnsOf({ utterances }: Pick<Source, 'utterances'>, speakers: readonly SourceSpeaker[]): ImportedTurn[] {
  const roles = new Map(speakers.map(({ label, role }) => [label, role]))
  const turns: (Omit<ImportedTurn, 'text'> & { texts: string[] })[] = []
  for (const { label, text, artifacts, atMs, line } of utterances) {
    const speaker = roles.get(label) ?? 'left-out'
    if (speaker === 'left-out') continue
    const last = turns.at(-1)
    const turn = last?.speaker === speaker ? last : { speaker, texts: [], artifacts: [], atMs, line }
    if (turn !== last) turns.push(turn)
    if (text !== '') turn.texts.push(text)
    turn.artifacts.push(...artifacts)
  }
  return turns.map(({ texts, ...turn }) => ({ ...turn, text: texts.join('\n\n') }))
}
