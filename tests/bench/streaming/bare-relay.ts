// The floor: the endpoint's pieces from node:http to a raw socket. No state, no storage, no checks. `node --import tsx bare-relay.ts MODEL-PORT`
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

const modelPort = Number(process.argv[2])
const body = JSON.stringify({ model: 'paced', stream: true, messages: [{ role: 'user', content: 'Go on.' }] })
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.on('message', () => {
    socket.send('{"stored":true}')
    const call = request({ port: modelPort, host: '127.0.0.1', path: '/v1/chat/completions', method: 'POST' }, (response) => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        const events = (rest + piece).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          if (event === 'data: [DONE]') continue
          const { choices } = JSON.parse(event.slice(6)) as { choices: { delta: { content?: string } }[] }
          const content = choices[0]?.delta.content
          if (content) socket.send(JSON.stringify({ text: content }))
        }
      })
    })
    call.on('error', () => socket.terminate())
    socket.on('close', () => call.destroy())
    call.end(body)
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
