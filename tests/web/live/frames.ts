import type { ServerFrame, ShownTurn, Standing } from '#src/protocol/frames.ts'

export const standing: Standing = {
  state: 'awaiting-candidate',
  elapsedMs: 0,
  totalMs: 2_700_000,
  running: true,
  phase: 0,
  drivenBy: null,
  notice: null,
  hint: { rung: null, available: true },
  coach: false,
}

export const turn = (number: number, part: Partial<ShownTurn> = {}): ShownTurn => ({
  turn: number,
  speaker: number % 2 === 1 ? 'interviewer' : 'candidate',
  text: `Words of turn ${number}.`,
  artifacts: [],
  phase: 0,
  elapsedMs: number * 1000,
  createdAt: 1_700_000_000_000 + number,
  clientTurnId: null,
  move: null,
  spokenBy: null,
  interrupted: false,
  ...part,
})

export const snapshot = (part: Partial<Extract<ServerFrame, { type: 'snapshot' }>> = {}): ServerFrame => ({
  type: 'snapshot',
  epoch: 'first',
  seq: 0,
  turns: [],
  partial: null,
  standing,
  draft: '',
  pads: [],
  board: null,
  ...part,
})

/** What the server logs while an interviewer says `text` in pieces. */
export function utteranceFrames({ seq, number, pieces }: { seq: number; number: number; pieces: string[] }): ServerFrame[] {
  const log = { epoch: 'first', turn: number, attempt: 1 }
  const deltas = pieces.map((text, index): ServerFrame => {
    const offset = pieces.slice(0, index).join('').length
    return { ...log, type: 'utterance-delta', seq: seq + 1 + index, offset, text }
  })
  return [
    { ...log, type: 'utterance-start', seq },
    ...deltas,
    {
      type: 'utterance-end',
      epoch: 'first',
      seq: seq + 1 + pieces.length,
      attempt: 1,
      turn: turn(number, { text: pieces.join('') }),
    },
  ]
}
