import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { build, loadConfigFromFile, type Plugin } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { pageRoutes } from '#src/server/page-routes.ts'

/** One pad on a page of its own, built as the client is and served with the headers of the product; for all tests of a file. */
export function withPadsPage(): { origin(): string } {
  let origin = ''
  let close = () => undefined as unknown
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotseat-pads-'))
    const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, 'vite.config.ts')
    if (loaded === null) throw new Error('there is no vite.config.ts')
    const { config } = loaded
    // Compressing takes longer than all the rest, and nobody waits for these bytes.
    const plugins = (config.plugins as (Plugin | Plugin[])[]).flat().filter(({ name }) => name !== 'compress-assets')
    const output = { ...config.build, outDir: folder, license: false }
    await build({ ...config, configFile: false, plugins, root: import.meta.dirname, logLevel: 'error', build: output })
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
