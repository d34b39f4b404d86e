import { describe, expect, test } from 'vitest'
import { type HabitRule, habitRules } from '#src/domain/review.ts'
import { trackIds } from '#src/domain/track.ts'
import { shippedQuestion, shippedQuestionIds, shippedRubric } from '../support/content-files.ts'
import { sampleTranscript } from '../support/sample-transcript.ts'
import { asks, heldFor, reviewOf, says, type Told, transcriptOf, words } from './fixtures.ts'

const habits = (told: Told) => {
  const ids = told.questions.map(({ id }) => id)
  return reviewOf(transcriptOf(told), heldFor(told.track, ids, false), null).habits
}
const rulesIn = (told: Told): HabitRule[] => habits(told).found.map(({ rule }) => rule)

const design = (...answers: string[]): Told => ({
  track: 'system-design',
  questions: [{ id: 'a-mail-service', text: 'Design a mail service.' }],
  turns: [asks('Design a mail service.'), ...answers.flatMap((answer) => [says(answer), asks('Go on.')])],
})
const story = (...answers: string[]): Told => ({
  track: 'behavioral',
  questions: [{ id: 'a-hard-week', text: 'Tell me about a hard week.' }],
  turns: [asks('Tell me about a hard week.'), ...answers.flatMap((answer) => [says(answer), asks('Go on.')])],
})
const asked = 'How many mails a day are sent, and does each have to arrive? '
const long = (sentence: string, count: number) =>
  Array.from({ length: count }, (_, at) => sentence.replace('#', `${at + 1}`)).join(' ')

const good = [
  'Last March the invoices of a hotel chain went out twice, and I was on the billing team.',
  'The problem was that nobody could tell which of the two was right, and finance wanted to stop all of them.',
  'I read the logs of two nights, compared the ids and found that the job ran again after a timeout.',
  'I wrote a test that sends the same booking twice, and then I added a unique key.',
  'I decided against a lock, because it would have held up the night run.',
  'Double invoices went from 40 a week to none, and have stayed there for a year.',
  'I learned to write the test for a repeated message before the code, and I did so in the next two projects.',
].join(' ')

describe('a habit is found where it is, by the words that show it', () => {
  test.each<[HabitRule, Told, string]>([
    ['long-answer', design(asked, long('The server number # takes one more mailbox and passes it on.', 40)), 'mailbox'],
    [
      'filler',
      design(asked, 'It is, you know, a queue.', 'And, you know, a worker.', 'Then, you know, it is sent.'),
      'Then, you know',
    ],
    ['we', story(`We built it. ${'We tested it and we deployed it. '.repeat(3)} I wrote a mail.`), 'We built it'],
    ['no-questions', design('There is a queue and a worker that sends.'), 'There is a queue'],
    [
      'no-tension',
      story(long('In week # I planned the release with Anna and I wrote the list of what comes next for everybody.', 10)),
      'In week 1',
    ],
    [
      'no-role',
      story(`${'It was a large project with many people in it and a plan for every week. '.repeat(6)} In the end it went live.`),
      'it went live',
    ],
    [
      'hedge-first',
      design(asked, `I guess a queue between the two parts would do. ${'A worker takes one and sends it. '.repeat(3)}`),
      'I guess',
    ],
    [
      'jargon',
      design(
        asked,
        `${'We would need Zookeeper, Cassandra, CQRS, Raft, gRPC and an LSM somewhere in the middle of the whole thing. '.repeat(1)}${'There is a part for mail and one for people. '.repeat(5)}`,
      ),
      'Zookeeper',
    ],
    [
      'no-ending',
      story(long('In that week I called customer # and I wrote down what she wanted to have next.', 10)),
      'customer 10',
    ],
    [
      'no-so-what',
      story(`${long('In that week I called customer # and I wrote down what she wanted.', 14)} In the end it was done.`),
      'it was done',
    ],
  ])('%s', (rule, told, quoted) => {
    const found = habits(told).found.filter((one) => one.rule === rule)
    expect(found).toHaveLength(1)
    const [{ evidence, what } = { evidence: null, what: '' }] = found
    expect(evidence?.quote).toContain(quoted)
    expect(told.turns[(evidence?.turn ?? 0) - 1]?.text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote)
    expect(what).not.toMatch(/[{}]/)
  })

  test('same-story', () => {
    const two: Told = {
      track: 'behavioral',
      questions: [
        { id: 'one', text: 'Tell me about an outage.', firstTurn: 1 },
        { id: 'two', text: 'Tell me about a risk.', firstTurn: 3 },
      ],
      turns: [
        asks('Tell me about an outage.'),
        says(good),
        asks('Tell me about a risk.'),
        says(`Again at the hotel chain. ${good}`),
      ],
    }
    expect(habits(two).found).toMatchObject([{ rule: 'same-story', evidence: { turn: 4 } }])
    const other = long('A nurse named Ada asked for lists of rooms by ward # and got them on paper.', 12)
    expect(rulesIn({ ...two, turns: [...two.turns.slice(0, 3), says(other)] })).not.toContain('same-story')
  })

  test('dodged', () => {
    const told = (reply: string): Told => ({
      ...design(asked),
      turns: [
        asks('Design a mail service.'),
        says(`${asked}A worker takes mails from a queue and hands them to the provider.`),
        asks('What happens to a mail in the queue if the worker that holds it crashes in the middle of sending?'),
        says(reply),
      ],
    })
    const elsewhere = 'The colours of our buttons were chosen by two designers from Porto who like blue more than green.'
    expect(habits(told(elsewhere)).found).toMatchObject([{ rule: 'dodged', evidence: { turn: 4 } }])
    expect(rulesIn(told('It stays in the queue under a lease, and another worker takes it when the lease is over.'))).toEqual([])
    expect(rulesIn(told('I do not know that, I would have to think about it for a while longer than this.'))).toEqual([])
  })
})

