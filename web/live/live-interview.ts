import { type ClientFrame, maxTurnLength, type ServerFrame } from '#src/protocol/frames.ts'
import type { KeptWords, UnsentTurn } from './kept-words.ts'
import { type ConnectionStatus, LiveConnection, type Socket, type Surroundings } from './live-connection.ts'
import { reduceFrame } from './reduce-frame.ts'
import { emptyRoom, type RoomState } from './room-state.ts'

export type CommandKind = 'hint' | 'coach' | 'pause' | 'resume' | 'end' | 'interrupt'

/** Everything the room shows of a live interview. A new object for each change. */
export interface LiveView {
  room: RoomState
  status: ConnectionStatus
  /** Id of this tab, as the standing's `drivenBy` names it. */
  connection: string
  /** What the composer holds. */
  draft: string
  /** The draft is another tab's, shown here as it is typed there. */
  isMirrored: boolean
  /** The server has the draft as it stands. */
  isDraftSaved: boolean
  /** Sent and not yet acknowledged: its words stay in the composer. */
  unsent: UnsentTurn | null
  pending: ReadonlySet<CommandKind>
  /** What the server refused last, in its words; null once something else is tried. */
  refusal: string | null
}

export interface LiveInterviewOptions {
  openSocket(): Socket
  surroundings: Surroundings
  words: KeptWords
  connection: string
  newId(): string
}

const draftDelayMs = 400
/** Somebody who types without a pause is heard at least this often. */
const longestDelayMs = 15_000

/** The candidate's end of a live interview: applies what comes, keeps what is not stored yet, and sends it again after every reconnect. */
export class LiveInterview {
  private readonly options: LiveInterviewOptions
  private readonly listeners = new Set<() => void>()
  private readonly commands = new Map<CommandKind, string>()
  private current: LiveView
  private link: LiveConnection | null = null
  private cancelDraft: () => void = () => {}
  /** When the draft goes out at the latest; null while nothing waits to. */
  private dueBy: number | null = null

  constructor(options: LiveInterviewOptions) {
    this.options = options
    const unsent = options.words.readUnsent()
    this.current = {
      room: emptyRoom,
      status: { kind: 'connecting' },
      connection: options.connection,
      draft: unsent?.text ?? options.words.readDraft(),
      isMirrored: false,
      isDraftSaved: false,
      unsent,
      pending: new Set(),
      refusal: null,
    }
  }

  view = (): LiveView => this.current

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  connect(): void {
    this.link?.close()
    this.link = new LiveConnection({
      openSocket: this.options.openSocket,
      surroundings: this.options.surroundings,
      hello: () => this.hello(),
      onFrame: (frame) => this.receive(frame),
      onStatus: (status) => this.change({ status }),
    })
  }

  disconnect(): void {
    this.flushDraft()
    this.link?.close()
    this.link = null
  }

  /** After another window took this tab's id over: back in, under an id of its own. */
  continueHere(): void {
    this.change({ connection: this.options.newId(), status: { kind: 'connecting' } })
    this.connect()
  }

  /** The composer's text changed under the candidate's hands. */
  type(text: string): void {
    this.options.words.keepDraft(text)
    this.change({ draft: text, isMirrored: false, isDraftSaved: false, refusal: null })
    this.cancelDraft()
    const { clock } = this.options.surroundings
    this.dueBy ??= clock.now() + longestDelayMs
    const delay = Math.min(draftDelayMs, Math.max(0, this.dueBy - clock.now()))
    this.cancelDraft = clock.after(delay, () => this.flushDraft())
  }

  /** Sends the composer's text as the candidate's turn. It stays in the composer until the server has stored it. */
  say(): void {
    const text = this.current.draft
    if (text.trim() === '' || this.current.unsent !== null) return
    const unsent = { clientTurnId: this.options.newId(), text }
    this.stopDraft()
    this.options.words.keepUnsent(unsent)
    this.change({ unsent, isMirrored: false, refusal: null })
    this.link?.send({ type: 'say', ...unsent })
  }

  command(kind: CommandKind): void {
    if (this.commands.has(kind)) return
    const command = this.options.newId()
    this.commands.set(kind, command)
    this.change({ pending: new Set(this.commands.keys()), refusal: null })
    this.link?.send({ type: kind, command })
  }

