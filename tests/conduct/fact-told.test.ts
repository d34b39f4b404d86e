import { beforeAll, describe, expect, test } from 'vitest'
import { conductInputOf } from '#src/conduct/conduct-input.ts'
import { factParts, tellsAnyFact } from '#src/conduct/fact-told.ts'
import { readSitting } from '#src/conduct/heard.ts'
import { numbersIn } from '#src/conduct/numbers-in.ts'
import { saidIn, tellingWords } from '#src/conduct/said-so-far.ts'
import { speechCues } from '#src/conduct/speech-cues.ts'
import type { Content } from '#src/content/content.ts'
import { holdContentFor } from '#src/content/hold-content.ts'
import { readLabelledSet } from '../calibration/labelled-set.ts'
import { lexicon, parcelGuide, phrases } from '../interviewer/fixtures.ts'
import { shippedContent } from '../support/shipped-content.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

const cues = speechCues({ phrases, lexicon })
const tellsOf = (facts: readonly string[], heard: string) =>
  tellsAnyFact(factParts(facts, cues), { words: tellingWords(heard), numbers: numbersIn(heard) })

describe('beside the parcel tracker', () => {
  const heard = 'Design a service that shows customers where their parcel is. We keep each scan in one table.'
  const tells = tellsOf(
    parcelGuide.facts.map(({ fact }) => fact),
    heard,
  )

  test.each([
    'There are two million parcels a day.',
    'With 2,000,000 parcels a day, which table grows first?',
    'A scan has to be visible in five seconds.',
    'We keep only the final state after that, and the day on which it was handed over.',
  ])('%s tells a fact', (sentence) => {
    expect(tells(sentence)).toBe(true)
  })

  test.each([
    'How many parcels do you count on?',
    'Ten times the scans arrive on the day before Christmas. What gives first?',
    'How fresh must what a customer sees be?',
    'What does a customer see while a scan is not visible yet?',
    'Walk me through one scan of a parcel.',
    'What do you keep of a parcel after its delivery, and where?',
  ])('%s tells none', (sentence) => {
    expect(tells(sentence)).toBe(false)
  })

  test('a minute of the clock is none of a fact', () => {
    const facts = ['A page may take 12 minutes to change.']
    expect(tellsOf(facts, '')('About 12 minutes for this page.')).toBe(true)
    expect(tellsOf(facts, '')('About 12 minutes for this page.', [12])).toBe(false)
  })

  test('what was said before tells nothing any more', () => {
    expect(
      tellsOf(['Two million parcels a day.'], 'I assume 2 million parcels a day.')('At two million parcels a day, why?'),
    ).toBe(false)
  })
})

describe('a part of a fact that says nothing of the matter', () => {
  const tells = tellsOf(
    [
      'One thread to begin with. We may come back to that.',
      'The sum to begin with. Somebody will want to know what to book, so we may come back to that.',
    ],
    '',
  )

  test.each(['No problem, we can come back to that.', 'We come back to that later.'])('%s tells none', (sentence) => {
    expect(tells(sentence)).toBe(false)
  })

  test.each([
    'Take one thread to begin with.',
    'Somebody will want to know what to book.',
    'Somebody wants to know what to book, and we come back to that.',
  ])('%s tells what stands beside it', (sentence) => {
    expect(tells(sentence)).toBe(true)
  })
})

/** As somebody says it who has the sheet before their eyes, in words of their own. */
const inOtherWords: [question: string, fact: string, said: string][] = [
  ['url-shortener', 'new-links', 'Roughly 1 million links get created per day.'],
  ['url-shortener', 'new-links', 'At a million new links daily, which key would you choose?'],
  ['chat-system', 'history', 'Note that almost everything people read is from the last two days, nine reads in ten.'],
  ['chat-system', 'history', 'History is kept for as long as the company stays a customer.'],
  ['notification-service', 'content', 'The templates belong to the teams, in five languages.'],
  ['image-service', 'networks', 'Two thirds of the uploads come from phones with bad networks.'],
  ['rest-auth', 'domains', 'The website and the API share one domain, www and api.'],
  ['metrics-pipeline', 'alerts', 'You have about 2,000 alert rules to evaluate.'],
  ['sql-vs-nosql', 'load', 'Take 2,000 reads and 100 writes per second as the busiest load.'],
  ['timeouts-retries-breakers', 'traffic', 'Ten instances serve 500 pages a second.'],
  ['logs-metrics-traces', 'how-many', 'You run twelve services, on forty instances.'],
  ['index-design-at-scale', 'skew', 'The largest depot holds 300,000 open parcels.'],
  ['double-booking', 'any-minute', 'Bookings may start at any minute, there is no grid.'],
  ['job-queue-race', 'job-length', 'Most of the jobs are over in two seconds.'],
  ['paginate-list', 'page-size', 'The screen fits twenty, say.'],
  ['loudest-errors', 'ties', 'Equally frequent ones should be ordered by the alphabet.'],
  ['crud-api', 'how-many', 'No customer has more than fifty of them.'],
  ['bad-deploy', 'written-since', 'By the way, 2,100 invoices were written since ten.'],
  ['memory-leak', 'dump-content', 'The dumps differ in a map, permissionCache, that keeps growing.'],
  ['sudden-500s', 'endpoints', 'It is mostly POST /orders that fails.'],
  ['payments-consistency', 'existing', 'There is a message broker, and it delivers at least once.'],
  ['payments-consistency', 'existing', 'Every service brings its own relational database.'],
  ['distributed-transactions', 'failure-rates', 'One call in five hundred is never answered.'],
  ['analytics-warehouse', 'speed', 'A dashboard has to open within two seconds.'],
]
/** Said with other words, or by figures below four: what is left of a rule that goes by words. */
const passedOver = [
  'The website and the API share one domain, www and api.',
  'Bookings may start at any minute, there is no grid.',
  'Equally frequent ones should be ordered by the alphabet.',
  'The dumps differ in a map, permissionCache, that keeps growing.',
  'It is mostly POST /orders that fails.',
]

