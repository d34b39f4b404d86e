import { describe, expect, test } from 'vitest'
import type { Artifact } from '#src/domain/turn.ts'
import { isWrittenOut } from '#src/evidence/written-out.ts'

const said = (text: string, artifacts: Artifact[] = []) => ({ turn: 2, text, artifacts })
const pad = (kind: Artifact['kind'], text: string): Artifact => ({ id: kind, kind, text })

describe('a query is written out', () => {
  test.each([
    ['select id, name from users where id = 5', true],
    ['Like this: SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY 1.', true],
    ['with r as (select o.id, sum(l.cents) s from orders o group by o.id) select 1', true],
    ['update stock set left = left - 1 where id = $1', true],
    ['UPDATE shop.orders AS o SET state = 2 FROM payments p WHERE p.order_id = o.id', true],
    ['delete from shop.holds h where h.until < now()', true],
    ['We delete from the table where the rows are old.', false],
    ["I'd select the bookings of the day from the table and join the rooms, grouped by room.", false],
    ['I select all rows from orders that are paid, and sum them.', false],
    ['We update the orders and set a flag.', false],
    ['create table orders (id bigint primary key)', false],
  ])('in "%s": %s', (text, isWritten) => {
    expect(isWrittenOut(said(text), 'sql')).toBe(isWritten)
  })

  test('on the pad, where tables alone are none', () => {
    expect(isWrittenOut(said('Here.', [pad('sql', 'create table rooms (id bigint primary key);')]), 'sql')).toBe(false)
    expect(isWrittenOut(said('Here.', [pad('sql', 'select the_day\nfrom a')]), 'sql')).toBe(true)
    expect(isWrittenOut(said('Here.', [pad('sql-result', 'select 1')]), 'sql')).toBe(false)
  })
})

describe('code is written out', () => {
  test.each([
    ['for (const item of items) { seen.set(item, 1) }', true],
    ['x = [1, 2]; y = [3]', true],
    ['seen = {}; seen[x] = 1', true],
    ['I would test [], [1], [1, 1] and [2, 1].', false],
    ['I test "ab" with [[1, 2], [3]] and ().', false],
    ['Time O(n log n), space O(n).', false],
    ['Like so:\nfor item in items:\n    if item not in counts:\n        counts[item] = 0\n    counts[item] += 1', true],
    [
      '```\nheap = []\nfor x in stream:\n    heappush(heap, x)\n    if len(heap) > k:\n        heappop(heap)\nreturn heap[0]\n```',
      true,
    ],
    ['func Allow(now int64) bool {\n\tif now-last > window {\n\t\tcount = 0\n\t}\n\tcount++\n\treturn count <= limit\n}', true],
    ['I would do this:\n- keep a map\n- for each item look whether it is there\n- return the map at the end.', false],
    ['First the empty list.\nThen one item: it returns that.\nThen two equal ones; the first wins.', false],
    ['I keep a map from item to count, and add one for each item (if it is new, I begin at one).', false],
  ])('in "%s": %s', (text, isWritten) => {
    expect(isWrittenOut(said(text), 'code')).toBe(isWritten)
  })

  test('on the pad', () => {
    expect(isWrittenOut(said('See the pad.', [pad('code', 'x = 1')]), 'code')).toBe(true)
    expect(isWrittenOut(said('See the pad.', [pad('code', ' \n')]), 'code')).toBe(false)
  })
})
