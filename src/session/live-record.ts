import { createHash } from 'node:crypto'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { CommandClaim, InterviewPatch, NewTurn, Store } from '#src/store/store.ts'

/** An interview, its turns and its content in memory, never ahead of what is stored: memory changes only after the commit. */
export class LiveRecord {
  readonly #store: Store
  readonly content: HeldContent
  #interview: Interview
  readonly #turns: Turn[]

  private constructor(store: Store, loaded: { interview: Interview; content: HeldContent; turns: Turn[] }) {
    this.#store = store
    this.content = loaded.content
    this.#interview = loaded.interview
    this.#turns = loaded.turns
  }

  /** Null when the interview does not exist or belongs to somebody else. */
  static async load(store: Store, id: string, ownerId: string): Promise<LiveRecord | null> {
    const interview = await store.findInterview(id, ownerId)
    if (interview === null) return null
    return new LiveRecord(store, { interview, content: await store.findContent(id), turns: await store.listTurns(id) })
  }

  get interview(): Interview {
    return this.#interview
  }

  get turns(): readonly Turn[] {
    return this.#turns
  }

  /** Index into the schedule. */
  get phase(): number {
    return this.#turns.at(-1)?.phase ?? 0
  }

  async append(turn: NewTurn, patch: InterviewPatch): Promise<Turn> {
    const stored = await this.#store.appendTurn(this.#interview.id, turn, patch)
    this.#turns.push(stored)
    this.#interview = { ...this.#interview, ...patch }
    return stored
  }

  async update(patch: InterviewPatch): Promise<void> {
    await this.#store.updateInterview(this.#interview.id, patch)
    this.#interview = { ...this.#interview, ...patch }
  }

  async claim(command: { type: string; command: string }): Promise<CommandClaim> {
    const bodyHash = createHash('sha256').update(command.type).digest('hex')
    return await this.#store.claimCommand(this.#interview.id, command.command, bodyHash)
  }

  /** The questions, with the one that this phase begins marked as asked in `turn`. */
  askedIn(phase: number, turn: number): Pick<InterviewPatch, 'questions'> {
    const { questions, schedule } = this.#interview
    const begun = schedule[phase]?.question
    if (begun === undefined || questions[begun]?.firstTurn !== null) return {}
    return { questions: questions.map((question, index) => (index === begun ? { ...question, firstTurn: turn } : question)) }
  }
}
