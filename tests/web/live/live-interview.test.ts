import { describe, expect, it } from 'vitest'
import type { ServerFrame } from '#src/protocol/frames.ts'
import { snapshot, standing, turn } from './frames.ts'
import { scriptedTab } from './scripted-line.ts'

const welcome = (resumed: boolean): ServerFrame => ({ type: 'welcome', epoch: 'first', resumed })

function inTheRoom(part: Parameters<typeof snapshot>[0] = {}) {
  const tab = scriptedTab()
  const live = tab.open()
  const join = () => {
    tab.last().accept()
    tab.last().deliver(welcome(false), snapshot(part))
  }
  join()
  const sent = (type: string) => tab.sockets.flatMap((socket) => socket.sent).filter((frame) => frame.type === type)
  const stored = (seq: number, clientTurnId: string, text: string): ServerFrame => ({
    type: 'turn-stored',
    epoch: 'first',
    seq,
    clientTurnId,
    turn: turn(seq, { clientTurnId, text, speaker: 'candidate' }),
  })
  return { ...tab, live, join, sent, stored }
}

describe('saying something', () => {
  it('keeps the words in the composer until they are stored', () => {
    const { live, last, stored, sent } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    expect(sent('say')).toEqual([{ type: 'say', clientTurnId: 'made-id-1', text: 'Reads dominate.' }])
    expect(live.view()).toMatchObject({
      draft: 'Reads dominate.',
      unsent: { clientTurnId: 'made-id-1', text: 'Reads dominate.' },
    })
    last().deliver(stored(1, 'made-id-1', 'Reads dominate.'))
    expect(live.view()).toMatchObject({ draft: '', unsent: null })
  })

  it('sends an unacknowledged turn again after a break, under the same id', () => {
    const { live, last, clock, join, sent } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    last().drop(1006)
    clock.advance(500)
    join()
    expect(sent('say')).toEqual(Array(2).fill({ type: 'say', clientTurnId: 'made-id-1', text: 'Reads dominate.' }))
  })

  it('sends it again after a reload too', () => {
    const { live, open, last, sent } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    live.disconnect()
    const again = open()
    expect(again.view()).toMatchObject({ draft: 'Reads dominate.', unsent: { clientTurnId: 'made-id-1' } })
    last().accept()
    last().deliver(welcome(false), snapshot())
    expect(sent('say').length).toBe(2)
  })

  it('learns from the snapshot that a turn arrived before the break', () => {
    const { live, last, clock, sent } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    last().drop(1006)
    clock.advance(500)
    last().accept()
    const arrived = turn(2, { clientTurnId: 'made-id-1', text: 'Reads dominate.' })
    last().deliver(welcome(false), snapshot({ seq: 2, turns: [turn(1), arrived] }))
    expect(sent('say').length).toBe(1)
    expect(live.view()).toMatchObject({ draft: '', unsent: null })
  })

  it('gives the words back to edit when the server refuses them', () => {
    const { live, last } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    last().deliver({ type: 'error', code: 'not-stored', message: 'The disk is full.', clientTurnId: 'made-id-1' })
    expect(live.view()).toMatchObject({ draft: 'Reads dominate.', unsent: null, refusal: 'The disk is full.' })
  })

  it('sends one turn however often it is asked before the answer', () => {
    const { live, sent } = inTheRoom()
    live.type('Reads dominate.')
    live.say()
    live.say()
    expect(sent('say').length).toBe(1)
  })

  it('sends nothing for blanks', () => {
    const { live, sent } = inTheRoom()
    live.type('  \n')
    live.say()
    expect(sent('say')).toEqual([])
  })
})

