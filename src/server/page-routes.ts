import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { Problem } from './problem.ts'
import type { Environment } from './route-schemas.ts'
import { workerPolicies } from './worker-policies.ts'

const noncePlaceholder = 'CSP_NONCE_PLACEHOLDER'
const aYear = 'public, max-age=31536000, immutable'

/** The built client: its files, and its page at every other address, since the client has its own routes. */
export function pageRoutes(webRoot: string): Hono<Environment> {
  const routes = new Hono<Environment>()
  routes.use('/assets/*', async (context, next) => {
    await next()
    // Not by `onFound`, which is called when the answer has its headers already.
    if (!context.res.ok) return
    context.header('cache-control', aYear)
    const worker = /^\/assets\/(runner-worker|sql-worker)-[^/]+\.js$/.exec(context.req.path)?.[1]
    if (worker !== undefined) context.header('content-security-policy', workerPolicies[worker])
  })
  routes.use('/assets/*', serveStatic({ root: webRoot, precompressed: true }))
  routes.get('/icon.svg', serveStatic({ root: webRoot }))
  routes.get('/assets/*', (context) => context.text('There is no such file.', 404))
  routes.get('*', (context) => {
    const nonce = randomBytes(16).toString('base64')
    const host = context.req.header('host') ?? ''
    return context.html(page(webRoot).replaceAll(noncePlaceholder, nonce), 200, {
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce, host),
    })
  })
  return routes
}

const pages = new Map<string, string>()

function page(webRoot: string): string {
  const known = pages.get(webRoot)
  if (known !== undefined) return known
  const file = join(webRoot, 'index.html')
  if (!existsSync(file)) throw new Problem(503, 'not-built', 'The web client is not built. Run "npm run build", then reload.')
  const text = readFileSync(file, 'utf8')
  pages.set(webRoot, text)
  return text
}

/** `ws:` is named beside 'self' for browsers whose 'self' leaves sockets out. */
const policy = (nonce: string, host: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://${host} wss://${host}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
