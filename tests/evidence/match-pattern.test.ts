import { expect, test } from 'vitest'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { compileLexicon } from '#src/evidence/compile-pattern.ts'
import { matchesAny, matchPattern } from '#src/evidence/match-pattern.ts'
import { quoteFor } from '#src/evidence/quote-for.ts'
import { indexText } from '#src/evidence/text-index.ts'
import { tokeniseSegments } from '#src/evidence/tokenise-segments.ts'

const lexicon: Lexicon = {
  negators: ['not', 'never', 'dont', 'without', 'instead of'],
  cues: { because: ['because', 'so that'], cost: ['trade off', 'we pay'] },
}
const found = (pattern: string, text: string): string[] => {
  const compiled = compileLexicon(lexicon)
  const index = indexText(tokeniseSegments([{ turn: 3, text }]), { lexicon: compiled })
  return matchPattern(compiled.pattern(pattern), index).map((match) => quoteFor(match).quote)
}

test.each([
  ['redirect* + 302', 'I answer with a 302, which is a temporary redirecting status.', true],
  ['redirect* + 302', 'I answer with a 302.', false],
  ['read replica*', 'Two read-replicas are enough.', true],
  ['read replica*', 'We read from one replica.', false],
  ['dont', "I don't think so.", true],
  ['# + per second', 'About ten thousand reads per second.', true],
  ['# + per second', 'A lot of reads per second.', false],
  ['99.9', 'We promise 99.9% a month.', true],
  ['# ms', 'Answers within 200ms.', true],
  ['not today :', 'Not today: payments, search.', true],
  ['out :', 'FR: create, read; out: accounts', true],
  ['out :', 'We have figured it all out: payments wait.', false],
  ['out :', 'Accounts are out.', false],
  ['client -> + table', 'client => service -> orders table', true],
  ['client -> + table', 'the client reads the table', false],
  ['its client ->', 'app and its client → service', true],
  ['# k', 'around 5k reads', true],
  ['86400', 'A day has 86,400 seconds.', true],
  ['@cost + cache*', 'The cache costs memory, that is the trade-off.', true],
  ['@unknown + cache', 'A cache.', false],
  ['cache + lock ~ 3', 'cache with a big fat lock', false],
  ['cache + lock ~ 6', 'cache with a big fat lock', true],
  ['lock* + lock | mutex', 'There is one lock.', false],
  ['lock* + lock | mutex', 'A lock before the other lock.', true],
  ['delete* + ! soft | tombstone', 'We delete the row.', true],
  ['delete* + ! soft | tombstone', 'We soft-delete the row.', false],
  ['select + group by ~ sentence', 'select u.id, sum(i.price) from items i join users u on u.id = i.user_id group by u.id', true],
  ['twice + card ~ sentence', 'Can a job run twice, e.g. charging a card?', true],
  ['twice + card ~ sentence', 'It runs twice, i.e., each card is charged again.', true],
  ['twice + card ~ sentence', 'It runs twice in plan B. A card is charged.', false],
  ['cache + lock ~ sentence', 'It is a cache.There is a lock.', false],
  ['cache + lock ~ sentence', 'It is a cache. There is a lock.', false],
  ['mail* + late', 'The e-mails are late.', true],
  ['only e mail*', 'Is it only emails?', true],
  ['only email*', 'Is it only E-Mails, or mails of every kind?', true],
  ['email | phone', 'The gmail account.', false],
  ['mail', 'the mail', true],
])('%s in "%s" is %s', (pattern, text, expected) => {
  expect(matchesAny([pattern], text, lexicon)).toBe(expected)
})

test('an e-mail is quoted as it was written', () => {
  expect(found('mail* + late', 'The E-mails come late.')).toEqual(['The E-mails come late.'])
})

