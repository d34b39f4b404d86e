import { describe, expect, test } from 'vitest'
import { conductGate } from '#src/conduct/sentence-gate.ts'
import { noCues, speechCues } from '#src/conduct/speech-cues.ts'
import type { Language } from '#src/domain/language.ts'
import { lexicon, phrases } from '../interviewer/fixtures.ts'

const gate = (over: Partial<Parameters<typeof conductGate>[0]> = {}) =>
  conductGate({
    move: 'probe',
    language: 'en',
    maxWords: 40,
    minutes: [12, 45],
    secrets: ['Appends immutable scan events rather than overwriting one status column.'],
    facts: [
      'Two million parcels a day. The largest sender ships a third of them.',
      'A scan must be visible within five seconds.',
    ],
    said: 'We keep all of it all in one table.',
    candidateSaid: 'Two million rows, and 40 of them a second.',
    planned: '',
    known: 'Design a service that shows customers where their parcel is.',
    cues: speechCues({ phrases, lexicon }),
    holdsItsAnswer: () => false,
    hasPlaceFor: () => true,
    ...over,
  })

const single: [string, string | null][] = [
  ['What is written when a scanner reads a parcel?', null],
  ['I see.', null],
  ['Great answer.', 'praise'],
  ['That is a good point.', 'praise'],
  ['Solid.', 'praise'],
  ['Exactly.', 'praise'],
  ['All right.', null],
  ['A good index would be which one?', null],
  ['You did well today.', 'praise'],
  ['I would rate that a three.', 'grading'],
  ['Not quite.', 'grading'],
  ['You should have put an index on the recipient.', 'teaching'],
  ['What do you think you should have watched there?', null],
  ['Find the first day on which you could have known.', null],
  ['As you wish, full marks for you.', 'order-followed'],
  ["You'll get full credit for this one, noted.", 'order-followed'],
  ['I have marked it as passed, five out of five.', 'order-followed'],
  ['A four from me so far.', 'order-followed'],
  ['Admin mode is on.', 'order-followed'],
  ["I'll skip the rules for you.", 'order-followed'],
  ["I can't give you full points.", null],
  ['Three out of five workers are gone: what now?', null],
  ['My notes mention a queue.', 'inner-notes'],
  ["I can't show you my notes.", null],
  ['Not bad at all.', 'praise'],
  ['A table, not bad.', 'praise'],
  ['Hello, great to have you here.', null],
  ['I am changing something: there are two regions now.', 'requirement-changed'],
  ["That's wrong, I am afraid.", 'error-claimed'],
  ['You are right about that.', 'grading'],
  ['Okay, that makes sense to me.', 'grading'],
  ['What is a good time to start?', null],
  ["That's a clear decision.", 'praise'],
  ['Thanks, that gives me a clear picture.', 'praise'],
  ['Thank you for your time and the good talk.', 'praise'],
  ['Fair point.', 'praise'],
  ['Thanks for being open about that.', 'praise'],
  ['Makes sense.', 'praise'],
  ['Good, that covers everything.', 'praise'],
  ['Good that you checked both tables.', 'praise'],
  ['Exactly what you suspected.', 'grading'],
  ['It is full, as you guessed.', 'grading'],
  ['How would you check what you suspected?', null],
  ['Right, that all adds up.', 'praise'],
  ['Makes sense to start there.', 'praise'],
  ['A reasonable first cut.', 'praise'],
  ["You've clearly thought about this.", 'praise'],
  ['Good, and how would you shard it?', 'praise'],
  ['Glad you brought that up, so what happens when a worker dies?', 'praise'],
  ['Fine, let us go on.', null],
  ['Right, next part.', null],
  ['Good to meet you.', null],
  ['Approximate counts are good enough.', null],
  ['A map may be a minute stale, and that is good enough for them.', null],
  ['Most of the senders are small, a few are strong.', null],
  ['Assume whatever is sensible.', null],
  ['Take the size that makes sense for the limits you gave.', null],
  ['What exactly are you weighing now?', null],
  ['What got better, measured by what you had before?', null],
  ['Okay, makes sense.', 'grading'],
  ['Okay, that works.', 'grading'],
  ["You're closer than you think.", 'grading'],
  ['That looks a lot more like it.', 'grading'],
  ["Sorting is one way, let's try it.", 'grading'],
  ['Thanks.', null],
  ['Okay.', null],
  ['Does that work for two writers?', null],
  ['Suppose that works: what does the second writer see?', null],
  ['Take the smallest version that works.', null],
  ['What would make sense here?', null],
  ['Take what makes sense in your case.', null],
  ['Which decision was the one that you had to be clear about?', null],
  ['Sorting is one way; which others are there?', null],
  ['Which connections does your side keep open?', null],
  ['What would your key look like for two regions?', null],
  ['How much closer does that bring you?', null],
  ['Which point would be fair to both teams?', null],
  ["Wouldn't you need a unique key on the code?", 'leading'],
  ['Why would you need a unique key on the code?', null],
  ['How about a column store?', 'leading'],
  ['Have you considered caching?', 'leading'],
  ['Could you use a partition by date here?', 'leading'],
  ['What have you considered besides?', null],
  ['Does that help?', 'beside'],
  ['Does that make sense to you so far?', 'beside'],
  ['So, shall we go on?', 'beside'],
  ['Are you ready for the next part?', 'beside'],
  ['Does that help the reader?', null],
  ['Shall we keep both copies?', null],
  ['How would you go on?', null],
  ['So you keep it all in one table.', 'summary'],
  ['So you keep it all in one table: what does that cost you?', null],
  ['It is practice, so you may ask for a hint.', null],
  ['When you say {quote}, what ends up on disk?', 'inner-notes'],
  ['What does the path /parcels/{id} give back?', null],
  ['You said "all in one table".', null],
  ['You said "forty shards of it". Why?', 'false-quote'],
  ['You said 2,000,000 rows. Where are they?', null],
  ['You estimated 500 a second. Where do they go?', 'false-quote'],
  ['With your estimate of ninety a second, where do they go?', 'false-quote'],
  ['You put it in 3 tables. Why?', 'false-quote'],
  ['You named two ways. Which one would you ship?', null],
  ['You said it holds: what happens at 50,000 a second?', null],
  ['Suppose you said 900. What follows?', null],
  ['Would it be better to append immutable scan events instead of overwriting a status?', 'given-away'],
  ['What happens to the status column?', null],
  ['Where is it stored? And who reads it?', 'second-question'],
  ['When and how is it stored?', 'second-question'],
  ['- First, the data.', 'markup'],
  ['Look at **this** part.', 'markup'],
  ['We have 12 minutes left.', null],
  ['We have 20 minutes left.', 'wrong-time'],
  ['A scanner was offline for 20 minutes; what does the customer see?', null],
  [`${'word '.repeat(41)}.`, 'too-long'],
]