describe('the draft', () => {
  it('goes to the server once typing rests', () => {
    const { live, clock, sent } = inTheRoom()
    live.type('Re')
    clock.advance(399)
    live.type('Reads')
    clock.advance(399)
    expect(sent('draft')).toEqual([])
    expect(live.view().isDraftSaved).toBe(false)
    clock.advance(1)
    expect(sent('draft')).toEqual([{ type: 'draft', text: 'Reads' }])
    expect(live.view().isDraftSaved).toBe(true)
  })

  it('survives a reload before it was sent', () => {
    const { live, last, open, sent } = inTheRoom()
    live.type('Reads')
    last().drop(1006)
    live.disconnect()
    const again = open()
    expect(again.view().draft).toBe('Reads')
    last().accept()
    last().deliver(welcome(false), snapshot())
    expect(sent('draft')).toEqual([{ type: 'draft', text: 'Reads' }])
  })

  it('is the server’s when this browser has none', () => {
    const { live } = inTheRoom({ draft: 'Begun elsewhere' })
    expect(live.view()).toMatchObject({ draft: 'Begun elsewhere', isMirrored: false, isDraftSaved: true })
  })

  it('mirrors another tab, and is taken over by typing', () => {
    const { live, last, clock, sent } = inTheRoom()
    last().deliver({ type: 'draft', epoch: 'first', seq: 1, connection: 'other-tab', text: 'Typed there' })
    expect(live.view()).toMatchObject({ draft: 'Typed there', isMirrored: true })
    live.type('Typed there, and here')
    clock.advance(400)
    expect(live.view().isMirrored).toBe(false)
    expect(sent('draft')).toEqual([{ type: 'draft', text: 'Typed there, and here' }])
  })

  it('empties when the other tab’s words are stored', () => {
    const { live, last, stored } = inTheRoom()
    last().deliver({ type: 'draft', epoch: 'first', seq: 1, connection: 'other-tab', text: 'Typed there' })
    last().deliver(stored(2, 'their-turn', 'Typed there'))
    expect(live.view()).toMatchObject({ draft: '', isMirrored: false })
  })

  it('stays in the browser while it is too long for a turn', () => {
    const { live, clock, sent } = inTheRoom()
    live.type('a'.repeat(16_001))
    clock.advance(1000)
    expect(sent('draft')).toEqual([])
    expect(live.view()).toMatchObject({ isDraftSaved: false, refusal: null })
  })

  it('empties a saved draft that another tab said in other words, and keeps what was typed since', () => {
    const { live, last, stored, clock } = inTheRoom()
    live.type('Typed here')
    clock.advance(400)
    last().deliver(stored(1, 'their-turn', 'Said there'))
    expect(live.view().draft).toBe('')
    live.type('Typed after that')
    last().deliver(stored(2, 'their-next-turn', 'Said there again'))
    expect(live.view().draft).toBe('Typed after that')
  })

  it('shows what another tab is writing when one arrives there', () => {
    const { live } = inTheRoom({ draft: 'Typed there', standing: { ...standing, drivenBy: 'other-tab' } })
    expect(live.view()).toMatchObject({ draft: 'Typed there', isMirrored: true })
  })
})

describe('commands and the line', () => {
  it('sends an unanswered command again under its id, and none once answered', () => {
    const { live, last, clock, join, sent } = inTheRoom()
    live.command('pause')
    live.command('pause')
    last().drop(1006)
    clock.advance(500)
    join()
    expect(sent('pause')).toEqual(Array(2).fill({ type: 'pause', command: 'made-id-1' }))
    expect([...live.view().pending]).toEqual(['pause'])
    last().deliver({ type: 'state', epoch: 'first', seq: 1, standing, command: 'made-id-1' })
    expect([...live.view().pending]).toEqual([])
  })

  it('shows why a command was refused', () => {
    const { live, last } = inTheRoom()
    live.command('hint')
    last().deliver({ type: 'error', code: 'no-hint', message: 'No further hint in this phase.', command: 'made-id-1' })
    expect(live.view()).toMatchObject({ refusal: 'No further hint in this phase.', pending: new Set() })
  })

  it('resumes from where it was', () => {
    const { last, clock, sent } = inTheRoom({ seq: 4 })
    last().drop(1012)
    clock.advance(500)
    last().accept()
    expect(sent('hello')).toEqual([
      { type: 'hello', connection: 'this-tab' },
      { type: 'hello', connection: 'this-tab', epoch: 'first', seq: 4 },
    ])
  })

  it('asks once for a snapshot when it finds a gap', () => {
    const { live, last, sent } = inTheRoom({ seq: 4 })
    const late = (seq: number): ServerFrame => ({ type: 'state', epoch: 'first', seq, standing, command: null })
    last().deliver(late(7), late(8))
    expect(sent('hello').slice(1)).toEqual([{ type: 'hello', connection: 'this-tab' }])
    last().deliver(welcome(false), snapshot({ seq: 8 }), late(9))
    expect(live.view().room).toMatchObject({ position: { epoch: 'first', seq: 9 }, resync: false })
  })

  it('continues under a new name after another window took this one', () => {
    const { live, last, sockets, sent } = inTheRoom()
    last().drop(4409)
    live.continueHere()
    last().accept()
    expect(sockets.length).toBe(2)
    expect(sent('hello').at(-1)).toMatchObject({ connection: 'made-id-1' })
    expect(live.view().connection).toBe('made-id-1')
  })
})

