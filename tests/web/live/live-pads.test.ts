import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pad } from '#src/domain/workspace.ts'
import type { ServerFrame } from '#src/protocol/frames.ts'
import type { LiveInterview } from '../../../web/live/live-interview.ts'
import { snapshot, standing } from './frames.ts'
import { scriptedTab } from './scripted-line.ts'

const code = (text: string): Pad => ({ pad: 'code', text, language: 'typescript' })
const welcome = (resumed: boolean): ServerFrame => ({ type: 'welcome', epoch: 'first', resumed })

function inTheRoom(part: Parameters<typeof snapshot>[0] = {}) {
  const tab = scriptedTab()
  const live = tab.open()
  tab.last().accept()
  tab.last().deliver(welcome(false), snapshot(part))
  const sent = (type: string) => tab.sockets.flatMap((socket) => socket.sent).filter((frame) => frame.type === type)
  const told = (seq: number, pad: Pad, connection = 'this-tab'): ServerFrame => ({
    type: 'pad',
    epoch: 'first',
    seq,
    connection,
    ...pad,
  })
  return { ...tab, live, sent, told }
}
const shown = (live: LiveInterview) => live.view().pads.code

describe('a pad', () => {
  it('goes to the server once typing rests, and is saved once it is told back', () => {
    const { live, clock, sent, last, told } = inTheRoom()
    live.writePad(code('let'))
    clock.advance(399)
    live.writePad(code('let a'))
    clock.advance(399)
    expect(sent('pad')).toEqual([])
    clock.advance(1)
    expect(sent('pad')).toEqual([{ type: 'pad', ...code('let a') }])
    expect(shown(live)).toEqual({ pad: code('let a'), isMirrored: false, isSaved: false })
    last().deliver(told(1, code('let a')))
    expect(shown(live)).toEqual({ pad: code('let a'), isMirrored: false, isSaved: true })
  })

  it('goes out every fifteen seconds while typing never rests', () => {
    const { live, clock, sent } = inTheRoom()
    for (let typed = 1; typed <= 151; typed++) {
      live.writePad(code('a'.repeat(typed)))
      clock.advance(100)
    }
    expect(sent('pad').length).toBe(1)
  })

  it('is what another tab writes, unless something was written here that is not stored', () => {
    const { live, last, told, clock } = inTheRoom()
    last().deliver(told(1, code('there'), 'other-tab'))
    expect(shown(live)).toEqual({ pad: code('there'), isMirrored: true, isSaved: true })
    live.writePad(code('there, and here'))
    last().deliver(told(2, code('there again'), 'other-tab'))
    expect(shown(live)).toEqual({ pad: code('there, and here'), isMirrored: false, isSaved: false })
    clock.advance(400)
    last().deliver(told(3, code('there, and here')))
    expect(shown(live)?.isSaved).toBe(true)
  })

  it('survives a reload before it was stored, and is sent then', () => {
    const { live, open, last, sent } = inTheRoom()
    live.writePad(code('let a'))
    last().drop(1006)
    live.disconnect()
    const again = open()
    expect(shown(again)?.pad).toEqual(code('let a'))
    last().accept()
    last().deliver(welcome(false), snapshot({ pads: [code('older')] }))
    expect(sent('pad')).toEqual([{ type: 'pad', ...code('let a') }])
    expect(shown(again)?.pad).toEqual(code('let a'))
  })

  it('is the server’s after a reload once it was stored', () => {
    const { live, open, last, clock, told, sent } = inTheRoom()
    live.writePad(code('let a'))
    clock.advance(400)
    last().deliver(told(1, code('let a')))
    live.disconnect()
    const again = open()
    last().accept()
    last().deliver(welcome(false), snapshot({ pads: [code('written elsewhere since')] }))
    expect(shown(again)?.pad).toEqual(code('written elsewhere since'))
    expect(sent('pad').length).toBe(1)
  })

  it.each([true, false])('is sent again after a break when it was not told back (resumed: %s)', (resumed) => {
    const { live, last, clock, sent } = inTheRoom()
    live.writePad(code('let a'))
    clock.advance(400)
    last().drop(1006)
    clock.advance(500)
    last().accept()
    last().deliver(welcome(resumed), ...(resumed ? [] : [snapshot()]))
    expect(sent('pad')).toEqual(Array(2).fill({ type: 'pad', ...code('let a') }))
  })

  it('is kept through a refusal, and tried again', () => {
    const { live, last, clock, sent } = inTheRoom()
    live.writePad(code('let a'))
    clock.advance(400)
    last().deliver({ type: 'error', code: 'not-stored', message: 'The disk is full.' })
    expect(shown(live)).toEqual({ pad: code('let a'), isMirrored: false, isSaved: false })
    clock.advance(15_000)
    expect(sent('pad').length).toBe(2)
  })

  it('stays in the browser while it is too long, and counts as writing', () => {
    const { live, clock, sent } = inTheRoom()
    live.writePad(code('a'.repeat(12_001)))
    clock.advance(400)
    expect(sent('pad')).toEqual([])
    expect(sent('typing').length).toBe(1)
    expect(shown(live)?.pad.text.length).toBe(12_001)
  })

  it('cannot be written once the interview is over', () => {
    const { live, clock, sent } = inTheRoom({ standing: { ...standing, state: 'ended' }, pads: [code('as it ended')] })
    live.writePad(code('and more'))
    clock.advance(20_000)
    expect(shown(live)?.pad).toEqual(code('as it ended'))
    expect(sent('pad')).toEqual([])
  })
})

