import { closeCodes } from '#src/protocol/frames.ts'

/** What this tab does when its socket closes. `at-once`: with only a short jitter before the first attempt. */
export type CloseOutcome =
  | { kind: 'come-back'; how: 'backing-off' | 'at-once' }
  | { kind: 'stay-away'; why: 'superseded' | 'signed-out' | 'not-found' | 'forbidden' }

export function closeOutcome(code: number): CloseOutcome {
  switch (code) {
    case closeCodes.superseded:
      return { kind: 'stay-away', why: 'superseded' }
    case closeCodes.unauthorized:
      return { kind: 'stay-away', why: 'signed-out' }
    case closeCodes.unknownInterview:
      return { kind: 'stay-away', why: 'not-found' }
    case closeCodes.forbiddenOrigin:
      return { kind: 'stay-away', why: 'forbidden' }
    case closeCodes.restarting:
    case closeCodes.slowConsumer:
      return { kind: 'come-back', how: 'at-once' }
    default:
      return { kind: 'come-back', how: 'backing-off' }
  }
}
