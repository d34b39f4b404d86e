import { describe, expect, test } from 'vitest'
import { type Review, reviewSchema } from '#src/domain/review.ts'
import { asks, gradedReview, heldFor, reviewOf, says, type Told, transcriptOf, words } from './fixtures.ts'

/** A short round with stored moves: one question about the split of calls, one challenge, one hint. */
const told: Told = {
  track: 'system-design',
  questions: [{ id: 'url-shortener', text: 'Design a URL shortener.' }],
  turns: [
    asks('Design a URL shortener. Where do you begin?', { kind: 'open' }),
    says(
      'How many links are created a day? I would keep one table from the short code to the address, and the redirect should be fast enough for millions of users.',
    ),
    asks('How do the calls split up between the kinds of request?', {
      kind: 'probe',
      check: 'opens-dominate',
      probe: 'specify',
    }),
    says(
      'It is a web service with a database behind it, and I would write it in TypeScript because the team knows it. Five people work on it, and they have built three such services before this one, so nobody needs much of an introduction.',
    ),
    asks('Earlier you said "one table from the short code to the address". What happens to a link over the years?', {
      kind: 'probe',
      check: 'life-of-a-link',
      probe: 'clarify',
    }),
    says(
      'Links are kept for 5 years by default, and a creator can delete one, which then stops working everywhere within a minute.',
    ),
    asks('Think of which calls are many.', { kind: 'hint', rung: 2, aims: ['opens-dominate'] }),
    says('Reads are far more than writes, a hundred to one, so the redirect is the hot path and I put a cache before the table.'),
    asks('Thank you.', { kind: 'close', reason: 'finished' }),
  ],
}
const turnOf = ({ turns }: Review, turn: number) => turns.find((one) => one.turn === turn)
const textOf = (turn: number) => told.turns[turn - 1]?.text ?? ''

describe('a review of a mock with its moves', async () => {
  const { review, scorecard, content } = await gradedReview(told)

  test('has the shape that leaves the server', () => {
    expect(reviewSchema.strict().parse(review)).toEqual(review)
  })

  test('shows under each turn the quotes that the scorecard holds, and no others', () => {
    const held = scorecard.perQuestion
      .flatMap(({ scores }) => scores.flatMap(({ checks }) => checks))
      .flatMap((check) => {
        return check.verdict === 'yes' || check.verdict === 'partly'
          ? check.evidence.map((evidence) => ({ ...evidence, check: check.check }))
          : []
      })
    const shown = review.turns.flatMap(({ shown: checks }) =>
      checks.flatMap(({ check, evidence }) => evidence.map((one) => ({ ...one, check }))),
    )
    const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort()
    expect(shown.length).toBeGreaterThan(3)
    expect(sorted(shown)).toEqual(sorted(held))
    for (const { turn, start, end, quote } of shown) expect(textOf(turn).slice(start, end)).toBe(quote)
  })

  test('says what each question was after, what raised it, and what came of it', () => {
    expect(review.asked.map(({ turn, move, probe, isGuess }) => [turn, move, probe, isGuess])).toEqual([
      [3, 'probe', 'specify', false],
      [5, 'probe', 'clarify', false],
      [7, 'hint', null, false],
    ])
    const [split, life] = review.asked
    expect(split).toMatchObject({
      after: words.probes.specify.after,
      check: { criterion: 'framing', check: 'opens-dominate' },
      answer: { turn: 4, verdict: 'not-shown' },
    })
    expect(life?.raisedBy).toMatchObject({ turn: 2, quote: 'one table from the short code to the address' })
    expect(life?.answer).toEqual({ turn: 6, verdict: 'yes' })
  })

  test('tells what was asked and left open, and where it was said after all', () => {
    expect(turnOf(review, 4)?.open[0]).toMatchObject({ check: 'opens-dominate', because: 'asked', laterIn: 8 })
    expect(turnOf(review, 6)?.open.map(({ check }) => check)).not.toContain('life-of-a-link')
  })

  test('outlines a stronger turn of one’s own words, of the guide’s points and of blanks, and of nothing else', () => {
    expect(turnOf(review, 2)?.stronger?.lines[0]).toMatchObject({ kind: 'fill', text: expect.stringContaining('___') })
    const points = [...(content.questions[0]?.guide.keyPoints ?? []).map(({ point, why }) => ({ means: point, why }))]
    const standing = content.rubric.criteria.flatMap(({ checks }) => checks.map(({ check }) => ({ means: check, why: null })))
    const blanks = [...words.blanks.loose, ...words.blanks.wanted].map(({ blank }) => blank).sort((a, b) => b.length - a.length)
    const lines = review.turns.flatMap(({ turn, stronger }) => (stronger?.lines ?? []).map((line) => ({ turn, ...line })))
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['fill', 'keep', 'add', 'figures']))
    for (const { turn, kind, text, why } of lines)
      if (kind === 'add') {
        const from = [...points, ...standing].find(({ means }) => text.toLowerCase().includes(means.toLowerCase()))
        expect(from?.why).toBe(why)
      } else {
        const quoted = [...text.matchAll(/“([^”]+)”/g)].map(([, quote]) => quote ?? '')
        expect(quoted.length).toBeGreaterThan(0)
        for (const piece of quoted.flatMap((quote) =>
          blanks.reduce((left, blank) => left.replaceAll(blank, '|'), quote).split('|'),
        ))
          expect(textOf(turn)).toContain(piece)
      }
  })

  test('keeps one thing, the scorecard’s fixes, and three moments in order with what an interviewer thought', () => {
    expect(review.fixes).toEqual(scorecard.debrief.fixes)
    expect(review.hints).toEqual([0, 0, 1, 0, 0, 0])
    expect(review.keep?.what).toBe(scorecard.debrief.carried[0]?.what)
    const turns = review.moments.map(({ turn }) => turn)
    expect(turns).toEqual([...turns].sort((a, b) => a - b))
    expect(new Set(turns).size).toBe(3)
    for (const { thought } of review.moments) expect(thought).not.toContain('{')
    const fixed = review.fixes.map(({ check }) => check)
    expect(review.missed.filter(({ check }) => fixed.includes(check))).toEqual([])
    for (const { turn, evidence } of review.missed) expect(textOf(turn).slice(evidence.start, evidence.end)).toBe(evidence.quote)
  })
})

