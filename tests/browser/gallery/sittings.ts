import { expect } from 'vitest'
import { systemClock } from '#src/domain/clock.ts'
import type { SelfRating } from '#src/domain/self-rating.ts'
import type { TrackId } from '#src/domain/track.ts'
import { shippedQuestion } from '../../support/content-files.ts'
import { type Hotseat, startHotseat } from '../../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../../support/live-client.ts'

/** Rests between retries pass fifty times as fast. */
const hastyClock = { ...systemClock, after: (delayMs: number, callback: () => void) => systemClock.after(delayMs / 50, callback) }

/** The product with a model at this address. `hasty`: it gives a model that is gone up at once. */
export const withModel = (baseUrl: string, { hasty = false } = {}): Promise<Hotseat> =>
  startHotseat({
    env: { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'a-key', HOTSEAT_MODEL: 'qwen3-14b', HOTSEAT_SCORER_MODEL: 'qwen3-32b' },
    clock: hasty ? hastyClock : systemClock,
  })

export interface Sitting {
  track: TrackId
  question: string
  minutes: number
  quality?: string
  /** Answers given before it is ended; all of them when unsaid. */
  answers?: number
  /** Skipped when unsaid; null leaves it open. */
  selfRating?: SelfRating | null
}

/**
 * Sits an interview without a browser, paragraph by paragraph of a sample answer, ends it, and waits for its scores; rates oneself as
 * told. Resolves with its id.
 */
export async function sit(
  hotseat: Hotseat,
  { track, question, minutes, quality = 'mid', answers, selfRating = { kind: 'skipped' } }: Sitting,
): Promise<string> {
  const { id } = await beginInterview(hotseat, { track, question, minutes, level: 'senior' })
  const client = await connect(hotseat, id)
  await client.next('utterance-end')
  for (const words of paragraphs(track, question, quality).slice(0, answers)) {
    const { turn } = await say(client, words)
    if (turn.move === 'close') break
  }
  client.send({ type: 'end', command: crypto.randomUUID() })
  const statusOf = async () => {
    const response = await ask(hotseat, `/api/interviews/${id}/scoring`)
    return response.status === 200 ? ((await response.json()) as { status: string }).status : ''
  }
  await expect.poll(statusOf, { timeout: 30_000 }).toMatch(/^(done|failed|too-short)$/)
  client.close()
  if (selfRating !== null) {
    await ask(hotseat, `/api/interviews/${id}/self-rating`, { method: 'POST', body: JSON.stringify(selfRating) })
    // Opened once, so that the history shows how it came out.
    await ask(hotseat, `/api/interviews/${id}/scorecard`)
  }
  return id
}

export const paragraphs = (track: TrackId, question: string, quality: string): string[] =>
  (shippedQuestion(track, question).answers.find((answer) => answer.quality === quality)?.parts ?? []).flatMap(({ text }) =>
    text.split('\n\n'),
  )
