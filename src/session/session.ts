import { isSameContribution } from '#src/domain/turn.ts'
import { StoreError } from '#src/errors.ts'
import type { Cue } from '#src/interviewer/interviewer.ts'
import { assertSayable } from './assert-sayable.ts'
import { Broadcast } from './broadcast.ts'
import { Deadlines } from './deadlines.ts'
import { assertHelp, helpStanding } from './help-standing.ts'
import { InterviewClock } from './interview-clock.ts'
import { notices } from './notices.ts'
import { Observing } from './observing.ts'
import { pictureReader } from './picture-reader.ts'
import { errorEventOf, Refusal } from './refusal.ts'
import type { Attachment, Position, SessionCommand, Standing, Subscriber, Unsent } from './session-events.ts'
import type { SessionOptions } from './session-options.ts'
import { closingCue, type SessionState } from './session-state.ts'
import { silenceLength } from './silence.ts'
import { TurnQueue } from './turn-queue.ts'
import { Utterance, type UtteranceEnd } from './utterance.ts'

type Say = Extract<SessionCommand, { type: 'say' }>
type Control = Exclude<SessionCommand, { type: 'say' | 'typing' } | Unsent>

/**
 * One live interview. What a candidate says is stored before it is acknowledged and before the interviewer is asked; all that changes
 * anything goes through one queue; an utterance that was cut can no longer change anything, for it is no longer the state's.
 */
export class Session {
  readonly #options: SessionOptions
  readonly #record: SessionOptions['record']
  readonly #queue = new TurnQueue()
  readonly #broadcast: Broadcast
  readonly #clock: InterviewClock
  readonly #deadlines: Deadlines
  readonly #observing: Observing
  #state: SessionState
  #notice: string | null
  #drivenBy: string | null = null
  #isAwake = false
  #isClosed = false

