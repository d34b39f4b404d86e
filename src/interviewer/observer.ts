import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { SpeakRequest } from './interviewer.ts'

export type ObserveRequest = Pick<SpeakRequest, 'interview' | 'content' | 'turns' | 'notes' | 'elapsedMs' | 'signal'>

/**
 * Reads along while the candidate thinks, and writes down what was said since its last notes. Must not throw: null when there is nothing to
 * note, and when notes could not be made, which a log then tells; nobody waits for them.
 */
export interface Observer {
  observe(request: ObserveRequest): Promise<TurnNotes | null>
}
