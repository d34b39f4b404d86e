import type { ClientFrame } from '#src/protocol/frames.ts'
import type { LiveClient } from './live-client.ts'

type Said = Extract<ClientFrame, { type: 'say' }>

/** Says something with what goes with it, and waits for the reply. Resolves with the number of the candidate's turn. */
export async function sayWith(client: LiveClient, text: string, artifacts: NonNullable<Said['artifacts']>): Promise<number> {
  const clientTurnId = `turn-with-${crypto.randomUUID()}`
  client.send({ type: 'say', clientTurnId, text, artifacts })
  const { turn } = await client.next('turn-stored', (frame) => frame.clientTurnId === clientTurnId)
  await client.next('utterance-end', (frame) => frame.turn.turn > turn.turn)
  return turn.turn
}
