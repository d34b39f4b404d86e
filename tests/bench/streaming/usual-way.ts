// The usual way: the SDK's iterator, and a frame for each token. `node --import tsx usual-way.ts MODEL-PORT`
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import OpenAI from 'openai'
import { WebSocketServer } from 'ws'

const client = new OpenAI({ baseURL: `http://127.0.0.1:${process.argv[2]}/v1`, apiKey: 'none' })
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.on('message', async () => {
    socket.send('{"stored":true}')
    const stream = await client.chat.completions.create({
      model: 'paced',
      stream: true,
      messages: [{ role: 'user', content: 'Go on.' }],
    })
    socket.on('close', () => stream.controller.abort())
    for await (const chunk of stream) {
      const content = chunk.choices[0]?.delta.content
      if (content) socket.send(JSON.stringify({ text: content }))
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
