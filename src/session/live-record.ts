import { createHash } from 'node:crypto'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { Move } from '#src/domain/move.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { CommandClaim, InterviewPatch, NewTurn, Store } from '#src/store/store.ts'
import { LiveWorkspace } from './live-workspace.ts'

interface Loaded {
  interview: Interview
  content: HeldContent
  turns: Turn[]
  notes: TurnNotes[]
  workspace: LiveWorkspace
}

/** An interview, its turns and its content in memory, never ahead of what is stored: memory changes only after the commit. */
export class LiveRecord {
  readonly #store: Store
  readonly content: HeldContent
  readonly workspace: LiveWorkspace
  #interview: Interview
  readonly #turns: Turn[]
  readonly #notes: TurnNotes[]
  /** Commands that were claimed and then not carried out. */
  readonly #undone = new Set<string>()

  private constructor(store: Store, loaded: Loaded) {
    this.#store = store
    this.content = loaded.content
    this.workspace = loaded.workspace
    this.#interview = loaded.interview
    this.#turns = loaded.turns
    this.#notes = loaded.notes
  }

  /** Null when the interview does not exist or belongs to somebody else. */
  static async load(store: Store, id: string, ownerId: string): Promise<LiveRecord | null> {
    const interview = await store.findInterview(id, ownerId)
    if (interview === null) return null
    return new LiveRecord(store, {
      interview,
      content: await store.findContent(id),
      turns: await store.listTurns(id),
      notes: await store.listTurnNotes(id),
      workspace: await LiveWorkspace.load(store, id),
    })
  }

  get interview(): Interview {
    return this.#interview
  }

  get turns(): readonly Turn[] {
    return this.#turns
  }

  /** What an observer noted of the turns, in order. */
  get notes(): readonly TurnNotes[] {
    return this.#notes
  }

  /** Index into the schedule. */
  get phase(): number {
    return this.#turns.at(-1)?.phase ?? 0
  }

  /** Stores the words that are written and not said yet. False when they stood there already. */
  async keepDraft(draft: string): Promise<boolean> {
    if (draft === this.#interview.draft) return false
    await this.update({ draft })
    return true
  }

  /** Stores a candidate's turn; what was a draft is said now, and what was paused goes on. */
  async hear(said: Pick<Turn, 'text' | 'artifacts' | 'clientTurnId'>, elapsedMs: number): Promise<Turn> {
    return await this.#append(
      { ...this.#blankTurn(elapsedMs), speaker: 'candidate', ...said },
      { draft: '', paused: false, elapsedMs },
    )
  }

  /** Stores what the interviewer said, with the phase and the question that it began. `endedAt` counts when it closed. */
  async speak(said: { text: string; move: Move; spokenBy: string }, at: { elapsedMs: number; endedAt: number }): Promise<Turn> {
    const { move } = said
    const { elapsedMs, endedAt } = at
    const phase = move.kind === 'next-phase' ? move.phase : this.phase
    const asks = move.kind === 'open' || move.kind === 'next-phase'
    return await this.#append(
      { ...this.#blankTurn(elapsedMs), speaker: 'interviewer', ...said, phase },
      { elapsedMs, ...(asks && this.#askedNow(phase)), ...(move.kind === 'close' && ending(endedAt)) },
    )
  }

  /** Stores the words of an interviewer who was cut short: they decided nothing. */
  async speakPartly(said: { text: string; spokenBy: string }, elapsedMs: number): Promise<Turn> {
    return await this.#append(
      { ...this.#blankTurn(elapsedMs), speaker: 'interviewer', ...said, interrupted: true },
      { elapsedMs },
    )
  }

  /** Stores what an observer noted. */
  async note(notes: TurnNotes): Promise<void> {
    await this.#store.saveTurnNotes(this.#interview.id, notes)
    this.#notes.push(notes)
  }

  /** Ends the interview without a last word. */
  async end(at: { elapsedMs: number; endedAt: number }): Promise<void> {
    await this.update({ elapsedMs: at.elapsedMs, ...ending(at.endedAt) })
  }

  async update(patch: InterviewPatch): Promise<void> {
    await this.#store.updateInterview(this.#interview.id, patch)
    this.#interview = { ...this.#interview, ...patch }
  }

  /** Stores how long it has run, and nothing else. */
  async saveElapsed(elapsedMs: number): Promise<void> {
    await this.#store.saveElapsed(this.#interview.id, elapsedMs)
    this.#interview = { ...this.#interview, elapsedMs }
  }

  async claim(command: { type: string; command: string }): Promise<CommandClaim> {
    const bodyHash = createHash('sha256').update(command.type).digest('hex')
    const claim = await this.#store.claimCommand(this.#interview.id, command.command, bodyHash)
    return claim === 'repeated' && this.#undone.has(command.command) ? 'new' : claim
  }

  /** Carries out a claimed command. One that fails may come again under its id: told as done, it would be lost. */
  async keepingClaim({ command }: { command: string }, carryOut: () => Promise<void>): Promise<void> {
    this.#undone.add(command)
    await carryOut()
    this.#undone.delete(command)
  }

  async #append(turn: NewTurn, patch: InterviewPatch): Promise<Turn> {
    const stored = await this.#store.appendTurn(this.#interview.id, turn, patch)
    this.#turns.push(stored)
    this.#interview = { ...this.#interview, ...patch }
    return stored
  }

  #blankTurn(elapsedMs: number): Omit<NewTurn, 'speaker' | 'text'> {
    const blank = { artifacts: [], clientTurnId: null, move: null, spokenBy: null, interrupted: false }
    return { ...blank, phase: this.phase, elapsedMs }
  }

  /** Marks the question that this phase begins as asked in the turn that comes. */
  #askedNow(phase: number): Pick<InterviewPatch, 'questions'> {
    const { questions, schedule } = this.#interview
    const begun = schedule[phase]?.question
    if (begun === undefined || questions[begun]?.firstTurn !== null) return {}
    const firstTurn = this.#turns.length + 1
    return { questions: questions.map((question, index) => (index === begun ? { ...question, firstTurn } : question)) }
  }
}

const ending = (endedAt: number): InterviewPatch => ({ status: 'ended', paused: false, endedAt })