  private hello(): Extract<ClientFrame, { type: 'hello' }> {
    const { room, connection } = this.current
    const position = room.resync ? null : room.position
    return { type: 'hello', connection, ...(position ?? {}) }
  }

  private receive(frame: ServerFrame): void {
    const before = this.current.room
    const room = reduceFrame(before, { frame, at: this.options.surroundings.clock.now() })
    if (room !== before) this.change({ room })
    if (room.resync && !before.resync && frame.type !== 'welcome') this.link?.resync()
    if (frame.type === 'welcome' && frame.resumed) this.sendAgain()
    else if (frame.type === 'snapshot') this.settle(frame)
    else if (frame.type === 'turn-stored') this.acknowledge(frame.clientTurnId, frame.turn.text)
    else if (frame.type === 'draft' && room.draft !== before.draft) this.mirror(frame)
    else if (frame.type === 'state' && frame.command !== null) this.answered(frame.command)
    else if (frame.type === 'error') this.refuse(frame)
  }

  private settle(frame: Extract<ServerFrame, { type: 'snapshot' }>): void {
    const { unsent, connection } = this.current
    const stored = frame.turns.find(({ clientTurnId }) => clientTurnId !== null && clientTurnId === unsent?.clientTurnId)
    if (stored?.clientTurnId) this.acknowledge(stored.clientTurnId, stored.text)
    const { draft } = this.current
    const isDrivenElsewhere = frame.standing.drivenBy !== null && frame.standing.drivenBy !== connection
    const takesTheirs = this.current.unsent === null && frame.draft !== '' && (draft === '' || isDrivenElsewhere)
    if (takesTheirs) this.change({ draft: frame.draft, isMirrored: isDrivenElsewhere })
    this.change({ isDraftSaved: this.current.draft === frame.draft })
    this.sendAgain()
  }

  /** Once connected: what the server may not have. Ids make a second arrival harmless. */
  private sendAgain(): void {
    const { unsent, isMirrored, isDraftSaved } = this.current
    if (unsent !== null) this.link?.send({ type: 'say', ...unsent })
    else if (!isMirrored && !isDraftSaved) this.flushDraft()
    for (const [type, command] of this.commands) this.link?.send({ type, command })
  }

  private acknowledge(clientTurnId: string, text: string): void {
    const { unsent, isMirrored, isDraftSaved, draft } = this.current
    const isOurs = unsent?.clientTurnId === clientTurnId
    if (isOurs) this.options.words.keepUnsent(null)
    // A saved draft is every tab's, and the turn used it up. What was typed here since then stays.
    if (!isOurs && !isMirrored && !isDraftSaved && draft !== text) return
    if (unsent !== null && !isOurs) return
    this.options.words.keepDraft('')
    this.change({ unsent: null, draft: '', isMirrored: false, isDraftSaved: true })
  }

  private mirror(frame: Extract<ServerFrame, { type: 'draft' }>): void {
    if (frame.connection === this.current.connection || this.current.unsent !== null) return
    this.stopDraft()
    this.change({ draft: frame.text, isMirrored: frame.text !== '', isDraftSaved: true })
  }

  private answered(command: string): void {
    for (const [kind, id] of this.commands) if (id === command) this.commands.delete(kind)
    this.change({ pending: new Set(this.commands.keys()) })
  }

  private refuse(frame: Extract<ServerFrame, { type: 'error' }>): void {
    if (frame.command !== undefined) this.answered(frame.command)
    if (frame.clientTurnId !== undefined && frame.clientTurnId === this.current.unsent?.clientTurnId) {
      this.options.words.keepUnsent(null)
      this.options.words.keepDraft(this.current.draft)
      this.change({ unsent: null })
    }
    this.change({ refusal: frame.message })
  }

  private stopDraft(): void {
    this.cancelDraft()
    this.dueBy = null
  }

  private flushDraft(): void {
    this.stopDraft()
    const { draft, isMirrored, isDraftSaved, unsent, status } = this.current
    if (isMirrored || isDraftSaved || unsent !== null || status.kind !== 'live') return
    // Too long for a turn, and so for a frame: it stays in this browser until it is shorter, and counts as typing.
    if (draft.length > maxTurnLength) return void this.link?.send({ type: 'typing' })
    if (this.link?.send({ type: 'draft', text: draft })) this.change({ isDraftSaved: true })
  }

  private change(part: { [Key in keyof LiveView]?: LiveView[Key] }): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}
