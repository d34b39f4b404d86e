import { describe, expect, it } from 'vitest'
import type { LiveView } from '../../../web/live/live-view.ts'
import { emptyRoom } from '../../../web/live/room-state.ts'
import { connectionWords } from '../../../web/room/connection-words.ts'
import { roomNotice } from '../../../web/room/room-notice.ts'
import { standing } from '../live/frames.ts'

const view: LiveView = {
  room: { ...emptyRoom, standing },
  status: { kind: 'live' },
  connection: 'this-tab',
  draft: '',
  isMirrored: false,
  isDraftSaved: true,
  unsent: null,
  isPreparing: false,
  pads: {},
  attachments: [],
  pending: new Set(),
  refusal: null,
}
const standingAs = (part: Partial<typeof standing>): LiveView => ({
  ...view,
  room: { ...emptyRoom, standing: { ...standing, ...part } },
})
const unsent = { clientTurnId: 'made-id-1', text: 'Reads dominate.' }

describe('the notice of the room', () => {
  it('is silent while the conversation speaks for itself', () => {
    expect(roomNotice(view, 600_000)).toBeNull()
  })

  it('says where an unsent turn is while the line is broken', () => {
    expect(roomNotice({ ...view, status: { kind: 'reconnecting' }, unsent }, 600_000)).toEqual({
      tone: 'fault',
      text: 'The connection broke; coming back. Your turn is kept here and goes out by itself.',
      action: null,
    })
  })

  it('offers to continue here after another window took over', () => {
    expect(roomNotice({ ...view, status: { kind: 'stopped', why: 'superseded' } }, null)?.action).toBe('continue-here')
  })

  it('passes on why the interview is paused, and offers to resume', () => {
    const words = 'Paused: nobody was connected for two minutes.'
    expect(roomNotice(standingAs({ state: 'paused', notice: words }), 600_000)).toEqual({
      tone: 'plain',
      text: words,
      action: 'resume',
    })
  })

  it('passes on that rules stand in for a failing model', () => {
    const words = 'The model stopped answering; the rules go on with the interview.'
    expect(roomNotice(standingAs({ notice: words }), 600_000)?.text).toBe(words)
  })

  it('says why the interviewer broke off, and offers another try', () => {
    const utterance = { turn: 3, attempt: 1, text: 'And how', failed: 'The model stopped.' }
    const words = 'The model stopped. What was said before is kept.'
    const broken = standingAs({ notice: words })
    expect(roomNotice({ ...broken, room: { ...broken.room, utterance } }, 600_000)).toEqual({
      tone: 'fault',
      text: words,
      action: 'try-again',
    })
  })

  it('says who is writing', () => {
    expect(roomNotice({ ...view, isMirrored: true, draft: 'Typed there' }, 600_000)?.text).toBe(
      'Being written in another tab. Type here to take over.',
    )
  })

  it('says that time is nearly up, and that it is', () => {
    expect(roomNotice(view, 120_000)?.text).toBe('Time is nearly up: say what matters most.')
    expect(roomNotice(view, 0)?.text).toBe('Time is up. The interviewer closes after this.')
  })

  it('leads on when the interview is over', () => {
    expect(roomNotice(standingAs({ state: 'ended' }), 0)?.action).toBe('see-score')
  })
})

describe('the line beneath the composer', () => {
  it.each<[string, Partial<LiveView>]>([
    ['live', {}],
    ['Draft saved · live', { draft: 'Reads' }],
    ['Draft kept in this browser · offline', { draft: 'Reads', isDraftSaved: false, status: { kind: 'offline' } }],
    ['Sending · live', { draft: 'Reads', unsent }],
    ['Kept here, not sent yet · reconnecting', { draft: 'Reads', unsent, status: { kind: 'reconnecting' } }],
    ['live', { draft: 'Typed there', isMirrored: true }],
    ['Storing the board · live', { draft: 'Reads', isPreparing: true }],
  ])('reads "%s"', (words, part) => {
    expect(connectionWords({ ...view, ...part })).toBe(words)
  })
})
