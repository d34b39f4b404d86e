import { describe, expect, test } from 'vitest'
import { type BoardRead, type BoardStatus, BoardSync, type BoardWrite } from '../../../web/board/board-sync.ts'
import type { KeptElement } from '../../../web/board/kept-element.ts'
import type { StoredScene } from '../../../web/board/scene-to-store.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { element } from './elements.ts'

const away: BoardWrite & BoardRead = { kind: 'failed', message: 'The server did not answer.' }

/** A server with one board, which any number of tabs draw on. */
function server(start: KeptElement[] | null = null) {
  let board = start === null ? null : { revision: 1, elements: start }
  const writes: { base: number | null; scene: StoredScene }[] = []
  return {
    writes,
    reads: 0,
    isAway: false,
    leftOut: null as string | null,
    isOver: false,
    /** Set: the next write waits for it. */
    gate: null as Promise<void> | null,
    board: () => board,
    async read(): Promise<BoardRead> {
      this.reads += 1
      if (this.isAway) return away
      return board === null ? { kind: 'none' } : { kind: 'read', ...board }
    },
    async write(sent: { base: number | null; scene: StoredScene }): Promise<BoardWrite> {
      await this.gate
      if (this.isAway) return away
      if (this.isOver) return { kind: 'closed' }
      writes.push(sent)
      if ((board?.revision ?? null) !== sent.base) return { kind: 'moved' }
      board = { revision: (board?.revision ?? 0) + 1, elements: [...sent.scene.elements] }
      return { kind: 'stored', revision: board.revision, leftOut: this.leftOut }
    },
  }
}

/** One tab that draws. Of each element the higher version stays, as Excalidraw has it. */
function tab(store: ReturnType<typeof server>, kept: { elements: KeptElement[] | null } = { elements: null }) {
  const clock = manualClock()
  const drawn = new Map<string, KeptElement>()
  const statuses: BoardStatus[] = []
  const sync = new BoardSync({
    store: { read: () => store.read(), write: (board) => store.write(board) },
    drawing: {
      elements: () => [...drawn.values()],
      merge: (elements) => {
        for (const one of elements) if ((drawn.get(one.id)?.version ?? 0) < one.version) drawn.set(one.id, one)
      },
    },
    kept: {
      read: () => kept.elements,
      keep: (elements) => {
        kept.elements = [...elements]
      },
      clear: () => {
        kept.elements = null
      },
    },
    timers: clock,
    random: () => 0,
    onStatus: (status) => statuses.push(status),
  })
  return {
    sync,
    clock,
    kept,
    draw(...elements: KeptElement[]) {
      for (const one of elements) drawn.set(one.id, one)
      sync.changed()
    },
    ids: () => [...drawn.values()].filter(({ isDeleted }) => isDeleted !== true).map(({ id }) => id),
    status: () => statuses.at(-1),
    /** Lets what is under way come to its end. */
    async settled() {
      for (let at = 0; at < 40; at++) await Promise.resolve()
    },
    async rest(ms = 1_000) {
      clock.advance(ms)
      await this.settled()
    },
  }
}

test('what the server did not keep is said once, until something is drawn again', async () => {
  const store = server()
  store.leftOut = 'Links were left out.'
  const one = tab(store)
  await one.sync.start(null)
  one.draw(element('a'))
  await one.rest()
  const said: BoardStatus = { kind: 'saved', revision: 1, leftOut: 'Links were left out.' }
  expect(one.status()).toEqual(said)
  await one.sync.flush()
  expect(one.status()).toEqual(said)
  one.draw(element('b'))
  await one.rest()
  expect(one.status()).toEqual({ kind: 'saved', revision: 2 })
})

