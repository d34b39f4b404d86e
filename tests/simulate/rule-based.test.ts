import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { checkAskedBy } from '#src/domain/move.ts'
import { type Company, companies, type Persona, personas, trackIds } from '#src/domain/track.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { type Measured, measure } from './measure.ts'
import { simulationMarkdown } from './report.ts'
import { type Sat, sit } from './sit.ts'
import { candidateOf, type Temperament, temperaments } from './temperaments.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

function questionOf(track: string) {
  const question = content.questions.find((one) => one.track === track && one.framework === undefined)
  if (question === undefined) throw new Error(`the bank has no question for ${track}`)
  return question
}
interface Manner {
  persona?: Persona
  company?: Company
}

/** Who sat with whom, and what it came to: several tests ask for the same sitting. */
const sittings = new Map<string, Promise<Sat & { measured: Measured }>>()
function held(track: string, temperament: Temperament, { persona = 'neutral', company = 'neutral' }: Manner = {}) {
  const key = [track, temperament, persona, company].join('/')
  const sitting = sittings.get(key) ?? sitThrough(track, temperament, { persona, company })
  sittings.set(key, sitting)
  return sitting
}

async function sitThrough(
  track: string,
  temperament: Temperament,
  manner: Required<Manner>,
): Promise<Sat & { measured: Measured }> {
  const question = questionOf(track)
  const interviewer = ruleBasedInterviewer(content)
  const sat = await sit({ content, interviewer, question, candidate: candidateOf(temperament, question), ...manner })
  return { ...sat, measured: measure(sat, content) }
}

describe.each(trackIds)('on %s', (track) => {
  test.each(temperaments)('the rule-based interviewer keeps to its rules beside the %s candidate', async (temperament) => {
    const { conduct, loops, isClosed } = (await held(track, temperament)).measured
    expect(conduct.breaches).toEqual([])
    expect(loops).toEqual([])
    expect(isClosed).toBe(true)
  })

  test('all parts are gone through with a candidate who answers', async () => {
    const { phases, minutesOver } = (await held(track, 'average')).measured
    // A part in whose points nothing is left to ask is passed over.
    expect(phases.begun).toBeGreaterThanOrEqual(phases.planned - 1)
    expect(minutesOver).toBeLessThan(1)
  })
})

describe.each(trackIds)('whoever asks, on %s', (track) => {
  test.each(['strong', 'average'] as const)(
    'the %s candidate is asked about the same number of checks, within one',
    async (temperament) => {
      const manners = [...personas.map((persona) => ({ persona })), ...companies.map((company) => ({ company }))]
      const reached = await Promise.all(
        manners.map(async (manner) => {
          const sat = await held(track, temperament, manner)
          expect(sat.measured.conduct.breaches).toEqual([])
          return new Set(sat.turns.map(({ move }) => checkAskedBy(move)).filter((check) => check !== null)).size
        }),
      )
      expect(Math.max(...reached) - Math.min(...reached)).toBeLessThanOrEqual(1)
    },
  )
})

test('the candidate who draws is asked what the board leaves open, by the names of its parts, and never twice running', async () => {
  const { turns } = await held('system-design', 'drawing')
  const gaps = turns.flatMap(({ move, text }) =>
    move?.kind === 'challenge' && move.gap !== undefined ? [{ ...move.gap, text }] : [],
  )
  expect(gaps.length).toBeGreaterThan(0)
  for (const { at, text } of gaps) expect(text).toContain(`"${at}"`)
  expect(new Set(gaps.map(({ kind, at }) => `${kind} ${at}`)).size).toBe(gaps.length)
  const own = turns.flatMap(({ move }) => (move === null ? [] : [move.kind === 'challenge' && move.gap !== undefined]))
  expect(own.some((isGap, at) => isGap && own[at + 1] === true)).toBe(false)
})

test('the candidate who types a loop in a loop is asked about it once, by its lines', async () => {
  const { turns } = await held('coding', 'typing')
  const gaps = turns.flatMap(({ move, text }) =>
    move?.kind === 'challenge' && move.gap !== undefined ? [{ ...move.gap, text }] : [],
  )
  expect(gaps).toEqual([{ kind: 'loop-in-loop', at: '4', text: expect.stringMatching(/\b4\b/) }])
})

test('the report counts a line a candidate and lists each breach with its words', async () => {
  const sat = await held('concepts', 'terse')
  const { measured } = sat
  const broken = measure(
    { ...sat, turns: sat.turns.map((turn) => (turn.turn === 3 ? { ...turn, text: `Great answer! ${turn.text}` } : turn)) },
    content,
  )
  const report = simulationMarkdown('rule-based@1', [
    { temperament: 'terse', measured },
    { temperament: 'broken', measured: broken },
  ])
  expect(report).not.toContain('Asked again')
  const model = {
    turns: 4,
    byRules: 1,
    repaired: 2,
    promptTokens: 8000,
    completionTokens: 90,
    slowestFirstWordsMs: 1234,
    noted: 3,
  }
  const ofModel = simulationMarkdown('model:some', [{ temperament: 'terse', measured: { ...measured, model } }])
  expect(ofModel).toContain('# model:some: 1 simulated interview\n')
  expect(ofModel).toContain('| terse | concepts | 4 | 2 | 1 | 1.2 s | 2000 | 90 | 3 |')
  expect(report).toContain('| terse | 1 |')
  expect(report).toContain('- broken, concepts, turn 3: praise: “Great answer!”')
})
