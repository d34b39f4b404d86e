import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { pageRoutes } from '#src/server/page-routes.ts'

/** One pad on a page of its own, built as the client is and served with the headers of the product; for all tests of a file. */
export function withPadsPage(): { origin(): string } {
  let origin = ''
  let close = () => undefined as unknown
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotseat-pads-'))
    await build({
      configFile: 'vite.config.ts',
      root: import.meta.dirname,
      logLevel: 'error',
      build: { outDir: folder, license: false },
    })
    const server = serve({ fetch: pageRoutes(folder).fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    close = () => {
      server.close()
      rmSync(folder, { recursive: true })
    }
  })
  afterAll(() => close())
  return { origin: () => origin }
}
