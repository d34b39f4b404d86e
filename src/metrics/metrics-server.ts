import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HotseatError } from '#src/errors.ts'
import type { Metrics } from './metrics.ts'

/** For this machine alone: who scrapes from elsewhere comes by a collector here. */
const host = '127.0.0.1'
/** Any other name leads here only by a page that had it point at this machine. */
const names = /^(127\.0\.0\.1|localhost)(:\d+)?$/

/** Serves `/metrics` on a port of its own until it is closed. Rejects with HotseatError when the port cannot be had. */
export function serveMetrics(metrics: Metrics, port: number): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET' || !names.test(request.headers.host ?? '')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here but GET /metrics.\n')
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new HotseatError(`The metrics cannot be served on ${host}:${port}. Set HOTSEAT_METRICS_PORT to a free port.`, { cause }),
      ),
    )
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })
}