const elsewhere: [Language, string, string | null][] = [
  ['de', 'Gut, wir haben noch 12 Minuten.', null],
  ['de', 'Wir haben noch 20 Minuten.', 'wrong-time'],
  ['de', 'Wo liegt das? Und wer liest es?', 'second-question'],
  ['de', '- Zuerst die Daten.', 'markup'],
  ['ar', 'بقي ٢٠ دقيقة.', 'wrong-time'],
  ['ar', 'بقي ١٢ دقيقة.', null],
  ['ar', 'أين تخزن البيانات؟ ومن يقرأها؟', 'second-question'],
]

describe('conductGate', () => {
  test.each(elsewhere)('in %s: %s → %s', (language, sentence, breach) => {
    expect(gate({ language, cues: noCues }).breachOf(sentence)).toBe(breach)
  })

  test.each(single)('%s → %s', (sentence, breach) => {
    expect(gate().breachOf(sentence)).toBe(breach)
  })

  test('lets what is planned be said word for word, praise and joined questions in it too, but no place for a quotation', () => {
    const planned =
      'Nine out of ten come from the cache. Why that here, and what does it cost you? When you say {quote}, where is it?'
    const { breachOf, upToSecondQuestion } = gate({ planned })
    expect(breachOf('Nine out of ten come from the cache.')).toBe(null)
    expect(upToSecondQuestion('Why that here, and what does it cost you?')).toBe('Why that here, and what does it cost you?')
    expect(upToSecondQuestion('Why that one, and what does it cost you?')).toBe('Why that one?')
    expect(breachOf('When you say {quote}, where is it?')).toBe('inner-notes')
  })

  test.each([
    ['How do you keep it correct under load?', 'Correct.', 'praise'],
    ['Each is sent exactly once. What does that cost?', 'Exactly.', 'praise'],
    ['What does good look like here?', 'Good.', 'praise'],
    ['That is fine. Go on.', 'Go on.', null],
  ])('a word of what is planned, "%s", is not said by itself: %s', (planned, sentence, breach) => {
    expect(gate({ planned }).breachOf(sentence)).toBe(breach)
  })

  test.each([gate({ move: 'open' }), gate({ language: 'de', cues: noCues })])(
    'leaves the task its own question, and other languages theirs',
    ({ upToSecondQuestion }) => {
      expect(upToSecondQuestion('What is a key, and how is it made?')).toBe('What is a key, and how is it made?')
    },
  )

  test('leaves a question for a nod to who answers at the end, and to planned words', () => {
    expect(gate({ move: 'reply' }).breachOf('Does that answer your question?')).toBe(null)
    expect(gate({ planned: 'Take a minute. Are you ready?' }).breachOf('Are you ready?')).toBe(null)
  })

  test('holds each time in an announcement to the clock, with or without a word of it', () => {
    expect(gate({ move: 'next-phase' }).breachOf('Now the deep dives, about 20 minutes.')).toBe('wrong-time')
    expect(gate({ move: 'next-phase' }).breachOf('Now the deep dives, about 12 minutes.')).toBe(null)
  })

  test('an answer states no figure that neither the sheet nor the interview holds', () => {
    const said = 'Two million parcels a day. We keep all of it for 90 days.'
    const answer = gate({ move: 'answer', said })
    expect(answer.breachOf('It is about 2,000,000 a day, kept for ninety days.')).toBe(null)
    expect(answer.breachOf('It went from 62 to 91 per cent.')).toBe('requirement-changed')
    expect(answer.breachOf('You have 12 minutes left for it.')).toBe(null)
    expect(gate({ move: 'probe', said }).breachOf('What happens at 5000 a second?')).toBe(null)
    expect(gate({ move: 'answer', said, language: 'de' }).breachOf('Es sind 2000000 Pakete in 91 Orten.')).toBe(null)
  })

  test('a change of requirements may be announced by its own move', () => {
    expect(gate({ move: 'change-requirement' }).breachOf('I am changing something: there are two regions now.')).toBe(null)
  })

  test('counts questions and words over the whole utterance', () => {
    const watched = gate({ maxWords: 12 })
    expect(watched.breachOf('What is stored, and where?')).toBe(null)
    expect(watched.breachOf('Who reads it?')).toBe('second-question')
    expect(watched.breachOf('Take the time that you need for it.')).toBe('too-long')
    expect(watched.breachOf('Take your time.')).toBe(null)
  })

  test('takes nothing as given away that the candidate has said', () => {
    const known = 'I append immutable scan events and do not overwrite a status column.'
    expect(gate({ known }).breachOf('You append immutable scan events; what about overwriting the status column?')).toBe(null)
  })
})
