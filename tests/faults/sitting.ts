import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { expect } from 'vitest'
import { emptyFolder, type ServerProcess, startServing } from '../support/command-line.ts'
import { beginInterview, connect } from '../support/live-client.ts'
import { type ModelPeer, obedientModel, startModelPeer } from '../support/model-peer.ts'
import { turnRows } from '../support/turn-rows.ts'
import { type FlakyLine, flakyLine } from './flaky-line.ts'
import { randomOf } from './random.ts'
import { openTab, type Tab } from './tab.ts'
import { workspaceUnderFaults } from './workspace.ts'

const token = 'a-token-for-the-faults'

/** What can happen, and how often beside the others. `kill` is chosen apart, so that a run has as many as it is told. */
const happenings = {
  say: 8,
  wait: 6,
  interrupt: 2,
  pause: 1,
  resume: 2,
  hint: 1,
  'say-again': 2,
  reload: 2,
  drop: 2,
  stall: 1,
  flow: 5,
  draw: 5,
  write: 2,
  'say-with-board': 2,
} as const
type Happening = keyof typeof happenings

export interface SittingOptions {
  /** The same seed makes the same choices; what the machine makes of them in time differs. */
  seed: number
  kills: number
  stepsBetweenKills: number
}

export interface SittingReport {
  said: number
  acknowledged: number
  calls: number
  happened: Record<string, number>
  beside: ReturnType<ReturnType<typeof workspaceUnderFaults>['check']>
}

/**
 * One interview in two tabs on a server that is killed again and again, over a line that breaks. At the end both tabs, a third that only then
 * comes, the database and the journal of the model's endpoint must tell the same story. Rejects where they do not.
 */
export async function sitThroughFaults({ seed, kills, stepsBetweenKills }: SittingOptions): Promise<SittingReport> {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const all = Object.entries(happenings).flatMap(([what, times]) => Array<Happening>(times).fill(what as Happening))
  const peer = await startModelPeer(obedientModel)
  const line = await flakyLine()
  const place = serverPlace(peer, line)
  await place.start()
  const { id: interview } = await beginInterview({ origin: line.origin, token }, { track: 'system-design', minutes: 45 })

  const acknowledged = new Set<string>()
  const said = new Map<string, string>()
  const drafts = new Map<string, string>()
  const open = () =>
    openTab({ origin: line.origin, token, interview, drafts, haste: 0.04, onAcknowledged: (id) => void acknowledged.add(id) })
  const tabs = [open(), open()]
  const beside = workspaceUnderFaults({ origin: line.origin, token, interview })
  const newText = () => `Marker ${markerOf(said.size + 1)}: ${pick(answers)}`
  const calls = callsAllowed(() => turnRows(place, interview))
  const happened: Record<string, number> = {}

  const happen: Record<Happening, (tab: Tab) => void | Promise<void>> = {
    say: (tab) => {
      if (tab.view().unsent !== null) return
      const text = newText()
      tab.page().type(text)
      tab.page().say()
      const { unsent } = tab.view()
      if (unsent !== null) said.set(unsent.clientTurnId, text)
    },
    wait: async () => await pass(random() * 150),
    interrupt: (tab) => tab.page().command('interrupt'),
    pause: (tab) => tab.page().command('pause'),
    resume: (tab) => {
      calls.mayRepeat()
      tab.page().command('resume')
    },
    hint: (tab) => {
      calls.mayRepeat()
      tab.page().command('hint')
    },
    'say-again': () => {
      const turn = pick([...said])
      if (turn !== undefined) sayFromElsewhere({ origin: line.origin, interview, turn })
    },
    reload: (tab) => tab.reload(),
    drop: () => line.drop(),
    stall: () => line.stall(),
    flow: () => line.flow(),
    draw: () => beside.draw(),
    write: () => beside.write(),
    'say-with-board': () => {
      const turn: [string, string] = [`turn-with-board-${said.size + 1}`, newText()]
      if (beside.sayWithBoard(turn)) said.set(...turn)
    },
  }

  for (let life = 0; life <= kills; life++) {
    // Most lives last long enough to be talked in; the others are killed while the tabs still come back.
    if (random() < 0.8) await expect.poll(() => tabs.every(isLive), { timeout: 20_000, interval: 10 }).toBe(true)
    for (let step = 0; step < stepsBetweenKills; step++) {
      const what = pick(all)
      happened[what] = (happened[what] ?? 0) + 1
      await happen[what](pick(tabs))
      // Not a wait for anything: it lets what was begun get to a place of its own before the next thing happens.
      await pass(random() * 30)
    }
    if (life === kills) break
    line.flow()
    await place.kill()
    calls.mayRepeat()
    await place.start()
  }

  line.flow()
  await beside.idle()
  calls.mayRepeat()
  const third = open()
  for (const tab of [...tabs, third]) await settled(tab)
  const rows = turnRows(place, interview)
  for (const tab of [...tabs, third]) expect(tab.view().room.turns.map(({ text }) => text)).toEqual(rows.map(({ text }) => text))
  const stored = rows.flatMap(({ clientTurnId }) => clientTurnId ?? [])
  expect(stored.length).toBe(new Set(stored).size)
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([])
  for (const { clientTurnId, text } of rows) if (clientTurnId !== null) expect(text).toBe(said.get(clientTurnId))
  calls.check(peer)
  const checked = beside.check(place, [...tabs, third])
  await place.stop()
  return { said: said.size, acknowledged: acknowledged.size, calls: peer.requests.length, happened, beside: checked }
}

