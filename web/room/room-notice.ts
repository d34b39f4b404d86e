import type { LiveView } from '../live/live-view.ts'

/** What the room has to say besides the conversation. `action`: the one thing to do about it. */
export interface RoomNotice {
  tone: 'plain' | 'fault'
  text: string
  action: 'continue-here' | 'resume' | 'try-again' | 'see-score' | null
}

const nearlyUpMs = 120_000

/** The most pressing notice; null when the conversation speaks for itself. `remaining` is in milliseconds. */
export function roomNotice(view: LiveView, remaining: number | null): RoomNotice | null {
  const { standing } = view.room
  const line = lineNotice(view)
  if (line !== null) return line
  if (standing === null) return null
  if (standing.state === 'ended') return { tone: 'plain', text: standing.notice ?? 'The interview is over.', action: 'see-score' }
  if (view.refusal !== null) return fault(view.refusal)
  if (standing.state === 'paused')
    return { tone: 'plain', text: standing.notice ?? 'Paused. The clock stands still.', action: 'resume' }
  if (view.room.utterance !== null && view.room.utterance.failed !== null && standing.state === 'awaiting-candidate')
    return { tone: 'fault', text: standing.notice ?? view.room.utterance.failed, action: 'try-again' }
  if (view.isMirrored) return plain('Being written in another tab. Type here to take over.')
  if (standing.notice !== null) return plain(standing.notice)
  if (remaining === 0) return plain('Time is up. The interviewer closes after this.')
  if (remaining !== null && remaining <= nearlyUpMs) return plain('Time is nearly up: say what matters most.')
  return null
}

function lineNotice({ status, unsent }: LiveView): RoomNotice | null {
  if (status.kind === 'stopped' && status.why === 'superseded')
    return {
      tone: 'plain',
      text: 'This interview goes on in another window. What you wrote is kept here.',
      action: 'continue-here',
    }
  if (status.kind === 'stopped') return fault('The server refused this page. Open Hotseat by the address it printed.')
  const kept = unsent === null ? 'What you write is kept here.' : 'Your turn is kept here and goes out by itself.'
  if (status.kind === 'offline') return fault(`No network. ${kept}`)
  if (status.kind === 'reconnecting') return fault(`The connection broke; coming back. ${kept}`)
  return null
}

const plain = (text: string): RoomNotice => ({ tone: 'plain', text, action: null })
const fault = (text: string): RoomNotice => ({ tone: 'fault', text, action: null })
