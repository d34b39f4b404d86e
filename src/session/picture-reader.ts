import type { Log } from '#src/domain/log.ts'
import type { BoardPicture } from '#src/domain/workspace.ts'
import type { LiveRecord } from './live-record.ts'

/** Reads pictures of an interview's boards for its interviewer. A turn goes without one that cannot be read, and the log says why. */
export const pictureReader =
  ({ record, log }: { record: LiveRecord; log: Log }) =>
  async (revision: number): Promise<BoardPicture | null> => {
    try {
      return await record.workspace.pictureOf(revision)
    } catch (error) {
      log.warn({ error, interview: record.interview.id, revision }, 'A picture of the board could not be read.')
      return null
    }
  }
