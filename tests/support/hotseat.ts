import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Config } from '#src/config.ts'
import { readConfig } from '#src/config.ts'
import type { Content } from '#src/content/content.ts'
import { type Clock, systemClock } from '#src/domain/clock.ts'
import { contentFor, type Running, startServer } from '#src/main.ts'

export interface Hotseat extends Running {
  databaseFile: string
  token: string
  /** Of a browser in a space; unsaid: the launch token speaks. */
  cookie?: string
  /** Stops it and starts it again on the same port and database. */
  restart(): Promise<void>
}

let bank: Promise<Content> | undefined

/** The content of the repository, read once in a test file: reading it takes longer than everything else of a start. */
function contentOnce(config: Config): Promise<Content> {
  if (config.ownContent !== null) return contentFor(config)
  bank ??= contentFor(config)
  return bank
}

/** The whole product on a free port, with a database file of its own; gone when the test is over. */
export async function startHotseat(options: { env?: Record<string, string>; clock?: Clock } = {}): Promise<Hotseat> {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-test-'))
  const databaseFile = join(folder, 'hotseat.db')
  const token = 'a-token-for-the-tests'
  const start = (port: number) =>
    startServer(
      readConfig({
        PORT: String(port),
        HOTSEAT_DB: databaseFile,
        HOTSEAT_TOKEN: token,
        HOTSEAT_LOG_LEVEL: 'error',
        ...options.env,
      }),
      { clock: options.clock ?? systemClock, readContent: contentOnce },
    )
  let running = await start(0)
  const { port, origin, address, metricsPort } = running
  onTestFinished(async () => {
    await running.close()
    rmSync(folder, { recursive: true })
  })
  return {
    port,
    origin,
    address,
    metricsPort,
    databaseFile,
    token,
    close: () => running.close(),
    restart: async () => {
      await running.close()
      // What `fetch` kept open to the stopped server is used up here, and not by the first request to the new one.
      await fetch(origin).catch(() => undefined)
      running = await start(port)
    },
  }
}
