import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Each bundle: what it is made from, a file that says when it was made, and the Vite configuration that makes it. */
const bundles = {
  server: {
    sources: ['src', 'vite.server.config.ts', 'package.json'],
    product: 'dist/server/cli.js',
    config: 'vite.server.config.ts',
  },
  web: {
    sources: ['web', 'src/protocol', 'src/domain', 'vite.config.ts', 'package.json'],
    product: 'dist/web/index.html',
    config: 'vite.config.ts',
  },
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

function isStale({ sources, product }) {
  const built = join(root, product)
  return !existsSync(built) || sources.some((source) => newest(join(root, source)) > statSync(built).mtimeMs)
}

/** Builds the named bundles that are missing or older than their sources. Without the build tools (an install without development packages) it runs what is there. */
export function buildIfStale(...names) {
  for (const name of names) {
    const bundle = bundles[name]
    if (!isStale(bundle)) continue
    const vite = viteCommand()
    if (vite === null) {
      if (existsSync(join(root, bundle.product))) continue
      console.error(
        `hotseat: the ${name} is not built and the build tools are not installed. Run "npm ci && npm run build" first.`,
      )
      process.exit(1)
    }
    console.error(`hotseat: building the ${name}…`)
    const { status } = spawnSync(process.execPath, [vite, 'build', '--config', bundle.config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) process.exit(status ?? 1)
  }
}

function viteCommand() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  } catch {
    return null
  }
}