test('of facts told in other words, all but these are heard', () => {
  const missed = inOtherWords.flatMap(([id, fact, said]) => {
    const question = content.questions.find((one) => one.id === id)
    expect(question?.guide.facts.map((one) => one.id)).toContain(fact)
    const facts = (question?.guide.facts ?? []).map((one) => one.fact)
    return tellsOf(facts, question?.opening ?? '')(said) ? [] : [said]
  })
  expect(missed).toEqual(passedOver)
})

test('of the facts of the bank read out, all but a few in a hundred are heard, and nine in ten of their sentences', () => {
  const heard = { facts: 0, sentences: 0 }
  const all = { facts: 0, sentences: 0 }
  for (const { opening, guide } of content.questions) {
    const tells = tellsOf(
      guide.facts.map(({ fact }) => fact),
      opening,
    )
    for (const { fact } of guide.facts) {
      // A sentence that says nothing of the matter tells nothing.
      const told = fact
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => factParts([sentence], cues).length > 0)
        .map((sentence) => tells(sentence))
      all.facts++
      all.sentences += told.length
      heard.facts += told.includes(true) ? 1 : 0
      heard.sentences += told.filter((one) => one).length
    }
  }
  expect(heard.facts / all.facts).toBeGreaterThan(0.98)
  expect(heard.sentences / all.sentences).toBeGreaterThan(0.9)
})

/** Each looked at: facts, figures or queries of the sheet into a turn without a question, among them what an incident's candidate looked up. */
const toldByHand = [
  'slow-query-a5 1: LIMIT 50;',
  'slow-query-a5 1: orders has 60 million rows, customers 2 million.',
  'slow-query-a5 1: Only the primary keys are indexed.',
  "notification-service-y3 13: The SMS provider isn't down, it's answering in thirty seconds in place of 200 milliseconds.",
  'process-vs-thread-x7 9: You have to resize 10,000 images on eight cores, in a language of your choice.',
  'queue-backlog-v2 3: In: 40 a second as always, plus a batch of 210,000 between 8:40 and 9:00.',
  'queue-backlog-z5 9: Consumption is 30 a second, normally 200; CPU is at 5 percent.',
  'slow-query-z5 3: limit 50;',
  'sudden-500s-y3 5: Failures cluster at 5.0 seconds.',
  'url-shortener-x7 5: Would it be fair to say 100 new links a second, 10,000 redirects a second, and a redirect under 50 ms?',
  'url-shortener-z5 15: Ten thousand clicks a second.',
]

test('in 793 turns of interviewers written by hand, these tell a fact into a turn that asks nothing, and no others', () => {
  const told = ['transcripts', 'further-transcripts'].flatMap((folder) =>
    readLabelledSet(`tests/calibration/${folder}`).flatMap(({ transcript }) => {
      const input = conductInputOf(transcript, holdContentFor(content, transcript))
      const openings = input.questions.map(({ text }) => text).join('\n')
      return readSitting(input, content)
        .heard.filter(({ wasAsked }) => !wasAsked)
        .flatMap((turn) => {
          const facts = input.questions[turn.question]?.guide?.facts ?? []
          const tells = tellsOf(
            facts.map(({ fact }) => fact),
            `${openings}\n${saidIn(turn.before)}`,
          )
          return turn.sentences
            .filter(({ text, isOpening }) => !isOpening && tells(text))
            .map(({ text }) => `${transcript.id} ${turn.turn}: ${text}`)
        })
    }),
  )
  expect(told).toEqual(toldByHand)
})