/** The server as its own process, on one folder, wherever its port is. */
function serverPlace(peer: ModelPeer, line: FlakyLine) {
  const folder = emptyFolder()
  const env = { HOTSEAT_TOKEN: token, OPENAI_BASE_URL: peer.baseUrl, HOTSEAT_MODEL: 'peer', HOTSEAT_OBSERVER: 'off' }
  let server: ServerProcess | null = null
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    server?.child.kill(signal)
    return await server?.ended
  }
  return {
    databaseFile: join(folder, 'data/hotseat.db'),
    start: async () => {
      server = await startServing({ folder, env })
      line.leadTo(server.origin)
    },
    kill: async () => void (await end('SIGKILL')),
    stop: async () => expect(await end('SIGTERM')).toEqual([0, null]),
  }
}

/** How often the interviewer may have been asked to answer each turn: once, and once more for each restart or command that takes the word up again. */
function callsAllowed(rows: () => { speaker: string; text: string }[]) {
  const repeats = new Map<string, number>()
  const lastMarker = () => markersIn(rows().findLast(({ speaker }) => speaker === 'candidate')?.text ?? '').at(-1) ?? 'none'
  return {
    mayRepeat: () => {
      const marker = lastMarker()
      repeats.set(marker, (repeats.get(marker) ?? 0) + 1)
    },
    check: ({ requests }: ModelPeer) => {
      const asked = new Map<string, number>()
      for (const { text } of requests) {
        const marker = markersIn(text).at(-1) ?? 'none'
        asked.set(marker, (asked.get(marker) ?? 0) + 1)
      }
      const tooOften = [...asked].filter(([marker, times]) => times > 1 + (repeats.get(marker) ?? 0))
      expect(tooOften).toEqual([])
      const said = rows()
      const unanswered = said.filter(({ speaker, text }, at) => {
        const marker = markersIn(text).at(-1)
        const isAnswered = speaker === 'candidate' && said[at + 1]?.speaker === 'interviewer'
        return isAnswered && marker !== undefined && !asked.has(marker)
      })
      expect(unanswered).toEqual([])
    },
  }
}

/** A turn that was sent before, by a connection of its own: a retry that comes late, or never on a line that is broken just now. */
function sayFromElsewhere(of: { origin: string; interview: string; turn: [string, string] }): void {
  const { origin, interview, turn } = of
  connect({ origin, token }, interview).then(
    (client) => client.send({ type: 'say', clientTurnId: turn[0], text: turn[1] }),
    () => undefined,
  )
}

const isLive = (tab: Tab): boolean => tab.view().status.kind === 'live' && tab.view().room.standing !== null

/** Resolves when a tab has all there is and nothing is under way. */
async function settled(tab: Tab): Promise<void> {
  const still = { status: 'live', unsent: null, pending: 0, state: 'awaiting-candidate', utterance: null, resync: false }
  const standing = () => {
    const { status, unsent, pending, room } = tab.view()
    const { utterance, resync } = room
    const state = room.standing?.state
    if (state === 'paused' && pending.size === 0) tab.page().command('resume')
    return { status: status.kind, unsent, pending: pending.size, state, utterance, resync }
  }
  await expect.poll(standing, { timeout: 20_000, interval: 20 }).toEqual(still)
}

/** A word in letters: numbers would be heard as figures. */
const markerOf = (n: number): string => [...String(n).padStart(4, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')
const markersIn = (text: string): string[] => [...text.matchAll(/Marker ([b-m]{4}):/g)].map(([, marker]) => marker ?? '')

const answers = [
  'I would put a queue between the two, since the writer must not wait.',
  'Reads go to a cache first, and a miss fills it for ten minutes.',
  'How many users are there at the peak?',
  'The key of the table is the code, so one lookup answers a redirect. 東京 \u{1F6A6} naïve',
  'If the broker is down, the order stays in the outbox and is sent later.',
  'I am not sure about that one.',
]
