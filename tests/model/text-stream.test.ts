import { expect, test } from 'vitest'
import type { StreamPart } from '#src/model/model.ts'
import { textStream } from '#src/model/text-stream.ts'

const finish: StreamPart = { type: 'finish', usage: null }

/** A stream whose pieces the test sends, and everything that its listener got. */
function listened() {
  let send = (_: string): void => undefined
  let end = (): void => undefined
  const begin = (onText: (text: string) => void) =>
    new Promise<StreamPart>((resolve) => {
      send = onText
      end = () => resolve(finish)
    })
  const heard: StreamPart[] = []
  let goOn = (): void => undefined
  let isBusy = false
  const listening = (async () => {
    for await (const part of textStream({ begin, stop: () => undefined })) {
      heard.push(part)
      if (isBusy) await new Promise<void>((resolve) => (goOn = resolve))
    }
  })()
  return {
    heard,
    listening,
    end: () => end(),
    /** The listener takes its time over each part from now on, until it is told to go on. */
    keepBusy: () => {
      isBusy = true
      return () => {
        isBusy = false
        goOn()
      }
    },
    /** What is read at once. */
    send: async (...texts: string[]) => {
      for (const text of texts) send(text)
      await new Promise<void>((resolve) => setImmediate(resolve))
    },
  }
}

test('what is read at once is handed on together', async () => {
  const { heard, send } = listened()
  await send('One')
  await send(' two', ' three')
  expect(heard).toEqual([
    { type: 'text', text: 'One' },
    { type: 'text', text: ' two three', chunks: 2 },
  ])
})

test('what comes while the listener is busy waits and is handed on together', async () => {
  const { heard, send, keepBusy } = listened()
  const goOn = keepBusy()
  await send('One')
  await send(' two')
  await send(' three', ' four')
  expect(heard).toHaveLength(1)
  goOn()
  await send()
  expect(heard.slice(1)).toEqual([{ type: 'text', text: ' two three four', chunks: 3 }])
})

test('the end of the stream comes behind the last text', async () => {
  const { heard, send, end, listening } = listened()
  await send('One')
  const sent = send(' two')
  end()
  await sent
  await listening
  expect(heard).toEqual([{ type: 'text', text: 'One' }, { type: 'text', text: ' two' }, finish])
})
