import { Hono } from 'hono'
import type { ServerOptions } from './server-options.ts'

/** For whoever watches the process, without access and without anything to learn: `/healthz` says that it runs, `/readyz` that its database answers. */
export function healthRoutes({ store }: Pick<ServerOptions, 'store'>): Hono {
  const routes = new Hono()
  routes.use('/:probe{healthz|readyz}', async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
  })
  routes.get('/healthz', (context) => context.text('ok'))
  routes.get('/readyz', async (context) => {
    await store.ping()
    return context.text('ready')
  })
  return routes
}
