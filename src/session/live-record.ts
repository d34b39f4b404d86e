import { createHash } from 'node:crypto'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { Move } from '#src/domain/move.ts'
import type { Artifact, Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { Pad, PadKind } from '#src/domain/workspace.ts'
import type { CommandClaim, InterviewPatch, NewTurn, Store } from '#src/store/store.ts'
import type { SaidArtifact, Unsent } from './session-events.ts'

interface Loaded {
  interview: Interview
  content: HeldContent
  turns: Turn[]
  notes: TurnNotes[]
  pads: Pad[]
  board: number | null
}

/** An interview, its turns and its content in memory, never ahead of what is stored: memory changes only after the commit. */
export class LiveRecord {
  readonly #store: Store
  readonly content: HeldContent
  #interview: Interview
  readonly #turns: Turn[]
  readonly #notes: TurnNotes[]
  readonly #pads: Map<PadKind, Pad>
  #board: number | null
  /** Commands that were claimed and then not carried out. */
  readonly #undone = new Set<string>()

  private constructor(store: Store, loaded: Loaded) {
    this.#store = store
    this.content = loaded.content
    this.#interview = loaded.interview
    this.#turns = loaded.turns
    this.#notes = loaded.notes
    this.#pads = new Map(loaded.pads.map((pad) => [pad.pad, pad]))
    this.#board = loaded.board
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
      pads: await store.listPads(id),
      board: await store.newestBoard(id),
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

  /** What stands beside the conversation. */
  get workspace(): { pads: Pad[]; board: { revision: number } | null } {
    return { pads: [...this.#pads.values()], board: this.#board === null ? null : { revision: this.#board } }
  }

  /** Index into the schedule. */
  get phase(): number {
    return this.#turns.at(-1)?.phase ?? 0
  }

  /** What goes with a turn, as it is stored. Null when it names a board that is not kept. */
  async artifactsOf(said: readonly SaidArtifact[]): Promise<Artifact[] | null> {
    const artifacts: Artifact[] = []
    for (const one of said) {
      if (one.kind !== 'board') {
        const { kind, text } = one
        artifacts.push({ id: kind, kind, text, ...(kind === 'code' ? { language: one.language } : {}) })
        continue
      }
      const text = await this.#store.findBoardText(this.#interview.id, one.revision)
      if (text === null) return null
      artifacts.push({ id: one.kind, kind: one.kind, text, revision: one.revision })
    }
    return artifacts
  }

  /** Stores what is written and not said yet. False for a draft that stood there already; who writes on a pad waits to be told that it stands. */
  async keep(unsent: Unsent): Promise<boolean> {
    if (unsent.type === 'draft') {
      if (unsent.text === this.#interview.draft) return false
      await this.update({ draft: unsent.text })
      return true
    }
    const { type: _, ...pad } = unsent
    const known = this.#pads.get(pad.pad)
    if (known?.text === pad.text && known.language === pad.language) return true
    await this.#store.savePad(this.#interview.id, pad)
    this.#pads.set(pad.pad, pad)
    return true
  }

  /** Told that a board was stored. False when that is known already. */
  noteBoard(revision: number): boolean {
    if (this.#board !== null && revision <= this.#board) return false
    this.#board = revision
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
