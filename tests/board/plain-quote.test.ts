import { expect, test } from 'vitest'
import { plainBoardQuote } from '#src/board/plain-quote.ts'

test('a quoted arrow reads as the labels that it joins', () => {
  expect(plainBoardQuote('n9 "Click events" -> n1 "Click aggregator": "batches"')).toBe(
    'Click events → Click aggregator: batches',
  )
  expect(plainBoardQuote('n2 "API" <-> n3 "Store"')).toBe('API ↔ Store')
})

test('a label stands as it was written, whatever it is', () => {
  expect(plainBoardQuote('"n1 of n2"')).toBe('n1 of n2')
  expect(plainBoardQuote('Redis hot links')).toBe('Redis hot links')
})
