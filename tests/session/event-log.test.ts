import { expect, test } from 'vitest'
import { EventLog } from '#src/session/event-log.ts'

const pad = (text: string) => ({ type: 'pad', connection: 'tab-0001', pad: 'code', text, language: 'go' }) as const

test('who comes back is told what was missed', () => {
  const log = new EventLog()
  const { epoch, seq } = log.append(pad('a'))
  const missed = [log.append(pad('ab')), log.append(pad('abc'))]
  expect(log.after({ epoch, seq })).toEqual(missed)
})

test('pads that were written for long are not replayed one by one: a snapshot says it in fewer words', () => {
  const log = new EventLog()
  const { epoch, seq } = log.append(pad(''))
  for (let i = 0; i < 60; i++) log.append(pad('x'.repeat(12_000)))
  expect(log.after({ epoch, seq })).toBeNull()
  const late = log.after({ epoch, seq: log.seq - 20 })
  expect(late?.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, at) => log.seq - 19 + at))
  log.forget()
  expect(log.after({ epoch, seq: log.append(pad('y'.repeat(12_000))).seq - 1 })).toHaveLength(1)
})
