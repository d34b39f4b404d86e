#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, root } from './build-if-stale.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`hotseat: needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
buildIfStale('server', ...(process.argv[2] === 'serve' ? ['web'] : []))
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist/server/cli.js')).href)
