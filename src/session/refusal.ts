import { ConflictError, NotFoundError, StoreError } from '#src/errors.ts'
import { notices } from './notices.ts'
import type { SessionCommand, SessionErrorCode, SessionEvent } from './session-events.ts'

/** A command that cannot be carried out as things stand. `message` is for the candidate. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: SessionErrorCode

  constructor(code: SessionErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What the connection that gave the command is told; `isExpected` is false for what belongs in the log. */
export function errorEventOf(error: unknown, command: SessionCommand): { event: SessionEvent; isExpected: boolean } {
  const answers =
    command.type === 'say' ? { clientTurnId: command.clientTurnId } : 'command' in command ? { command: command.command } : {}
  const told = (code: SessionErrorCode, message: string, isExpected: boolean) => ({
    event: { type: 'error', code, message, ...answers } as const,
    isExpected,
  })
  if (error instanceof Refusal) return told(error.code, error.message, true)
  // A turn refers to nothing else that could be gone.
  if (error instanceof NotFoundError && command.type === 'say') return told('board-unknown', notices.boardUnknown, true)
  if (error instanceof ConflictError) return told('id-reused', error.message, true)
  if (error instanceof StoreError) return told('not-stored', error.message, false)
  return told('internal', notices.internal, false)
}
