import type { ImportQuality, SourceFormat, SpeakerRole, UnreadPlace } from '#src/domain/imported.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import type { Artifact } from '#src/domain/turn.ts'

/** What one speaker of a source said until another one spoke. */
export interface SourceUtterance {
  /** As the source first writes it; null where it names nobody. */
  label: string | null
  text: string
  /** Where it begins, counted from 1; in JSON the place in its list. */
  line: number
  /** Milliseconds from the beginning; null where the source does not tell. */
  atMs: number | null
  artifacts: Artifact[]
}

/** Everybody who speaks in a source, in the order of their first words. */
export interface SourceVoice {
  label: string | null
  utterances: number
  words: number
  /** A guess, for a person to confirm. */
  suggested: SpeakerRole
}

/** What a file of JSON says about itself beside its turns. */
export type StatedFacts = Partial<Pick<Transcript, 'id' | 'track' | 'level' | 'questions'>>

/** A transcript from elsewhere as it was read, before anybody said who is who. */
export interface Source {
  format: SourceFormat
  utterances: SourceUtterance[]
  speakers: SourceVoice[]
  unread: UnreadPlace[]
  quality: ImportQuality
  /** Whether nearly every utterance has a time. */
  timed: boolean
  /** A transcript of our own form, read whole: its own track, level and questions. Null for any other. */
  written: Transcript | null
  stated: StatedFacts
}

/** What a reader of one form hands over. */
export interface Reading {
  format: SourceFormat
  utterances: SourceUtterance[]
  unread: UnreadPlace[]
  /** Contributions that came to nothing: without words, or in a shape that could not be read. */
  lost: number
}
