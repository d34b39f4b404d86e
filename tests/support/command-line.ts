import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const program = join(import.meta.dirname, '../../bin/hotseat.mjs')

export interface CommandOptions {
  /** The working folder; one of its own when unsaid. */
  folder?: string
  env?: Record<string, string>
  /** The program; the one of this repository when unsaid. */
  program?: string
}

/** A folder that is gone when the test is over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** What a command printed as JSON lines. */
export const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

function start(args: string[], options: CommandOptions) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [options.program ?? program, ...args], {
    cwd: options.folder ?? emptyFolder(),
    env: { PATH, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs a command as a person does and waits for its end. `status` is its exit status. */
export async function hotseat(args: string[], options: CommandOptions = {}) {
  const child = start(args, options)
  const [[status], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { status: status as number | null, stdout, stderr }
}

/** Runs a command whose output nobody reads, as `head` does when it has enough. */
export async function hotseatUnheard(args: string[], options: CommandOptions = {}) {
  const child = start(args, options)
  child.stdout.destroy()
  const [[status], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)])
  return { status: status as number | null, stderr }
}

/** A server as a process of its own, listening. */
export interface ServerProcess {
  child: ChildProcess
  /** The line that it printed. */
  line: string
  origin: string
  /** Resolves with exit status and signal. */
  ended: Promise<unknown[]>
}

/** Starts `hotseat serve` on a free port and waits until it listens. Rejects when it ends before that. */
export async function startServing(options: CommandOptions = {}): Promise<ServerProcess> {
  const child = start(['serve'], { ...options, env: { PORT: '0', ...options.env } })
  const ended = once(child, 'exit')
  const complaints = text(child.stderr)
  for await (const line of createInterface(child.stdout)) {
    const { origin } = new URL(/http\S+/.exec(line)?.[0] ?? '')
    return { child, line, origin, ended }
  }
  throw new Error(`the server ended: ${await complaints}`)
}