  constructor(options: SessionOptions) {
    const { record, clock } = options
    const { status, paused, elapsedMs } = record.interview
    this.#options = options
    this.#record = record
    this.#broadcast = new Broadcast(clock)
    this.#clock = new InterviewClock({
      ...{ clock, elapsedMs, totalMs: record.interview.minutes * 60_000 },
      onTick: () => this.#inTurn(() => this.#saveTime()),
    })
    this.#deadlines = new Deadlines({
      clock,
      totalMs: this.#clock.totalMs,
      elapsed: () => this.#clock.elapsed(),
      hasDraft: () => record.interview.draft.trim() !== '',
      onSilence: () => this.#whenAwaiting(() => this.#broadcast.isHeard && this.#speak('silence')),
      onGrace: () => this.#whenAwaiting(() => this.#notify(notices.grace)),
      onTimeUp: () => this.#whenAwaiting(() => this.#speak('time-up')),
      onAbsence: () => this.#inTurn(() => this.#pause(notices.pausedAlone)),
    })
    this.#observing = new Observing({ ...options, elapsed: () => this.#clock.elapsed(), inTurn: (work) => this.#inTurn(work) })
    this.#state = { kind: status === 'ended' ? 'ended' : paused ? 'paused' : 'awaiting-candidate' }
    this.#notice = paused ? notices.pausedBefore : null
  }

  /** Joins a connection and brings it up to date; `have` is what it was told before it came back. */
  attach(subscriber: Subscriber, have: Position | null): Attachment {
    this.#broadcast.add(subscriber, have, () => this.#snapshot())
    this.#deadlines.present()
    if (this.#isAwake) this.#whenAwaiting(() => this.#watchSilence())
    else this.#inTurn(() => this.#wake())
    this.#isAwake = true
    return {
      handle: (command) => this.#inTurn(() => this.#answer(subscriber, command)),
      detach: () => this.#detach(subscriber),
    }
  }

  /** Tells everybody of a board that was stored; who draws is not silent. */
  tellDrawn(board: { connection: string; revision: number }): void {
    this.#inTurn(async () => {
      if (!this.#record.workspace.noteBoard(board.revision)) return
      this.#broadcast.tell({ type: 'board', ...board })
      this.#watchSilence()
    })
  }

  /** Stops without an end: the interview can be taken up again later. Resolves when all is stored. */
  async close(): Promise<void> {
    this.#inTurn(async () => {
      if (this.#state.kind === 'interviewer-speaking') this.#state.utterance.cut()
      this.#observing.cut()
      this.#isClosed = true
      this.#clock.stop()
      this.#deadlines.rest()
      this.#deadlines.present()
      this.#broadcast.close()
      if (this.#state.kind !== 'ended') await this.#saveTime()
    })
    await this.#queue.idle()
  }

  async #answer(from: Subscriber, command: SessionCommand): Promise<void> {
    try {
      await this.#obey(from, command)
    } catch (error) {
      // An utterance that was cut stays cut, stored or not: the candidate has the floor, and time is watched again.
      if (!(error instanceof Refusal) && this.#state.kind === 'awaiting-candidate') this.#await()
      const { event, isExpected } = errorEventOf(error, command)
      const interview = this.#record.interview.id
      if (!isExpected) this.#options.log.error({ error, interview, command: command.type }, 'A command failed.')
      from.send(event)
    }
  }

  async #obey(from: Subscriber, command: SessionCommand): Promise<void> {
    if (command.type === 'draft' || command.type === 'pad') return await this.#keep(from, command)
    if (command.type === 'typing') return this.#watchSilence()
    if (command.type === 'say') return await this.#say(from, command)
    const claim = await this.#record.claim(command)
    if (claim === 'id-used-for-another') throw new Refusal('id-reused', notices.commandReused)
    if (claim === 'new') await this.#record.keepingClaim(command, () => this.#control(command))
    this.#drivenBy = from.connection
    this.#tellState(command.command)
  }

  async #say(from: Subscriber, { clientTurnId, text, artifacts: said = [] }: Say): Promise<void> {
    const artifacts = await this.#record.workspace.artifactsOf(said)
    const known = this.#record.turns.find((turn) => turn.clientTurnId === clientTurnId)
    if (known !== undefined) {
      const isSame = artifacts !== null && isSameContribution(known, { text, artifacts })
      if (!isSame) throw new Refusal('id-reused', notices.turnReused)
      this.#broadcast.reply(from, { type: 'turn-stored', clientTurnId, turn: known })
      return
    }
    if (this.#state.kind === 'ended') throw new Refusal('not-running', notices.ended)
    if (artifacts === null) throw new Refusal('board-unknown', notices.boardUnknown)
    assertSayable({ text, artifacts }, { said: this.#record.turns, limits: this.#options.limits })
    const closing = closingCue(this.#state)
    await this.#cut()
    const turn = await this.#record.hear({ text, artifacts, clientTurnId }, this.#clock.elapsed())
    this.#broadcast.tell({ type: 'turn-stored', clientTurnId, turn })
    this.#drivenBy = from.connection
    this.#notice = null
    this.#speak(closing ?? (this.#clock.isOver ? 'time-up' : 'candidate-spoke'))
  }

  async #keep({ connection }: Subscriber, unsent: Unsent): Promise<void> {
    if (this.#state.kind === 'ended') return
    if (unsent.type === 'draft' && !(await this.#record.keepDraft(unsent.text))) return
    // Told also when it stood there already: who wrote it waits for that.
    if (unsent.type === 'pad') await this.#record.workspace.keep(unsent)
    this.#broadcast.tell({ ...unsent, connection })
    this.#watchSilence()
  }

  async #control({ type }: Control): Promise<void> {
    if (this.#state.kind === 'ended' && type !== 'end') throw new Refusal('not-running', notices.ended)
    switch (type) {
      case 'hint':
      case 'coach':
        assertHelp(type, { mode: this.#record.interview.mode, ...this.#standing() })
        return this.#speak(`${type}-asked`)
      case 'pause':
        return await this.#pause(null)
      case 'resume':
        return await this.#resume()
      case 'interrupt':
        if (closingCue(this.#state) === null && (await this.#cut())) this.#await()
        return
      case 'end':
        if (this.#state.kind === 'ended' || closingCue(this.#state) !== null) return
        await this.#cut()
        return this.#speak('ended-by-candidate')
      default:
        return type satisfies never
    }
  }

  async #pause(notice: string | null): Promise<void> {
    if (this.#state.kind === 'ended' || this.#state.kind === 'paused' || closingCue(this.#state) !== null) return
    await this.#record.update({ paused: true, elapsedMs: this.#clock.elapsed() })
    this.#clock.stop()
    this.#deadlines.rest()
    this.#notice = notice
    if (this.#state.kind === 'interviewer-speaking') this.#state = { ...this.#state, thenPause: true }
    else this.#state = { kind: 'paused' }
    this.#tellState()
    this.#leaveIfIdle()
  }

  async #resume(): Promise<void> {
    if (this.#state.kind === 'interviewer-speaking' && !this.#state.thenPause) return
    if (this.#state.kind === 'awaiting-candidate' && !this.#owesWords()) throw new Refusal('not-paused', notices.notPaused)
    await this.#record.update({ paused: false })
    this.#notice = null
    this.#clock.start()
    if (this.#state.kind === 'interviewer-speaking') this.#state = { ...this.#state, thenPause: false }
    else this.#takeUp()
  }

  async #wake(): Promise<void> {
    if (this.#state.kind !== 'awaiting-candidate') return
    this.#clock.start()
    this.#takeUp()
  }

  /** Goes on where the stored turns stop: speaks when it is the interviewer's turn. */
  #takeUp(): void {
    if (this.#record.turns.length === 0) this.#speak('start')
    else if (this.#owesWords()) this.#speak(this.#clock.isOver ? 'time-up' : 'candidate-spoke')
    else this.#await()
  }

  #owesWords(): boolean {
    return this.#record.turns.at(-1)?.speaker !== 'interviewer'
  }

  #await(): void {
    this.#state = { kind: 'awaiting-candidate' }
    this.#watchSilence()
    this.#deadlines.watchTime()
    this.#tellState()
    this.#observing.begin()
  }

  #speak(cue: Cue): void {
    this.#deadlines.rest()
    this.#observing.cut()
    const { interview, content, turns, notes } = this.#record
    const utterance: Utterance = new Utterance({
      interviewer: this.#options.interviewer,
      request: {
        ...{ interview, content, turns: [...turns], notes: [...notes], cue, elapsedMs: this.#clock.elapsed() },
        pictureOf: pictureReader(this.#options),
      },
      turn: turns.length + 1,
      clock: this.#options.clock,
      emit: (event) => this.#broadcast.tell(event),
      onNotice: (notice) => this.#notify(notice),
    })
    this.#clock.start()
    this.#state = { kind: 'interviewer-speaking', utterance, thenPause: false }
    this.#tellState()
    utterance.speak().then(
      (end) => this.#inTurn(() => this.#finish(utterance, end)),
      (error) => this.#options.log.error({ error, interview: interview.id }, 'An utterance failed.'),
    )
  }

  async #finish(utterance: Utterance, end: UtteranceEnd | null): Promise<void> {
    const state = this.#state
    if (end === null || state.kind !== 'interviewer-speaking' || state.utterance !== utterance) return
    try {
      if (end.kind === 'spoken') await this.#storeWords(utterance, end)
      else await this.#fail(utterance, end)
    } catch (error) {
      const message = error instanceof StoreError ? error.message : notices.internal
      await this.#fail(utterance, { kind: 'failed', message, cause: error })
    }
  }

  async #storeWords(utterance: Utterance, { event }: Extract<UtteranceEnd, { kind: 'spoken' }>): Promise<void> {
    utterance.flush()
    const { text, move, spokenBy } = event
    const turn = await this.#record.speak({ text, move, spokenBy }, this.#moment())
    this.#broadcast.tell({ type: 'utterance-end', attempt: utterance.attempt, turn })
    if (move.kind === 'close') this.#tellEnded()
    else this.#rest()
  }

  async #fail(utterance: Utterance, { message, cause }: Extract<UtteranceEnd, { kind: 'failed' }>): Promise<void> {
    const { log } = this.#options
    log.warn({ interview: this.#record.interview.id, error: cause, problem: message }, 'The interviewer did not speak.')
    const { turn, attempt } = utterance.partial
    utterance.cut()
    this.#broadcast.tell({ type: 'utterance-failed', turn, attempt, message })
    if (utterance.cue === 'time-up' || utterance.cue === 'ended-by-candidate') return await this.#endSilently()
    this.#notice = `${message} ${notices.tryAgain}`
    this.#rest()
  }

  /** The end without a last word: a closing that cannot be spoken must not keep an interview open. */
  async #endSilently(): Promise<void> {
    try {
      await this.#record.end(this.#moment())
    } catch (error) {
      this.#deadlines.postpone()
      this.#notice = `${error instanceof StoreError ? error.message : notices.internal} ${notices.tryAgain}`
      return this.#rest()
    }
    this.#tellEnded()
  }

  #moment() {
    return { elapsedMs: this.#clock.elapsed(), endedAt: this.#options.clock.now() }
  }

  #tellEnded(): void {
    this.#clock.stop()
    this.#state = { kind: 'ended' }
    this.#notice = null
    this.#tellState()
    this.#options.onEnded(this.#record.interview.id)
    this.#leaveIfIdle()
  }

  /** After the interviewer's turn: to the candidate, or into the pause that was asked for meanwhile. */
  #rest(): void {
    if (this.#state.kind === 'interviewer-speaking' && this.#state.thenPause) {
      this.#state = { kind: 'paused' }
      this.#tellState()
      this.#leaveIfIdle()
    } else this.#await()
  }

  /** Ends an utterance here and stores the words that were told. False when there was none. */
  async #cut(): Promise<boolean> {
    if (this.#state.kind !== 'interviewer-speaking') return false
    const { utterance } = this.#state
    const text = utterance.cut()
    this.#state = { kind: 'awaiting-candidate' }
    if (text === '') return true
    const turn = await this.#record.speakPartly({ text, spokenBy: this.#options.interviewer.id }, this.#clock.elapsed())
    this.#broadcast.tell({ type: 'utterance-end', attempt: utterance.attempt, turn })
    return true
  }

  /** Begins a silence anew, where there is one. */
  #watchSilence(): void {
    if (this.#state.kind !== 'awaiting-candidate') return
    this.#deadlines.watchSilence(silenceLength(this.#record.turns, this.#record.interview))
  }

  async #saveTime(): Promise<void> {
    if (this.#state.kind !== 'ended') await this.#record.saveElapsed(this.#clock.elapsed())
  }

  #detach(subscriber: Subscriber): void {
    this.#broadcast.remove(subscriber)
    if (this.#broadcast.isHeard || this.#isClosed) return
    this.#deadlines.watchAbsence()
    // What was asked for before leaving is done first: it may be what ends a pause.
    this.#inTurn(async () => this.#leaveIfIdle())
  }

  #leaveIfIdle(): void {
    const isStill = this.#state.kind === 'paused' || this.#state.kind === 'ended'
    if (!isStill || this.#broadcast.isHeard) return
    this.#deadlines.present()
    this.#observing.cut()
    this.#broadcast.close()
    this.#options.onIdle()
  }

  #standing(): Standing {
    const { interview, turns, phase } = this.#record
    return {
      state: this.#state.kind,
      elapsedMs: this.#clock.elapsed(),
      totalMs: this.#clock.totalMs,
      running: this.#clock.isRunning,
      phase,
      drivenBy: this.#drivenBy,
      notice: this.#notice,
      ...helpStanding({ interview, turns, phase, hasFloor: this.#state.kind === 'awaiting-candidate' }),
    }
  }

  #tellState(command: string | null = null): void {
    this.#broadcast.tell({ type: 'state', standing: this.#standing(), command })
  }

  #snapshot() {
    const partial = this.#state.kind === 'interviewer-speaking' ? this.#state.utterance.partial : null
    const { turns, interview, workspace } = this.#record
    return { turns: [...turns], partial, standing: this.#standing(), draft: interview.draft, ...workspace.shown }
  }

  #notify(notice: string): void {
    this.#notice = notice
    this.#tellState()
  }

  #whenAwaiting(work: () => void): void {
    this.#inTurn(async () => {
      if (this.#state.kind === 'awaiting-candidate') work()
    })
  }

  #inTurn(work: () => Promise<void>): void {
    this.#queue
      .run(async () => {
        if (!this.#isClosed) await work()
      })
      .catch((error) =>
        this.#options.log.error({ error, interview: this.#record.interview.id }, 'Work on a live interview failed.'),
      )
  }
}