describe('saving', () => {
  test('begins when the hand has rested for a second, once for all that was drawn', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    one.draw(element('a'))
    await one.rest(900)
    one.draw(element('b'))
    await one.rest(900)
    expect(store.writes).toEqual([])
    expect(one.status()).toEqual({ kind: 'changed' })
    await one.rest(100)
    expect(store.writes.map(({ base, scene }) => [base, scene.elements.map(({ id }) => id)])).toEqual([[null, ['a', 'b']]])
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
  })

  test('happens every five seconds while the hand never rests', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    for (let at = 1; at <= 22; at++) {
      one.draw(element('a', { version: at }))
      await one.rest(500)
    }
    expect(store.writes).toHaveLength(2)
  })

  test('is left out when nothing changed, also when what changed is as before again', async () => {
    const store = server([element('a')])
    const one = tab(store)
    await one.sync.start(1)
    one.sync.changed()
    one.draw(element('a', { version: 2 }))
    one.draw(element('a'))
    await one.rest(10_000)
    expect(store.writes).toEqual([])
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
  })

  test('asks nothing of a server that has no board yet', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    expect(store.reads).toBe(0)
    expect(one.status()).toEqual({ kind: 'empty' })
  })

  test('takes along what is drawn while it is under way', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    let open = () => {}
    store.gate = new Promise((resolve) => {
      open = resolve
    })
    one.draw(element('a'))
    await one.rest()
    expect(one.status()).toEqual({ kind: 'saving' })
    one.draw(element('b'))
    open()
    await one.rest()
    await one.rest()
    expect(store.board()?.elements.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(one.status()).toEqual({ kind: 'saved', revision: 2 })
  })
})

describe('having everything stored', () => {
  test('does not wait for the hand to rest, and gives the revision that stands then', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    expect(await one.sync.flush()).toBeNull()
    one.draw(element('a'))
    expect(await one.sync.flush()).toBe(1)
    expect(await one.sync.flush()).toBe(1)
    expect(store.writes).toHaveLength(1)
  })

  test('rejects with the reason when it could not be stored', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    one.draw(element('a'))
    store.isAway = true
    await expect(one.sync.flush()).rejects.toThrow('The server did not answer.')
  })
})

describe('two tabs', () => {
  test('that draw at once keep what both drew', async () => {
    const store = server()
    const [one, two] = [tab(store), tab(store)]
    await one.sync.start(null)
    await two.sync.start(null)
    one.draw(element('a'))
    two.draw(element('b'))
    await one.rest()
    await two.rest()
    expect(two.ids()).toEqual(['b', 'a'])
    one.sync.moved(2)
    await one.settled()
    expect(one.ids()).toEqual(['a', 'b'])
    expect(one.status()).toEqual({ kind: 'saved', revision: 2 })
    await one.rest(10_000)
    expect(store.board()?.revision).toBe(2)
  })

  test('do not bring back what one of them removed', async () => {
    const store = server([element('a'), element('b')])
    const [one, two] = [tab(store), tab(store)]
    await one.sync.start(1)
    await two.sync.start(1)
    one.draw(element('a', { version: 2, isDeleted: true }))
    await one.rest()
    two.draw(element('c'))
    await two.rest()
    expect(two.ids()).toEqual(['b', 'c'])
    one.sync.moved(3)
    await one.settled()
    expect(one.ids()).toEqual(['b', 'c'])
  })

  test('a revision of one’s own is not read again', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    one.draw(element('a'))
    one.clock.advance(1_000)
    one.sync.moved(1)
    await one.settled()
    expect(store.reads).toBe(0)
  })
})

describe('a server that is away', () => {
  test('is tried again, further apart each time, and what was drawn is kept and then stored', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    store.isAway = true
    one.draw(element('a'))
    await one.rest()
    expect(one.status()).toEqual({ kind: 'not-saved', why: 'The server did not answer.' })
    expect(one.kept.elements).toEqual([element('a')])
    await one.rest(500)
    one.draw(element('b'))
    store.isAway = false
    await one.rest(999)
    expect(store.writes).toEqual([])
    await one.rest(1)
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
    expect(store.board()?.elements).toHaveLength(2)
    expect(one.kept.elements).toBeNull()
  })

  test('is tried at once when the line is back', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    store.isAway = true
    one.draw(element('a'))
    await one.rest()
    store.isAway = false
    one.sync.retry()
    await one.settled()
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
  })

  test('lets one draw on what this browser kept, and its own board comes in later', async () => {
    const store = server([element('stored')])
    store.isAway = true
    const one = tab(store, { elements: [element('mine')] })
    await one.sync.start(1)
    expect(one.ids()).toEqual(['mine'])
    expect(one.status()).toMatchObject({ kind: 'not-saved' })
    store.isAway = false
    await one.rest(500)
    await one.rest()
    expect(one.ids().toSorted()).toEqual(['mine', 'stored'])
    expect(store.board()?.elements).toHaveLength(2)
  })
})

