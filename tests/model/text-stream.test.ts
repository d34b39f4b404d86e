import { expect, test } from 'vitest'
import type { StreamPart } from '#src/model/model.ts'
import { textStream } from '#src/model/text-stream.ts'
import { manualClock } from '../support/manual-clock.ts'

const finish: StreamPart = { type: 'finish', usage: null }

/** A stream whose pieces the test sends, and everything that its listener got. */
function listened() {
  const clock = manualClock()
  let send = (_: string): void => undefined
  let end = (): void => undefined
  const begin = (onText: (text: string) => void) =>
    new Promise<StreamPart>((resolve) => {
      send = onText
      end = () => resolve(finish)
    })
  const heard: StreamPart[] = []
  const listening = (async () => {
    for await (const part of textStream({ begin, stop: () => undefined }, clock)) heard.push(part)
  })()
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    clock,
    heard,
    listening,
    settled,
    end: () => end(),
    send: async (...texts: string[]) => {
      for (const text of texts) {
        send(text)
        await settled()
      }
    },
  }
}

test('the first text is told at once, and what follows gathered for 80 ms', async () => {
  const { clock, heard, send, settled } = listened()
  await send('One', ' two', ' three')
  expect(heard).toEqual([{ type: 'text', text: 'One' }])
  clock.advance(79)
  await settled()
  expect(heard).toHaveLength(1)
  clock.advance(1)
  await settled()
  expect(heard.slice(1)).toEqual([{ type: 'text', text: ' two three', chunks: 2 }])
})

test('text after a pause is told at once', async () => {
  const { clock, heard, send } = listened()
  await send('One')
  clock.advance(80)
  await send(' two')
  expect(heard.map((part) => 'text' in part && part.text)).toEqual(['One', ' two'])
})

test.each([
  ['a mark, a space and the next word', ['It fits.', ' Why'], 'It fits. Why'],
  ['a mark that was told before', ['fits?', ' So'], ' So'],
  ['a quote behind the mark', ['“It fits.”', ' Why'], '“It fits.” Why'],
  ['an ideographic mark', ['はい。'], 'はい。'],
  ['a line break', ['So', '\n'], 'So\n'],
])('what ends a sentence is not held: %s', async (_, texts, told) => {
  const { heard, send } = listened()
  if (told === ' So') await send(...texts)
  else await send('First', ...texts)
  expect(heard.at(-1)).toMatchObject({ type: 'text', text: told })
})

test('a mark within a word ends nothing', async () => {
  const { heard, send } = listened()
  await send('First', ' 99', '.', '9', ' %')
  expect(heard).toHaveLength(1)
})

test('the end of the stream tells what was held', async () => {
  const { heard, send, end, listening } = listened()
  await send('One', ' two')
  end()
  await listening
  expect(heard).toEqual([{ type: 'text', text: 'One' }, { type: 'text', text: ' two' }, finish])
})

test('a clock that is set back holds nothing longer', async () => {
  const { clock, heard, send, settled } = listened()
  await send('One')
  clock.jump(-3_600_000)
  await send(' two')
  clock.advance(80)
  await settled()
  expect(heard).toHaveLength(2)
})