/** A server that keeps a pad and tells every tab, each as late as its line is slow. */
function twoTabs() {
  const tabs = ['one', 'two'].map((connection) => {
    const tab = scriptedTab({ connection: `tab-${connection}` })
    return { ...tab, live: tab.open(), read: 0, waiting: [] as ServerFrame[], connection: `tab-${connection}` }
  })
  let seq = 0
  let stored: Pad[] = []
  const join = (tab: (typeof tabs)[number]) => {
    tab.last().accept()
    tab.read = tab.last().sent.length
    tab.waiting = [welcome(false), snapshot({ seq, pads: stored })]
  }
  const hear = (tab: (typeof tabs)[number]) => {
    const frames = tab.last().sent.slice(tab.read)
    tab.read += frames.length
    for (const frame of frames) {
      if (frame.type !== 'pad') continue
      const { type, ...pad } = frame
      stored = [pad]
      seq += 1
      for (const each of tabs) each.waiting.push({ type, epoch: 'first', seq, connection: tab.connection, ...pad })
    }
  }
  const steps = {
    tell: (tab: (typeof tabs)[number]) => {
      const frame = tab.waiting.shift()
      if (frame !== undefined) tab.last().deliver(frame)
    },
    hear,
    rest: (tab: (typeof tabs)[number]) => tab.clock.advance(400),
    cut: (tab: (typeof tabs)[number]) => {
      tab.last().drop(1006)
      tab.waiting = []
      // However often it broke before: the longest wait for the next attempt.
      tab.clock.advance(15_000)
      join(tab)
    },
  }
  for (const tab of tabs) join(tab)
  const settle = () => {
    for (let round = 0; round < 6; round++)
      for (const tab of tabs) {
        while (tab.waiting.length > 0) steps.tell(tab)
        tab.clock.advance(400)
        hear(tab)
      }
    for (const tab of tabs) while (tab.waiting.length > 0) steps.tell(tab)
  }
  return { tabs, steps, settle, stored: () => stored[0] }
}

describe('a pad in two tabs', () => {
  it('ends as the same in both, as the server has it, and is something that somebody wrote last', () => {
    const step = fc.record({
      at: fc.constantFrom(0, 1),
      do: fc.constantFrom('write', 'write', 'tell', 'hear', 'rest', 'cut'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (story) => {
        const { tabs, steps, settle, stored } = twoTabs()
        const last: (Pad | undefined)[] = [undefined, undefined]
        for (const [index, { at, do: what }] of story.entries()) {
          const tab = tabs[at] as (typeof tabs)[number]
          if (what === 'write') {
            last[at] = code(`${at} wrote ${index}`)
            tab.live.writePad(last[at])
          } else steps[what as keyof typeof steps](tab)
        }
        settle()
        const both = tabs.map(({ live }) => shown(live)?.pad)
        expect(both).toEqual([stored(), stored()])
        if (last.some((pad) => pad !== undefined)) expect(last).toContainEqual(stored())
        for (const { storage } of tabs) expect(storage.drafts.getItem('hotseat.pad.interview-1.code')).toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('is never changed under the hands of who has written and was not told back yet', () => {
    const { tabs, steps } = twoTabs()
    const [one, two] = tabs as [(typeof tabs)[number], (typeof tabs)[number]]
    for (const tab of tabs) while (tab.waiting.length > 0) steps.tell(tab)
    two.live.writePad(code('two'))
    steps.rest(two)
    steps.hear(two)
    one.live.writePad(code('one'))
    while (one.waiting.length > 0) steps.tell(one)
    expect(shown(one.live)?.pad.text).toBe('one')
  })
})
