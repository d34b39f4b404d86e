/** Base of every error that has a cause worth telling the person who met it. `message` says what was wrong and what to do. */
export class HotseatError extends Error {
  override name = 'HotseatError'
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
  }
}

/** The environment is not usable; lists every fault. */
export class ConfigError extends HotseatError {
  override name = 'ConfigError'
}

/** Content that does not load; `faults` lists every one, each with file, path inside the file, and what was expected. */
export class ContentError extends HotseatError {
  override name = 'ContentError'
  readonly faults: readonly ContentFault[]
  constructor(faults: readonly ContentFault[]) {
    super(`The content has ${faults.length} fault(s):\n${faults.map(describeFault).join('\n')}`)
    this.faults = faults
  }
}
export interface ContentFault {
  /** Relative to the content's root. */
  file: string
  /** Path inside the file, such as `keyPoints[2].shows[0]`; empty for the file itself. */
  path: string
  expected: string
}
export const describeFault = (fault: ContentFault): string =>
  `${fault.file}${fault.path === '' ? '' : ` · ${fault.path}`}: ${fault.expected}`

/** What was asked for does not exist, or is somebody else's: the two are not told apart. */
export class NotFoundError extends HotseatError {
  override name = 'NotFoundError'
}

/** A request that cannot be carried out as things stand (an ended interview, a used id with other contents). */
export class ConflictError extends HotseatError {
  override name = 'ConflictError'
}

/** The database file cannot be used, or a write to it failed. */
export class StoreError extends HotseatError {
  override name = 'StoreError'
}
