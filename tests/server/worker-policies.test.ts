import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pageRoutes } from '#src/server/page-routes.ts'

test.each([
  ['runner-worker-BOB_-1a2.js', "default-src 'none'; script-src 'unsafe-eval'"],
  ['sql-worker-Cs5BVPuk.js', "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"],
  ['other-worker-Cs5BVPuk.js', null],
  ['code-pad-Cs5BVPuk.js', null],
])('%s comes under the policy %s', async (name, policy) => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-assets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', name), '1')
  const response = await pageRoutes(folder).request(`/assets/${name}`)
  expect([response.status, response.headers.get('content-security-policy')]).toEqual([200, policy])
})
