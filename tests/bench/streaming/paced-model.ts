// A model's endpoint that writes every reply at the same pace. `node --import tsx paced-model.ts TOKENS`: prints its port; GET /sent says how many tokens went out.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { stampOf, tokenAt } from './reply.ts'

const replyTokens = Number(process.argv[2])
const perSecond = 30
/** Streams take their turns within a token's time, as those of a real endpoint do: all at once would be a burst. */
const slots = 16

interface Stream {
  response: ServerResponse
  next: number
  wrap: { before: string; after: string }
}

const streams: Set<Stream>[] = Array.from({ length: slots }, () => new Set())
let begun = 0
let sent = 0

const chunk = (content: string, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'paced', object: 'chat.completion.chunk', created: 1, model: 'paced', choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`

function write(stream: Stream, of: Set<Stream>): void {
  const { response, wrap } = stream
  if (stream.next === 0) response.write(chunk(`${wrap.before}${stampOf(performance.timeOrigin + performance.now())}`))
  else if (stream.next < replyTokens) response.write(chunk(tokenAt(stream.next)))
  else {
    response.end(
      `${chunk(wrap.after, 'stop')}data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 1, completion_tokens: replyTokens } })}\n\ndata: [DONE]\n\n`,
    )
    of.delete(stream)
  }
  stream.next++
  sent++
}

let turn = 0
let due = performance.now()
setInterval(() => {
  for (; due <= performance.now(); due += 1000 / perSecond / slots) {
    const of = streams[turn++ % slots] ?? new Set()
    for (const stream of of) write(stream, of)
  }
}, 1)

/** Our interviewer wants its reply as an object that names an open move. */
function wrapFor(body: string): Stream['wrap'] {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] }
  const favourite = /^The favourite[^:]*: (.+)$/m.exec(messages.at(-1)?.content ?? '')?.[1]
  return favourite === undefined
    ? { before: '', after: '' }
    : { before: `{"move":${JSON.stringify(favourite)},"words":"`, after: 'Who is it?"}' }
}

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    const running = streams.reduce((sum, of) => sum + of.size, 0)
    return void response.end(JSON.stringify({ sent, running }))
  }
  const body = await text(request)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const of = streams[begun++ % slots] ?? new Set()
  const stream = { response, next: 0, wrap: wrapFor(body) }
  of.add(stream)
  response.on('close', () => of.delete(stream))
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
