// The server restarts on a change, and Vite serves the client with hot replacement in front of it.
import { spawn } from 'node:child_process'
import { root } from './build-if-stale.mjs'

const run = (...command) => spawn(process.execPath, command, { cwd: root, stdio: 'inherit' })
const parts = [run('node_modules/tsx/dist/cli.mjs', 'watch', 'src/cli.ts', 'serve'), run('node_modules/vite/bin/vite.js')]
const stop = () => {
  for (const part of parts) part.kill()
}
for (const part of parts) part.on('exit', stop)
process.on('SIGINT', stop)
