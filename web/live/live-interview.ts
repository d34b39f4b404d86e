import type { Pad } from '#src/domain/workspace.ts'
import { type ClientFrame, maxTurnLength, type SaidArtifact, type ServerFrame } from '#src/protocol/frames.ts'
import type { Attachment } from './attachments.ts'
import type { KeptWords } from './kept-words.ts'
import { LiveAttachments } from './live-attachments.ts'
import { LiveConnection, type Socket, type Surroundings } from './live-connection.ts'
import { LivePads } from './live-pads.ts'
import { type CommandKind, firstView, type LiveView, withWorkspace } from './live-view.ts'
import { reduceFrame } from './reduce-frame.ts'
import { TypingRest } from './typing-rest.ts'
import { unsentTurn } from './unsent-turn.ts'

export interface LiveInterviewOptions {
  openSocket(): Socket
  surroundings: Surroundings
  words: KeptWords
  connection: string
  newId(): string
}

/** The candidate's end of a live interview: applies what comes, keeps what is not stored yet, and sends it again after every reconnect. */
export class LiveInterview {
  private readonly options: LiveInterviewOptions
  private readonly listeners = new Set<() => void>()
  private readonly commands = new Map<CommandKind, string>()
  private readonly typingRest: TypingRest
  private readonly pads: LivePads
  /** What of the workspace goes with the next answer. */
  readonly attachments: LiveAttachments
  private current: LiveView
  private link: LiveConnection | null = null

  constructor(options: LiveInterviewOptions) {
    this.options = options
    const { surroundings, words } = options
    const { clock } = surroundings
    this.typingRest = new TypingRest(clock, () => this.flushDraft())
    const onChange = () => this.change({})
    this.attachments = new LiveAttachments({ clock, words, onChange })
    this.pads = new LivePads({
      clock,
      words,
      send: (frame) => this.link?.send(frame) ?? false,
      isOpen: () => this.current.status.kind === 'live' && this.current.room.standing?.state !== 'ended',
      onChange,
    })
    this.current = firstView({ words, connection: options.connection })
    this.change({})
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
    this.pads.flushAll()
    this.pads.stop()
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
    this.typingRest.note()
  }

  /** A pad changed under the candidate's hands. Nothing is written any more once the interview is over. */
  writePad(pad: Pad): void {
    if (this.current.room.standing?.state !== 'ended') this.pads.write(pad)
  }

  /** Sends the composer's text, with what goes with it, as the candidate's turn. Both stay where they are until the server has stored it. */
  say(): void {
    const { draft, unsent, isPreparing, attachments } = this.current
    const attached = attachments.filter(({ isAttached }) => isAttached)
    if ((draft.trim() === '' && attached.length === 0) || unsent !== null || isPreparing) return
    const artifacts = attached.flatMap(({ artifact }) => artifact ?? [])
    if (artifacts.length === attached.length) this.send(draft, artifacts)
    else void this.sendOnceStored(draft, attached)
  }

  private async sendOnceStored(text: string, attached: readonly Attachment[]): Promise<void> {
    this.change({ isPreparing: true, isMirrored: false, refusal: null })
    try {
      const artifacts = await this.attachments.stored(attached)
      this.change({ isPreparing: false })
      if (text.trim() === '' && artifacts.length === 0) this.change({ refusal: emptyBoard })
      else this.send(text, artifacts)
    } catch (cause) {
      this.change({ isPreparing: false, refusal: boardNotStored(cause instanceof Error ? cause.message : String(cause)) })
    }
  }

  private send(text: string, artifacts: readonly SaidArtifact[]): void {
    const made = unsentTurn({ clientTurnId: this.options.newId(), text, artifacts })
    if (!made.ok) {
      this.change({ refusal: made.problem })
      return
    }
    const unsent = made.turn
    this.typingRest.stop()
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
    if (frame.type === 'welcome' && frame.resumed) this.resumed()
    else if (frame.type === 'snapshot') this.settle(frame)
    else if (frame.type === 'turn-stored') this.acknowledge(frame.clientTurnId, frame.turn.text)
    else if (frame.type === 'draft' && room.draft !== before.draft) this.mirror(frame)
    else if (frame.type === 'pad' && room.pads !== before.pads) this.pads.stored(frame)
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
    this.pads.compare(frame.pads)
    this.sendAgain()
  }

  /** Once connected: what the server may not have. Ids make a second arrival harmless. */
  private sendAgain(): void {
    const { unsent, isMirrored, isDraftSaved } = this.current
    if (unsent !== null) this.link?.send({ type: 'say', ...unsent })
    else if (!isMirrored && !isDraftSaved) this.flushDraft()
    for (const [type, command] of this.commands) this.link?.send({ type, command })
  }

  private resumed(): void {
    this.pads.flushAll()
    this.sendAgain()
  }

  private acknowledge(clientTurnId: string, text: string): void {
    const { unsent, isMirrored, isDraftSaved, draft } = this.current
    const isOurs = unsent?.clientTurnId === clientTurnId
    if (isOurs) {
      this.options.words.keepUnsent(null)
      this.attachments.forgetChoices()
    }
    // A saved draft is every tab's, and the turn used it up. What was typed here since then stays.
    if (!isOurs && !isMirrored && !isDraftSaved && draft !== text) return
    if (unsent !== null && !isOurs) return
    this.options.words.keepDraft('')
    this.change({ unsent: null, draft: '', isMirrored: false, isDraftSaved: true })
  }

  private mirror(frame: Extract<ServerFrame, { type: 'draft' }>): void {
    if (frame.connection === this.current.connection || this.current.unsent !== null || this.current.isPreparing) return
    this.typingRest.stop()
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

  private flushDraft(): void {
    this.typingRest.stop()
    const { draft, isMirrored, isDraftSaved, unsent, status } = this.current
    if (isMirrored || isDraftSaved || unsent !== null || status.kind !== 'live') return
    // Too long for a turn, and so for a frame: it stays in this browser until it is shorter, and counts as typing.
    if (draft.length > maxTurnLength) return void this.link?.send({ type: 'typing' })
    if (this.link?.send({ type: 'draft', text: draft })) this.change({ isDraftSaved: true })
  }

  private change(part: { [Key in keyof LiveView]?: LiveView[Key] }): void {
    this.current = withWorkspace({ ...this.current, ...part }, { pads: this.pads, attachments: this.attachments })
    for (const listener of this.listeners) listener()
  }
}

const boardNotStored = (why: string): string =>
  `The board could not be stored, so nothing was sent. ${why} Your words are kept: send again, or leave the board out.`
const emptyBoard = 'Nothing stands on the board, so there was nothing to send.'
