import { describe, expect, test } from 'vitest'
import { boardTextOf } from '#src/board/board-text.ts'
import type { SceneElement } from '#src/board/scene.ts'
import type { KeyPoint } from '#src/domain/guide.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint } from '#src/evidence/judge-check.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import type { Segment } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'
import { verifyQuote } from '#src/evidence/verify-quote.ts'
import { arrow, box, picture, rectangle, stroke, text, urlShortener } from '../board/drawn.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const drawn = (turn: number, elements: readonly SceneElement[]): Segment => ({
  turn,
  artifact: 'board',
  text: boardTextOf({ elements }),
})
const wordsOf = (segments: Segment[]) =>
  tokeniseSegments(segments).map(({ tokens }) => tokens.map((token) => token.text).join(' '))
const shortener = drawn(6, urlShortener())

const verify = (quote: string, { said = [shortener], heard = [] as { turn: number; text: string }[] } = {}) =>
  verifyQuote({
    claim: { quote, turn: 6, artifact: 'board' },
    candidateSaid: tokeniseSegments(said),
    interviewerSaid: heard,
    isOut: () => false,
  })?.quote

describe('the words on a board', () => {
  test('are what somebody wrote on it, and not what the text says of shapes and arrows', () => {
    const elements = [
      ...box('a', 'Client', [0, 0]),
      rectangle('r', [300, 0]),
      arrow('x', [164, 40, 900, 900], { from: 'a' }),
      stroke('s', [0, 500]),
      picture('p', [0, 700]),
      text('t', 'two regions', [900, 0]),
    ]
    expect(wordsOf([drawn(2, elements)])).toEqual(['client two regions'])
  })

  test('count where they came first', () => {
    const before = box('a', 'Client', [0, 0])
    expect(wordsOf([drawn(2, before), drawn(4, [...before, ...box('b', 'Edge cache', [300, 0])])])).toEqual([
      'client',
      'edge cache',
    ])
  })

  test('are a text of their own where no drawing gave it', () => {
    expect(wordsOf([{ turn: 2, artifact: 'board', text: 'Board: client -> cache' }])).toEqual(['board client cache'])
  })
})

describe('code that comes again', () => {
  test('is new in the lines that changed, with the lines beside them', () => {
    const code = (turn: number, source: string) => ({ turn, artifact: 'code', text: source })
    expect(wordsOf([code(2, 'a1\nb1\nc1\nd1\ne1'), code(4, 'a1\nb1\nc2\nd1\ne1')])).toEqual(['a1 b1 c1 d1 e1', 'b1 c2 d1'])
  })
})

describe('a quote of a board', () => {
  test.each([
    ['a label', 'Load balancer', 'n2 "Load balancer"'],
    ['a part by its name and label', 'n7 Redis', 'n7 "Redis" [cache]'],
    ['an arrow as it stands', 'n8 "Click events" -> n9 "Counter"', 'n8 "Click events" -> n9 "Counter"'],
    [
      'an arrow with what the text says of it',
      'n6 "Redirect service" -> n8 "Click events" (end near, not attached)',
      'n6 "Redirect service" -> n8 "Click events" (end near, not attached)',
    ],
    ['a note', '100M new URLs a month, reads 100:1', '"100M new URLs a month, reads 100:1"'],
  ])('that is %s is given back as its line', (_, claimed, line) => {
    expect(verify(claimed)).toBe(line)
    expect(shortener.text.split('\n')).toContain(line)
  })

  test.each([
    ['a word of a label', 'balancer'],
    ['the line that counts', 'Board: 9 parts, 9 arrows, 1 note'],
    ['a heading', 'Parts:'],
    ['what the text says of an end', '(end near, not attached)'],
    ['the name of a part alone', 'n7'],
    ['what nobody drew', 'n7 "Kafka"'],
  ])('that is only %s is none', (_, claimed) => {
    expect(verify(claimed)).toBeUndefined()
  })

  test('is none when the interviewer had named the thing', () => {
    expect(verify('Load balancer', { heard: [{ turn: 5, text: 'Where is the load balancer?' }] })).toBeUndefined()
  })
})

describe('a check', () => {
  const point = (shows: string[], partly?: string[]): Pick<KeyPoint, 'id' | 'shows' | 'partly'> => ({
    id: 'drawn',
    shows,
    partly,
  })
  const judge = (segments: Segment[], check: Pick<KeyPoint, 'id' | 'shows' | 'partly'>) =>
    judgeKeyPoint(check, groundOf({ candidateSaid: segments, interviewerSaid: [], lexicon }))

  test('is met in part by what is drawn, and whole by what is said of it', () => {
    const check = point(['redirect service + redis'])
    const byBoard = judge([shortener], check)
    expect(byBoard.verdict).toBe('partly')
    expect(byBoard.matches.map(quoteFor)[0]).toMatchObject({
      turn: 6,
      artifact: 'board',
      quote: 'n6 "Redirect service" <-> n7 "Redis"',
    })
    const bySaying = judge([shortener, { turn: 8, text: 'The redirect service asks Redis before the table.' }], check)
    expect(bySaying.verdict).toBe('yes')
  })

  test('finds the colon behind a label and the arrow in a note, and none between two labels', () => {
    const note = drawn(2, [text('t', 'Out: accounts, client -> service', [0, 0])])
    expect(judge([note], point(['out :'])).verdict).toBe('partly')
    expect(judge([note], point(['client ->'])).verdict).toBe('partly')
    const joined = [
      ...box('a', 'Client', [0, 0]),
      ...box('b', 'Service', [300, 0]),
      arrow('x', [164, 40, 300, 40], { from: 'a', to: 'b' }),
    ]
    expect(judge([drawn(2, joined)], point(['client ->'])).verdict).toBeNull()
  })

  test('is not met by words that the text adds', () => {
    const elements = [rectangle('r', [0, 0]), rectangle('s', [300, 0]), arrow('x', [0, 0, 1, 1], { from: 'r', to: 's' })]
    for (const word of ['parts', 'arrows', 'arrow', 'unlabelled', 'rectangle', 'board', 'notes', '#'])
      expect(judge([drawn(2, elements)], point([word])).verdict).toBeNull()
  })

  test('is not met by two parts that only stand below each other', () => {
    const elements = [...box('a', 'Cache', [0, 0]), ...box('b', 'Database', [0, 300])]
    expect(judge([drawn(2, elements)], point(['cache + database'])).verdict).toBeNull()
    const joined = [...elements, arrow('x', [0, 0, 1, 1], { from: 'a', to: 'b' })]
    expect(judge([drawn(2, joined)], point(['cache + database'])).verdict).toBe('partly')
  })

  test('is not met by a label that lists terms', () => {
    const stuffed = box(
      'a',
      'cache, replica, shard, quorum, retry, index, lock, queue, saga, lease, fence, bloom, gossip, raft, paxos, cursor, bucket, vacuum',
      [0, 0],
    )
    expect(judge([drawn(2, stuffed)], point(['replica + shard'])).verdict).toBeNull()
  })
})