describe('what goes with an answer', () => {
  const code = { pad: 'code', text: 'let a', language: 'typescript' } as const
  const saidCode = { kind: 'code', text: 'let a', language: 'typescript' }
  const withCode = (seq: number): ServerFrame => ({
    type: 'turn-stored',
    epoch: 'first',
    seq,
    clientTurnId: 'made-id-1',
    turn: turn(2, { clientTurnId: 'made-id-1', text: '', artifacts: [{ id: 'code', ...saidCode, kind: 'code' }] }),
  })
  const drawn = (seq: number, revision: number): ServerFrame => ({
    type: 'board',
    epoch: 'first',
    seq,
    connection: 'this-tab',
    revision,
  })
  /** Lets promises that are settled have their say. */
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  it('goes once, without words too, and the next answer has what changed since', () => {
    const { live, last, sent } = inTheRoom()
    live.writePad(code)
    live.say()
    expect(sent('say')).toEqual([{ type: 'say', clientTurnId: 'made-id-1', text: '', artifacts: [saidCode] }])
    last().deliver(withCode(1))
    expect(live.view().attachments).toEqual([{ kind: 'code', artifact: saidCode, isAttached: false }])
    live.say()
    live.type('And so on.')
    live.say()
    expect(sent('say').slice(1)).toEqual([{ type: 'say', clientTurnId: 'made-id-2', text: 'And so on.' }])
  })

  it('keeps its artifacts through a reload, as they were when it was sent', () => {
    const { live, open, last, sent } = inTheRoom()
    live.writePad(code)
    live.type('Here it is.')
    live.say()
    live.writePad({ ...code, text: 'let a = 1' })
    live.disconnect()
    const again = open()
    last().accept()
    last().deliver(welcome(false), snapshot())
    expect(again.view().unsent).toEqual({ clientTurnId: 'made-id-1', text: 'Here it is.', artifacts: [saidCode] })
    expect(sent('say')).toEqual(
      Array(2).fill({ type: 'say', clientTurnId: 'made-id-1', text: 'Here it is.', artifacts: [saidCode] }),
    )
  })

  it('is what the candidate left in, until it went', () => {
    const { live, last, sent } = inTheRoom()
    live.writePad(code)
    live.attachments.choose('code', false)
    live.say()
    expect(sent('say')).toEqual([])
    live.attachments.choose('code', true)
    live.say()
    last().deliver(withCode(1))
    live.writePad({ ...code, text: 'let a = 1' })
    expect(live.view().attachments[0]?.isAttached).toBe(true)
  })

  it('sends nothing that does not fit a frame, and keeps it', () => {
    const { live, sent } = inTheRoom()
    live.type('漢'.repeat(12_000))
    live.writePad({ ...code, text: '漢'.repeat(12_000) })
    live.say()
    expect(sent('say')).toEqual([])
    expect(live.view()).toMatchObject({ unsent: null, draft: '漢'.repeat(12_000) })
    expect(live.view().refusal).toMatch(/^Nothing was sent/)
  })

  it('names the board as it stands at once when nothing of it is unsaved', () => {
    const { live, sent } = inTheRoom({ board: { revision: 4 } })
    live.attachments.registerBoard(() => Promise.reject(new Error('not asked')))
    live.say()
    expect(sent('say')).toEqual([
      { type: 'say', clientTurnId: 'made-id-1', text: '', artifacts: [{ kind: 'board', revision: 4 }] },
    ])
  })

  it('waits for the board that is being drawn, and names what was stored', async () => {
    const { live, last, sent } = inTheRoom({ board: { revision: 4 } })
    live.attachments.registerBoard(async () => {
      last().deliver(drawn(1, 5))
      live.attachments.draw(false)
      return 5
    })
    live.attachments.draw(true)
    live.type('As drawn.')
    live.say()
    live.say()
    expect(live.view().isPreparing).toBe(true)
    await settled()
    expect(sent('say')).toEqual([
      { type: 'say', clientTurnId: 'made-id-1', text: 'As drawn.', artifacts: [{ kind: 'board', revision: 5 }] },
    ])
    expect(live.view().isPreparing).toBe(false)
  })

  it.each(['fails', 'takes too long'])('sends nothing when storing the board %s, says so, and keeps the words', async (how) => {
    const { live, clock, sent } = inTheRoom()
    live.attachments.registerBoard(how === 'fails' ? () => Promise.reject(new Error('offline')) : () => new Promise(() => {}))
    live.attachments.draw(true)
    live.type('As drawn.')
    live.say()
    clock.advance(15_000)
    await settled()
    expect(sent('say')).toEqual([])
    expect(live.view()).toMatchObject({ draft: 'As drawn.', unsent: null, isPreparing: false })
    expect(live.view().refusal).toMatch(/^The board could not be stored, so nothing was sent/)
    live.attachments.choose('board', false)
    live.say()
    expect(sent('say')).toEqual([{ type: 'say', clientTurnId: 'made-id-1', text: 'As drawn.' }])
  })

  it('sends the words alone when the board turns out to be empty', async () => {
    const { live, sent } = inTheRoom()
    live.attachments.registerBoard(async () => null)
    live.attachments.draw(true)
    live.type('Nothing drawn.')
    live.say()
    await settled()
    expect(sent('say')).toEqual([{ type: 'say', clientTurnId: 'made-id-1', text: 'Nothing drawn.' }])
  })
})
