import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { HeldContent, Interview } from '#src/domain/interview.ts'
import type { Log } from '#src/domain/log.ts'
import type { Move } from '#src/domain/move.ts'
import type { Interviewer, SpeakEvent, SpeakRequest } from '#src/interviewer/interviewer.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import type { Session } from '#src/session/session.ts'
import type { Position, SessionCommand, SessionEvent, Standing } from '#src/session/session-events.ts'
import type { SayingLimits } from '#src/session/session-options.ts'
import { Sessions } from '#src/session/sessions.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'
import { designContent, designInterview, lexicon, phrases } from '../interviewer/fixtures.ts'
import { manualClock } from '../support/manual-clock.ts'

/** Lets everything that is ready happen: an interviewer thinks in steps, one in each round. */
export const settle = async (): Promise<void> => {
  for (let round = 0; round < 40; round++) await new Promise((resolve) => setImmediate(resolve))
}

/** An interviewer that says what the test says, when it says it. */
export function heldInterviewer() {
  const requests: SpeakRequest[] = []
  let ready: SpeakEvent[] = []
  let wake: () => void = () => undefined
  let said = ''
  const give = async (event: SpeakEvent) => {
    ready.push(event)
    wake()
    await settle()
  }
  const interviewer: Interviewer = {
    id: 'model:held',
    async *speak(request) {
      requests.push(request)
      ready = []
      said = ''
      request.signal.addEventListener('abort', () => wake())
      while (!request.signal.aborted) {
        const event = ready.shift()
        if (event === undefined) await new Promise<void>((resolve) => (wake = resolve))
        else {
          yield event
          if (event.type === 'spoken' || event.type === 'failed') return
        }
      }
    },
  }
  return {
    interviewer,
    requests,
    words: async (text: string) => {
      said += text
      await give({ type: 'words', text })
    },
    spoken: async (move: Move = { kind: 'listen' }) => {
      const text = said
      said = ''
      await give({ type: 'spoken', text, move, spokenBy: 'model:held' })
    },
    restart: async (notice: string | null) => {
      said = ''
      await give({ type: 'restart', notice })
    },
    failed: async (message: string) => {
      said = ''
      await give({ type: 'failed', message })
    },
  }
}

export interface Tab {
  events: SessionEvent[]
  /** Names of the events since the last look. */
  news(): string[]
  send(command: SessionCommand): Promise<void>
  leave(): Promise<void>
  position(): Position
  standing(): Standing
  errors(): SessionEvent[]
}

export async function joinSession(session: Session, connection: string, have: Position | null = null): Promise<Tab> {
  const events: SessionEvent[] = []
  let looked = 0
  const attachment = session.attach({ connection, send: (event) => void events.push(event) }, have)
  await settle()
  return {
    events,
    news: () => {
      const names = events.slice(looked).map(({ type }) => type)
      looked = events.length
      return names
    },
    send: async (command) => {
      attachment.handle(command)
      await settle()
    },
    leave: async () => {
      attachment.detach()
      await settle()
    },
    position: () => {
      const last = events.findLast((event) => 'seq' in event)
      if (last === undefined) throw new Error('nothing of the log was told yet')
      return { epoch: last.epoch, seq: last.seq }
    },
    standing: () => {
      const last = events.findLast((event) => 'standing' in event)
      if (last === undefined) throw new Error('no standing was told yet')
      return last.standing
    },
    errors: () => events.filter(({ type }) => type === 'error'),
  }
}

/** Sessions over a database file of their own, moved by a clock that stands still. */
export async function liveInterview(
  options: { interviewer?: Interviewer; interview?: Partial<Interview>; content?: HeldContent; limits?: SayingLimits } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-session-'))
  const clock = manualClock()
  const file = join(folder, 'hotseat.db')
  let store = openSqliteStore({ file, clock })
  const interview: Interview = { ...designInterview, ...options.interview }
  await store.createInterview(interview, options.content ?? designContent)
  const ended: string[] = []
  const problems: string[] = []
  const log: Log = {
    info: () => undefined,
    warn: (_, message) => void problems.push(message),
    error: (details, message) => void problems.push(`${message} ${'error' in details ? details.error : ''}`),
  }
  const interviewer = options.interviewer ?? ruleBasedInterviewer({ lexicon, phrases })
  const sessionsOn = () =>
    new Sessions({
      store,
      clock,
      log,
      interviewerFor: () => interviewer,
      onEnded: (id) => void ended.push(id),
      ...(options.limits && { limits: options.limits }),
    })
  let sessions = sessionsOn()
  const open = async () => {
    const session = await sessions.open(interview.id, interview.ownerId)
    if (session === null) throw new Error('the interview is not there')
    return session
  }
  onTestFinished(async () => {
    await sessions.closeAll()
    store.close()
    rmSync(folder, { recursive: true })
  })
  return {
    clock,
    ended,
    problems,
    get store() {
      return store
    },
    get sessions() {
      return sessions
    },
    join: async (connection: string, have: Position | null = null) => await joinSession(await open(), connection, have),
    /** Stops everything and starts it again on the same file. */
    restart: async () => {
      await sessions.closeAll()
      store.close()
      store = openSqliteStore({ file, clock })
      sessions = sessionsOn()
    },
    interview: async () => {
      const found = await store.findInterview(interview.id, interview.ownerId)
      if (found === null) throw new Error('the interview is not there')
      return found
    },
    turns: async () => await store.listTurns(interview.id),
    /** Stores a board, drawn from the newest, as the route does. Rejects when it is not stored. */
    draw: async (text: string, connection = 'tab-drawing') => {
      const base = await store.newestBoard(interview.id)
      const made = await store.saveBoard(interview.id, { base, scene: JSON.stringify({ elements: [{ text }] }), text })
      if (made.kind !== 'stored') throw new Error(`the board was not stored: ${made.kind}`)
      await sessions.tellDrawn(interview.id, { connection, revision: made.revision })
      await settle()
      return made.revision
    },
    /** Moves time in steps that a running interview counts. */
    pass: async (minutes: number) => {
      for (let passed = 0; passed < minutes * 60; passed += 15) {
        clock.advance(15_000)
        await settle()
      }
    },
  }
}

export const say = (text: string, clientTurnId: string): SessionCommand => ({ type: 'say', clientTurnId, text })