test('a story told well, and an answer that checks in, have none of it', () => {
  expect(habits(story(good)).found).toEqual([])
  const answer = long('The server number # takes one more mailbox and passes it on.', 40)
  expect(rulesIn(design(asked, `${answer} Does that make sense so far?`))).toEqual([])
  expect(
    rulesIn(design(asked, 'Maybe 200 mails a second at peak, from the two figures that you gave me and a factor of four.')),
  ).toEqual([])
})

test('rules that do not fit the track are named, and none is looked for in another language', () => {
  const { notLooked, clear, found } = habits(design(asked))
  const ofStories = habitRules.filter((rule) => !words.habits[rule].tracks.includes('system-design'))
  expect(notLooked).toEqual([{ titles: ofStories.map((rule) => words.habits[rule].title), reason: words.notLooked.track }])
  expect([clear.length + ofStories.length, found]).toEqual([habitRules.length, []])
  const german = habits({ ...design('Ich würde, you know, you know, you know, eine Schlange nehmen.'), language: 'de' })
  expect([german.found, german.clear, german.notLooked[0]?.reason]).toEqual([[], [], words.notLooked.language])
})

/** Of the bank's good sample answers, for each rule at most so many of a hundred; they are written as monologues, so their length is left out. */
const mostFalse = 3
test('good answers of the bank are rarely flagged', { timeout: 120_000 }, () => {
  const rubrics = new Map(trackIds.map((track) => [track, shippedRubric(track)]))
  const flagged = new Map<string, number>()
  let answers = 0
  for (const { track, id } of shippedQuestionIds()) {
    const question = shippedQuestion(track, id)
    const rubric = rubrics.get(track)
    for (const answer of question.answers) {
      if (answer.quality === 'weak' || rubric === undefined) continue
      answers++
      const transcript = sampleTranscript({ question, rubric, answer, level: answer.quality })
      const held = { rubric, questions: [{ id, guide: question.guide, answers: [] }] }
      for (const rule of new Set(reviewOf(transcript, held, null).habits.found.map((one) => one.rule)))
        flagged.set(rule, (flagged.get(rule) ?? 0) + 1)
    }
  }
  flagged.delete('long-answer')
  expect([...flagged].filter(([, count]) => (100 * count) / answers > mostFalse)).toEqual([])
})
