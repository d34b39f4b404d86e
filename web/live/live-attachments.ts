import type { Clock } from '#src/domain/clock.ts'
import type { SaidArtifact } from '#src/protocol/frames.ts'
import type { Attachment, AttachmentChoices, AttachmentKind } from './attachments.ts'
import type { CaseRun, KeptWords } from './kept-words.ts'

/** Stores what is drawn; the revision that then stands on the server, null when nothing is drawn. Rejects when it could not. */
export type FlushBoard = () => Promise<number | null>

interface LiveAttachmentsOptions {
  clock: Clock
  words: Pick<KeptWords, 'readResult' | 'keepResult' | 'readCaseRun' | 'keepCaseRun'>
  onChange(): void
}

const longestFlushMs = 15_000

/** What of the workspace goes with the next answer: the candidate's choices, the last results, and the board that is still being drawn. */
export class LiveAttachments {
  private readonly options: LiveAttachmentsOptions
  private flushBoard: FlushBoard | null = null
  choices: AttachmentChoices = {}
  result: string
  caseRun: CaseRun | null
  isDrawing = false

  constructor(options: LiveAttachmentsOptions) {
    this.options = options
    this.result = options.words.readResult()
    this.caseRun = options.words.readCaseRun()
  }

  choose(kind: AttachmentKind, isAttached: boolean): void {
    this.choices = { ...this.choices, [kind]: isAttached }
    this.options.onChange()
  }

  /** An answer went out: for the next one, what changed since counts again. */
  forgetChoices(): void {
    this.choices = {}
  }

  keepResult(text: string): void {
    this.result = text
    this.options.words.keepResult(text)
    this.options.onChange()
  }

  keepCaseRun(run: CaseRun | null): void {
    this.caseRun = run
    this.options.words.keepCaseRun(run)
    this.options.onChange()
  }

  draw(isDirty: boolean): void {
    if (this.isDrawing === isDirty) return
    this.isDrawing = isDirty
    this.options.onChange()
  }

  registerBoard(flush: FlushBoard): void {
    this.flushBoard = flush
  }

  /** The attached artifacts, the board stored first. Rejects when it could not be stored, or not within 15 seconds. */
  async stored(attachments: readonly Attachment[]): Promise<SaidArtifact[]> {
    const revision = await this.boardRevision()
    return attachments.flatMap(({ kind, artifact, isAttached }): SaidArtifact[] => {
      if (!isAttached) return []
      if (kind === 'board') return revision === null ? [] : [{ kind, revision }]
      return artifact === null ? [] : [artifact]
    })
  }

  private async boardRevision(): Promise<number | null> {
    if (this.flushBoard === null) throw new Error('It is not open here.')
    let cancel = () => {}
    const tooLong = new Promise<never>((_resolve, reject) => {
      cancel = this.options.clock.after(longestFlushMs, () => reject(new Error('It took too long.')))
    })
    try {
      return await Promise.race([this.flushBoard(), tooLong])
    } finally {
      cancel()
    }
  }
}