test('without a scorecard nothing of the guide is in it', async () => {
  const transcript = transcriptOf(told)
  const content = heldFor('system-design', ['url-shortener'])
  const review = reviewOf(transcript, content, null)
  const text = JSON.stringify(review)
  for (const { point, why } of content.questions[0]?.guide.keyPoints ?? [])
    expect([text.includes(point), text.includes(why)]).toEqual([false, false])
  expect(review.asked.every(({ check }) => check === null)).toBe(true)
  expect(review.turns.every(({ shown, open, stronger }) => shown.length + open.length === 0 && stronger === null)).toBe(true)
  expect([review.fixes, review.keep, review.moments.length, review.missed]).toEqual([[], null, 1, []])
})

test('what a person asked elsewhere is guessed: a planned question by its words, else a kind, and said to be a guess', async () => {
  const { review } = await gradedReview({
    track: 'system-design',
    questions: [{ id: 'url-shortener', text: 'Design a URL shortener.' }],
    turns: [
      asks('Hi, so design a URL shortener for me?'),
      says(told.turns[1]?.text ?? ''),
      asks('Okay. So how do these calls split up between the different kinds of request?'),
      says(told.turns[3]?.text ?? ''),
      asks('And what happens if that database goes down?'),
      says(told.turns[5]?.text ?? ''),
      asks('Nice. I am in Lisbon this week, by the way.'),
      says(told.turns[7]?.text ?? ''),
    ],
  })
  expect(review.hints).toBeNull()
  expect(
    review.asked.map(({ turn, move, probe, check, isGuess }) => ({ turn, move, probe, check: check?.check, isGuess })),
  ).toEqual([
    { turn: 3, move: null, probe: 'specify', check: 'opens-dominate', isGuess: true },
    { turn: 5, move: null, probe: 'failure', check: undefined, isGuess: true },
  ])
})

test('a question above the bar is told as one, and neither what it left open nor what was shown later is a gap', async () => {
  const move = (aboveBar: boolean) =>
    ({ kind: 'probe', check: 'opens-dominate', probe: 'specify', ...(aboveBar && { aboveBar: true as const }) }) as const
  const nothing = says(
    'The team would look at the dashboards every morning and somebody would write down what they saw there, and then we would talk about it together.',
  )
  const reviewed = async (aboveBar: boolean, last = nothing) => {
    const turns = told.turns.map((turn, at) =>
      at === 2 ? asks('How do the calls split up?', move(aboveBar)) : at === 7 ? last : turn,
    )
    return (await gradedReview({ ...told, turns })).review
  }
  const [usual, above] = [await reviewed(false), await reviewed(true)]
  expect([usual, above].map(({ asked }) => asked[0]?.isAboveBar)).toEqual([false, true])
  const leftOpen = ({ moments }: Review) => moments.some(({ turn }) => turn === 3)
  expect([leftOpen(usual), leftOpen(above)]).toEqual([true, false])
  const shownLater = await reviewed(false, says(textOf(8)))
  expect(leftOpen(shownLater)).toBe(false)
})
