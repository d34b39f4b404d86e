// Runs before the tests: what they need and the machine lacks is installed or built, or the run fails here and says what to do.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildIfStale } from '../../bin/build-if-stale.mjs'
import { findChromium } from './chromium.mjs'

const run = (command, ...args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

const ofDebian = ['chromium-headless-shell', 'chromium']

function installChromium() {
  const mayUseDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && run('apt-get', 'update')
  if (mayUseDebian && ofDebian.some((name) => run('apt-get', 'install', '-y', '--no-install-recommends', name))) return
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  run(process.execPath, playwright, 'install', 'chromium')
}

if (findChromium() === null) {
  console.log('The browser tests need Chromium; installing it…')
  installChromium()
}
if (findChromium() === null) {
  console.error(
    'No Chromium could be installed. Install one (Debian: "apt-get install chromium"), or set CHROMIUM_PATH to a Chrome or Chromium that is there, and run the tests again.',
  )
  process.exit(1)
}
buildIfStale('server', 'web')
