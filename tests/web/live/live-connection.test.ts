import { describe, expect, it } from 'vitest'
import { closeCodes, type ServerFrame } from '#src/protocol/frames.ts'
import { type ConnectionStatus, LiveConnection } from '../../../web/live/live-connection.ts'
import { scriptedTab } from './scripted-line.ts'

const welcome = { type: 'welcome', epoch: 'first', resumed: false } satisfies ServerFrame

function connected() {
  const tab = scriptedTab()
  const statuses: ConnectionStatus['kind'][] = []
  const frames: ServerFrame['type'][] = []
  const link = new LiveConnection({
    openSocket: tab.openSocket,
    surroundings: tab.surroundings,
    hello: () => ({ type: 'hello', connection: 'this-tab' }),
    onFrame: (frame) => frames.push(frame.type),
    onStatus: (status) => statuses.push(status.kind),
  })
  tab.last().accept()
  tab.last().deliver(welcome)
  return { ...tab, link, statuses, frames }
}

describe('the live connection', () => {
  it('says hello first and is live with the welcome', () => {
    const { last, statuses, frames } = connected()
    expect(last().sent).toEqual([{ type: 'hello', connection: 'this-tab' }])
    expect(statuses).toEqual(['connecting', 'live'])
    expect(frames).toEqual(['welcome'])
  })

  it('comes back after a break, waiting longer each time, and no longer than 15 s', () => {
    const { sockets, clock, last, statuses } = connected()
    const waits = [500, 1000, 2000, 4000, 8000, 15_000, 15_000]
    for (const [index, wait] of waits.entries()) {
      last().drop(1006)
      clock.advance(wait - 1)
      expect(sockets.length).toBe(index + 1)
      clock.advance(1)
      expect(sockets.length).toBe(index + 2)
    }
    expect(statuses.at(-1)).toBe('reconnecting')
  })

  it('starts over with short waits once it was live again', () => {
    const { sockets, clock, last } = connected()
    last().drop(1006)
    clock.advance(500)
    last().drop(1006)
    clock.advance(1000)
    last().accept()
    last().deliver({ ...welcome, resumed: true })
    last().drop(1006)
    clock.advance(500)
    expect(sockets.length).toBe(4)
  })

  it.each([
    [closeCodes.superseded, 'superseded'],
    [closeCodes.unauthorized, 'signed-out'],
    [closeCodes.unknownInterview, 'not-found'],
    [closeCodes.forbiddenOrigin, 'forbidden'],
  ])('stays away after %i', (code, why) => {
    const tab = scriptedTab()
    const live = tab.open()
    tab.last().accept()
    tab.last().drop(code)
    tab.clock.advance(600_000)
    tab.network(true)
    expect(tab.sockets.length).toBe(1)
    expect(live.view().status).toEqual({ kind: 'stopped', why })
  })

  it('tries at once when the network returns', () => {
    const { sockets, last, network, statuses } = connected()
    network(false)
    last().drop(1006)
    expect(statuses.at(-1)).toBe('offline')
    network(true)
    expect(sockets.length).toBe(2)
  })

  it('gives a silent line up after two unanswered pings', () => {
    const { clock, sockets, last } = connected()
    clock.advance(25_000)
    last().deliver({ type: 'pong' })
    clock.advance(25_000 * 3)
    expect(sockets[0]?.sent.filter(({ type }) => type === 'ping').length).toBe(3)
    expect(sockets[0]?.closedWith).toBe(4408)
    clock.advance(500)
    expect(sockets.length).toBe(2)
  })

  it('leaves a line that talks nonsense and opens another', () => {
    const { clock, sockets, last, frames } = connected()
    last().deliver('{"type":"applause"}')
    expect(sockets[0]?.closedWith).toBe(4400)
    clock.advance(500)
    expect(sockets.length).toBe(2)
    expect(frames).toEqual(['welcome'])
  })

  it('waits longer and longer for a server whose snapshots it cannot read', () => {
    const { clock, sockets, last } = connected()
    for (const wait of [500, 1000, 2000]) {
      last().deliver(welcome, '{"type":"snapshot"}')
      clock.advance(wait)
      last().accept()
    }
    expect(sockets.length).toBe(4)
    last().deliver(welcome, '{"type":"snapshot"}')
    clock.advance(3999)
    expect(sockets.length).toBe(4)
  })

  it('is over when closed', () => {
    const { clock, sockets, link, network } = connected()
    link.close()
    network(true)
    clock.advance(60_000)
    expect(sockets.length).toBe(1)
    expect(link.send({ type: 'ping' })).toBe(false)
  })
})