test.each([
  ['cache', 'I would not add a cache.', false],
  ['cache', 'Not today, but a cache comes later.', true],
  ['cache', 'I keep a cache. Not a queue.', true],
  ['cache', 'We do this without any cache.', false],
  ['cache', 'Not only a cache, a queue too.', true],
  ['not + cache', 'I would not add a cache.', true],
  ['slow + because', 'It is not because of disks that it is slow.', true],
  ['queue', 'Instead of a queue I write to the table.', false],
  ['cache + memory | not on disk', 'I would not add a cache to memory.', false],
  ['not | never + cache', 'I would never add a cache.', true],
  ['cache', 'I did not think about putting in front of the database a cache.', false],
  ['cache', 'There was not at that time of the year a cache.', false],
  ['cache', 'It does not matter to the database that a cache is full.', true],
  ['cache', 'I did not wait for long I put in a cache.', true],
  ['cache', 'The service does not have by itself any cache.', false],
])('a negating word before a phrase in its clause: %s in "%s" is %s', (pattern, text, expected) => {
  expect(matchesAny([pattern], text, lexicon)).toBe(expected)
})

test.each([
  [
    'chose + because ~ sentence',
    'I chose the queue in the end, after two long days of looking at it, because it is simple.',
    true,
  ],
  ['chose + because ~ sentence', 'I chose the queue. Because it is simple.', false],
  ['chose + because ~ 20', 'I chose the queue. Because it is simple.', true],
  ['chose + because + ! usually ~ sentence', 'Usually I chose the queue because it is simple.', false],
  ['chose + because + ! usually ~ sentence', 'Usually we argue. I chose the queue because it is simple.', true],
  ['chose + because ~ sentence', 'Nobody chose. I chose it because it is simple.', true],
])('groups of one sentence: %s in "%s" is %s', (pattern, text, expected) => {
  expect(matchesAny([pattern], text, lexicon)).toBe(expected)
})

test('counts one passage a sentence, and none twice', () => {
  expect(found('cache + because', 'A cache because reads win, because reads win. A cache here because of load.')).toEqual([
    'A cache because reads win, because reads win.',
    'A cache here because of load.',
  ])
})

test('never joins words of two turns', () => {
  const compiled = compileLexicon(lexicon)
  const index = indexText(
    tokeniseSegments([
      { turn: 1, text: 'A cache' },
      { turn: 3, text: 'because' },
    ]),
    { lexicon: compiled },
  )
  expect(matchPattern(compiled.pattern('cache + because'), index)).toEqual([])
  expect(matchPattern(compiled.pattern('a cache because'), index)).toEqual([])
})

test('quotes a slice of the stored text, whole sentences up to forty words', () => {
  const text = 'First, it is small.  We’d keep a “cache”, because reads win! Then more.'
  const compiled = compileLexicon(lexicon)
  const index = indexText(tokeniseSegments([{ turn: 3, text }]), { lexicon: compiled })
  const [match] = matchPattern(compiled.pattern('cache + because'), index)
  if (match === undefined) throw new Error('no match')
  const quote = 'We’d keep a “cache”, because reads win!'
  const start = text.indexOf(quote)
  expect(quoteFor(match)).toEqual({ turn: 3, start, end: start + quote.length, quote })

  const long = `${'word '.repeat(60)}cache because ${'word '.repeat(60)}`
  const [quoted] = found('cache + because', long)
  expect(quoted?.split(' ')).toHaveLength(40)
  expect(quoted).toContain('cache because')
})

test('matching stays linear for patterns and texts made to be slow', () => {
  const many = Array.from({ length: 12 }, () => 'aa* | a').join(' + ')
  expect(matchesAny([many], 'aaa '.repeat(20_000), lexicon)).toBe(true)
  expect(matchesAny([`${many} + zz`], 'aaa '.repeat(20_000), lexicon)).toBe(false)
})

test('a passage of two sentences is found though a nearer word stands in a third', () => {
  const text = 'We lost 14 lines in week one. The file stayed on the PC. So we could have gone home in a week.'
  expect(matchesAny(['file + home + week ~ 40'], text, lexicon)).toBe(true)
  expect(matchesAny(['lines + home ~ 40'], text, lexicon)).toBe(false)
})
