import { LLMock } from '@copilotkit/aimock'
import { onTestFinished } from 'vitest'

/** What the peer needs of a request to answer it. */
export interface PeerRequest {
  /** All messages as one text. */
  text: string
  /** Of the last message. */
  lastMessage: string
  /** Addresses of the pictures in all messages. */
  pictures: string[]
  responseFormat: unknown
  /** Every field that was sent. */
  body: Record<string, unknown>
}

export type PeerReply =
  | string
  /** A status other than 200. */
  | { status: number; message: string }

export interface ModelPeer {
  /** For OPENAI_BASE_URL. */
  baseUrl: string
  requests: PeerRequest[]
  /** From now on, streams end without warning after so many pieces; null: they end as they should. */
  breakAfter(pieces: number | null): void
  stop(): Promise<void>
}

/** An OpenAI-compatible endpoint over HTTP that answers as the test says, a few characters at a time. */
export async function startModelPeer(answer: (request: PeerRequest) => PeerReply | Promise<PeerReply>): Promise<ModelPeer> {
  // A pause between pieces, so that they travel one by one as a model's do.
  const mock = new LLMock({ port: 0, chunkSize: 12, latency: 2 })
  const requests: PeerRequest[] = []
  let isStopped = false
  const serve = (breakAfter: number | null) => {
    mock.clearFixtures()
    mock.addFixture({
      match: { predicate: () => true },
      response: async (request) => {
        const texts = request.messages.map(({ content }) =>
          partsOf(content)
            .flatMap(({ text = [] }) => text)
            .join('\n'),
        )
        const seen = {
          text: texts.join('\n'),
          lastMessage: texts.at(-1) ?? '',
          pictures: request.messages
            .flatMap(({ content }) => partsOf(content).flatMap(({ image_url = [] }) => image_url))
            .map(({ url }) => url),
          responseFormat: request.response_format,
          // The peer's own notes begin with an underscore.
          body: Object.fromEntries(Object.entries(request).filter(([name]) => !name.startsWith('_'))),
        }
        requests.push(seen)
        const reply = await answer(seen)
        return typeof reply === 'string' ? { content: reply } : { error: { message: reply.message }, status: reply.status }
      },
      ...(breakAfter !== null && { truncateAfterChunks: breakAfter }),
    })
  }
  serve(null)
  await mock.start()
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    await mock.stop()
  }
  onTestFinished(stop)
  return { baseUrl: `${mock.url}/v1`, requests, breakAfter: serve, stop }
}

interface ContentPart {
  text?: string
  image_url?: { url: string; detail?: string }
}

/** What a message holds, whichever of the two ways it was sent in. */
const partsOf = (content: unknown): ContentPart[] =>
  typeof content === 'string' ? [{ text: content }] : Array.isArray(content) ? (content as ContentPart[]) : []

/** Whether a request is an observer's. */
export const isForNotes = ({ responseFormat }: Pick<PeerRequest, 'responseFormat'>): boolean =>
  (responseFormat as { json_schema?: { name?: string } } | undefined)?.json_schema?.name === 'turn_notes'

/** Answers as an obedient model would: the favourite move in its planned words, no notes for an observer, and for a scorer a yes to every check with the same quote. */
export function obedientModel({ text, lastMessage, responseFormat }: PeerRequest): string {
  if (isForNotes({ responseFormat })) return JSON.stringify({ shown: [], decisions: [], open: [], contradiction: null })
  const checks = checksAskedFor(responseFormat)
  if (checks !== null) return JSON.stringify(verdictsFor(checks, text))
  const favourite = /^The favourite[^:]*: (.+)$/m.exec(lastMessage)?.[1] ?? ''
  const planned = lastMessage.split(`- ${favourite}, planned: `)[1]?.split(/\n(?=- |The favourite)/)[0]
  return JSON.stringify({ move: favourite, words: planned ?? 'Go on, please.' })
}

function checksAskedFor(responseFormat: unknown): string[] | null {
  const format = responseFormat as
    | { json_schema?: { name?: string; schema?: { properties?: Record<string, unknown> } } }
    | undefined
  if (format?.json_schema?.name !== 'criterion_verdicts') return null
  const checks = format.json_schema.schema?.properties?.checks as { properties?: Record<string, unknown> } | undefined
  return Object.keys(checks?.properties ?? {})
}

function verdictsFor(checks: string[], prompt: string) {
  const lines = prompt.split('\n').filter((line) => line.startsWith('{"turn":'))
  const turns = lines.map((line) => JSON.parse(line) as { turn: number; speaker: string; text: string })
  const longest = turns
    .filter(({ speaker }) => speaker === 'candidate')
    .reduce((best, turn) => (turn.text.length > best.text.length ? turn : best), { turn: 0, speaker: '', text: '' })
  const quotes = [{ turn: longest.turn, quote: longest.text.split(/(?<=[.?!])\s/)[0] ?? '' }]
  return {
    claims: [],
    checks: Object.fromEntries(checks.map((id, index) => [id, { quotes, verdict: index % 2 === 0 ? 'yes' : 'partly' }])),
  }
}
