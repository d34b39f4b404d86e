import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'

const token = 'a-token-for-the-benchmark'
const program = join(import.meta.dirname, '../../../bin/hotseat.mjs')

/** A process that is measured. */
export interface Served {
  port: number
  /** Seconds of CPU that it has used, and bytes of memory that it holds. */
  used(): { cpu: number; memory: number }
  stop(): Promise<void>
}

/** What a load client needs to know of a server. */
export interface Contender extends Served {
  /** Where the nth interview is. */
  address(n: number): { url: string; subprotocols: string[]; headers: Record<string, string> }
  /** Sent when the socket is open; empty: nothing. */
  greeting: string
  /** The candidate's turn. */
  turn(n: number): string
}

const ticksPerSecond = 100
const pageBytes = 4096

async function started(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Served> {
  const env = { PATH: process.env.PATH, ...options.env }
  const child: ChildProcess = spawn(process.execPath, args, { ...options, env, stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout === null) throw new Error('no output')
  const ended = once(child, 'exit')
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([status]) => Promise.reject(new Error(`${args.join(' ')} ended with ${status}`))),
  ])) as [string]
  return {
    port: Number(/(\d+)(?:\/\S*)?$/.exec(line)?.[1]),
    used: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1])
      return { cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, memory: pages * pageBytes }
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const script = (name: string, ...args: string[]) => started(['--import', 'tsx', join(import.meta.dirname, name), ...args])

export async function pacedModel(): Promise<Served & { sent(): Promise<number> }> {
  const served = await script('paced-model.ts')
  const sent = async () => ((await (await fetch(`http://127.0.0.1:${served.port}/`)).json()) as { sent: number }).sent
  return { ...served, sent }
}

const plain = (served: Served): Contender => ({
  ...served,
  address: () => ({ url: `ws://127.0.0.1:${served.port}`, subprotocols: [], headers: {} }),
  greeting: '',
  turn: () => '{}',
})

export const bareRelay = async (model: Served): Promise<Contender> => plain(await script('bare-relay.ts', String(model.port)))
export const usualWay = async (model: Served): Promise<Contender> => plain(await script('usual-way.ts', String(model.port)))

/** Hotseat as it is built, with so many interviews that wait for the candidate's first words. */
export async function hotseat(model: Served, interviews: number): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-bench-'))
  const env = {
    PORT: '0',
    HOTSEAT_DB: join(folder, 'hotseat.db'),
    HOTSEAT_TOKEN: token,
    HOTSEAT_MODEL: 'paced',
    HOTSEAT_OBSERVER: 'off',
    HOTSEAT_MODEL_CALLS: '10000',
    HOTSEAT_LOG_LEVEL: 'error',
    OPENAI_BASE_URL: `http://127.0.0.1:${model.port}/v1`,
  }
  const first = await started([program, 'serve'], { cwd: folder, env })
  const choice = { track: 'system-design', level: 'senior', minutes: 45, mode: 'mock', persona: 'neutral' }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const begun = await fetch(`http://127.0.0.1:${first.port}/api/interviews`, {
    method: 'POST',
    headers,
    body: JSON.stringify(choice),
  })
  if (begun.status !== 201) throw new Error(await begun.text())
  await first.stop()
  copyInterview(env.HOTSEAT_DB, interviews)
  const served = await started([program, 'serve'], { cwd: folder, env })
  return {
    ...served,
    address: (n) => ({
      url: `ws://127.0.0.1:${served.port}/api/interviews/copy-${n}/live`,
      subprotocols: ['interview.v1'],
      headers,
    }),
    greeting: JSON.stringify({ type: 'hello', connection: 'the-benchmark' }),
    turn: (n) => JSON.stringify({ type: 'say', clientTurnId: `turn-of-${n}`, text: answer }),
    stop: async () => {
      await served.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The one interview that there is, so many times, each after the interviewer's opening. */
function copyInterview(file: string, times: number): void {
  const db = new Database(file)
  const columns = db.prepare("select group_concat(name) from pragma_table_info('interviews') where name <> 'id'").pluck().get()
  db.exec(`
    with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${times - 1})
      insert into interviews (id, ${columns}) select 'copy-' || n, ${columns} from numbers, (select * from interviews);
    update interviews set questions = json_set(questions, '$[0].firstTurn', 1);
    insert into turns (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, spoken_by, interrupted)
      select id, 1, 'interviewer', json_extract(questions, '$[0].text'), '[]', 0, 0, created_at, 'model:paced', 0 from interviews where id like 'copy-%';`)
  db.close()
}

const answer =
  'Reads outnumber writes by a hundred to one, so I put a cache before the store and let a miss fill it. ' +
  'The writer goes through a queue, since a burst must not reach the database. How many users are there at the peak?'
