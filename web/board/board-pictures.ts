import type { Clock } from '#src/domain/clock.ts'
import type { StoredScene } from './scene-to-store.ts'

interface BoardPicturesOptions {
  draw(scene: StoredScene): Promise<Blob | null>
  send(revision: number, picture: Blob): Promise<void>
  clock: Pick<Clock, 'after'>
  /** Told what went wrong: nobody waits for a picture. */
  onFailure(error: unknown): void
}

/** After a board was stored, which is a second after the last stroke. */
const restMs = 500

/**
 * Has the server know what each board looks like that this tab stored, once the hand rests: before its answer is written, as a rule. No answer waits
 * for a picture, and what of it fails is left, for the board is there in words.
 */
export class BoardPictures {
  readonly #options: BoardPicturesOptions
  #cancel: (() => void) | null = null
  #isStopped = false

  constructor(options: BoardPicturesOptions) {
    this.#options = options
  }

  stored(revision: number, scene: StoredScene): void {
    this.changed()
    if (this.#isStopped) return
    this.#cancel = this.#options.clock.after(restMs, () => void this.#make(revision, scene))
  }

  /** It is drawn on again: another board will be stored. */
  changed(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  stop(): void {
    this.changed()
    this.#isStopped = true
  }

  async #make(revision: number, scene: StoredScene): Promise<void> {
    try {
      const picture = await this.#options.draw(scene)
      if (picture !== null) await this.#options.send(revision, picture)
    } catch (error) {
      this.#options.onFailure(error)
    }
  }
}
