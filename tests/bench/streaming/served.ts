import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

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
  /** The candidate's turn; `round`: how many it has sent before. */
  turn(n: number, round?: number): string
}

const ticksPerSecond = 100
const pageBytes = 4096

/** Starts a program that prints its port, or an address with it, on its first line. */
export async function started(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Served> {
  const env = { PATH: process.env.PATH, ...options.env }
  const child: ChildProcess = spawn(process.execPath, args, { ...options, env, stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout === null) throw new Error('no output')
  const ended = once(child, 'exit')
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([status]) => Promise.reject(new Error(`${args.join(' ')} ended with ${status}`))),
  ])) as [string]
  return {
    port: Number(/:?(\d+)(?:\/\S*)?$/.exec(line)?.[1]),
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

/** A program of this folder. */
export const script = (name: string) => ['--import', 'tsx', join(import.meta.dirname, name)]

export interface PacedModel extends Served {
  /** Tokens sent so far, and replies that are under way. */
  state(): Promise<{ sent: number; running: number }>
}

export async function pacedModel(tokens: number): Promise<PacedModel> {
  const served = await started([...script('paced-model.ts'), String(tokens)])
  const state = async () => (await (await fetch(`http://127.0.0.1:${served.port}/`)).json()) as { sent: number; running: number }
  return { ...served, state }
}

const plain = (served: Served): Contender => ({
  ...served,
  address: () => ({ url: `ws://127.0.0.1:${served.port}`, subprotocols: [], headers: {} }),
  greeting: '',
  turn: () => '{}',
})

export const bareRelay = async (model: Served): Promise<Contender> =>
  plain(await started([...script('bare-relay.ts'), String(model.port)]))
export const usualWay = async (model: Served): Promise<Contender> =>
  plain(await started([...script('usual-way.ts'), String(model.port)]))