describe('what could not be stored', () => {
  test('survives a reload and is stored then', async () => {
    const store = server([element('a')])
    const first = tab(store)
    await first.sync.start(1)
    first.draw(element('b'))
    await first.rest(300)
    expect(store.writes).toEqual([])
    const second = tab(store, first.kept)
    await second.sync.start(1)
    expect(second.ids()).toEqual(['a', 'b'])
    await second.rest()
    expect(store.board()?.elements).toHaveLength(2)
  })

  test('goes once more when the pad is closed', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    one.draw(element('a'))
    one.sync.close()
    await one.settled()
    expect(store.board()?.elements).toEqual([element('a')])
    expect(one.kept.elements).toBeNull()
  })

  test('because it is too large is kept here and stored when enough of it was removed', async () => {
    const store = server()
    const one = tab(store)
    await one.sync.start(null)
    one.draw(...Array.from({ length: 2_001 }, (_, at) => element(`e${at}`)))
    await one.rest()
    expect(one.status()).toMatchObject({ kind: 'too-large' })
    expect(one.kept.elements).toHaveLength(2_001)
    one.draw(element('e0', { version: 2, isDeleted: true }))
    await one.rest()
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
    expect(store.board()?.elements).toHaveLength(2_000)
  })
})

describe('a board that could not be read', () => {
  test('is asked for again and again, also when nothing is drawn meanwhile', async () => {
    const store = server([element('a')])
    store.isAway = true
    const one = tab(store)
    await one.sync.start(1)
    for (let at = 0; at < 3; at++) await one.rest(60_000)
    expect(one.status()).toEqual({ kind: 'not-saved', why: 'The server did not answer.' })
    store.isAway = false
    await one.rest(60_000)
    expect(one.ids()).toEqual(['a'])
    expect(one.status()).toEqual({ kind: 'saved', revision: 1 })
  })

  test('leaves what this browser kept in its place when the pad or the page is closed before it came', async () => {
    const kept = { elements: [element('b')] }
    const one = tab(server([element('a')]), kept)
    const started = one.sync.start(1)
    await Promise.resolve()
    one.draw(element('c'))
    one.sync.keep()
    expect(kept.elements).toEqual([element('b'), element('c')])
    one.sync.close()
    await started
    await one.settled()
    expect(kept.elements).toEqual([element('b'), element('c')])
  })
})

test('who asks a pad that was closed is told whether all of it is stored', async () => {
  const [store, other] = [server(), server()]
  const [one, two] = [tab(store), tab(other)]
  other.isAway = true
  for (const each of [one, two]) {
    await each.sync.start(null)
    each.draw(element('a'))
    each.sync.close()
  }
  expect(await one.sync.flush()).toBe(1)
  await expect(two.sync.flush()).rejects.toThrow('The board was closed before it was stored.')
  expect(two.kept.elements).toEqual([element('a')])
})

test('a flush that other tabs outran again and again is rejected, since what was drawn here is not stored', async () => {
  const store = server([element('a')])
  const one = tab({ ...store, read: () => store.read(), write: async () => ({ kind: 'moved' }) } as typeof store)
  await one.sync.start(1)
  one.draw(element('b'))
  await expect(one.sync.flush()).rejects.toThrow('Another tab was faster each time.')
})

test('an interview that is over takes nothing more, and nothing is tried again', async () => {
  const store = server()
  const one = tab(store)
  await one.sync.start(null)
  store.isOver = true
  one.draw(element('a'))
  await one.rest()
  expect(one.status()).toEqual({ kind: 'closed' })
  store.isOver = false
  one.draw(element('b'))
  await one.rest(60_000)
  expect(store.writes).toEqual([])
})
