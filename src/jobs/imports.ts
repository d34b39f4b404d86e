import { createHash, randomUUID } from 'node:crypto'
import type { Content } from '#src/content/content.ts'
import type { Clock } from '#src/domain/clock.ts'
import type { CorrectionRequest, ImportedInterviews, ImportPreview, ImportRequest, PreviewRequest } from '#src/domain/import.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { correctTurns } from '#src/importing/correct-turns.ts'
import { draftInterviews } from '#src/importing/draft-interviews.ts'
import { previewSource } from '#src/importing/preview-source.ts'
import { readImport } from '#src/importing/read-import.ts'
import type { Store } from '#src/store/store.ts'

export interface ImportsOptions {
  store: Store
  clock: Clock
  content: Pick<Content, 'questions' | 'lexicon' | 'rubrics'>
  scoring: { enqueue(interviewId: string): Promise<unknown> }
}

export interface Imports {
  /** What would be made of a source; stores nothing. Throws UnreadableError. */
  preview(request: PreviewRequest): ImportPreview
  /** Stores the interviews that a source holds and has them scored. Rejects with UnreadableError, ConflictError, NotFoundError or StoreError. */
  create(ownerId: string, request: ImportRequest): Promise<ImportedInterviews>
  /** Corrects the transcript of an imported interview and has it scored again. Rejects with NotFoundError, ConflictError or StoreError. */
  correct(ownerId: string, interviewId: string, request: CorrectionRequest): Promise<void>
}

/** Takes in interviews that were held elsewhere. */
export function importsOn({ store, clock, content, scoring }: ImportsOptions): Imports {
  const bank = content.questions

  return {
    preview: ({ text, fileName, speakers = [] }) =>
      previewSource(readImport(text, fileName), { speakers, bank, lexicon: content.lexicon }),

    create: async (ownerId, request) => {
      const source = readImport(request.text, request.fileName)
      const drafts = draftInterviews({ source, request, content, ownerId, now: clock.now(), newId: randomUUID })
      const bodyHash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
      const ids = await store.saveImport({ ownerId, importId: request.id, bodyHash, interviews: drafts })
      // One that was sent twice has its job already, unless the server stopped in between.
      for (const id of ids) if ((await store.latestScoringJob(id)) === null) await scoring.enqueue(id)
      return {
        interviews: drafts.map(({ interview, turns }, at) => ({
          id: ids[at] ?? interview.id,
          track: interview.track,
          title: interview.questions.map(({ title }) => title).join(', '),
          turns: turns.length,
        })),
      }
    },

    correct: async (ownerId, interviewId, { revision, changes }) => {
      const interview = await store.findInterview(interviewId, ownerId)
      if (interview === null) throw new NotFoundError('There is no such interview.')
      if (interview.imported !== null && interview.imported.revision !== revision)
        throw new ConflictError('The transcript was corrected elsewhere meanwhile. Load it again, then correct that.')
      const before = { turns: await store.listTurns(interviewId), questions: interview.questions }
      await store.correctTranscript(interviewId, { from: revision, ...correctTurns(before, changes) })
      await scoring.enqueue(interviewId)
    },
  }
}
