import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The network between browsers and the server: a TCP relay that a test breaks. */
export interface FlakyLine {
  /** What browsers are given instead of the server's own address. */
  origin: string
  /** Where it leads from now on; the server's port changes with a restart. */
  leadTo(origin: string): void
  /** Resets all that is connected. */
  drop(): void
  /** Stops reading from the server, as a browser that is asleep does. */
  stall(): void
  flow(): void
}

export async function flakyLine(): Promise<FlakyLine> {
  const pairs = new Set<[Socket, Socket]>()
  let target = 0
  let isStalled = false
  const server = createServer((near) => {
    const far = dial(target, '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.pipe(far)
    if (!isStalled) far.pipe(near)
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy()
      far.destroy()
    }
  }
  onTestFinished(() => {
    drop()
    server.close()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (origin) => {
      target = Number(new URL(origin).port)
    },
    drop,
    stall: () => {
      if (isStalled) return
      isStalled = true
      for (const [near, far] of pairs) {
        far.unpipe(near)
        far.pause()
      }
    },
    flow: () => {
      if (!isStalled) return
      isStalled = false
      for (const [near, far] of pairs) far.pipe(near)
    },
  }
}
