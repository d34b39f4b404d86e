import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { Interview } from '#src/domain/interview.ts'
import { scheduleOf } from '#src/domain/schedule.ts'
import type { TrackId } from '#src/domain/track.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { designInterview, sitting } from './fixtures.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

/** Each line of the phase is said in turn, the last again and again, a minute and a half a turn; what was asked for in writing, with the phase. */
async function asked(track: TrackId, lines: Readonly<Record<string, readonly string[]>>) {
  const question = content.questions.find((one) => one.track === track && one.framework === undefined)
  const rubric = content.rubrics.get(track)
  const plan = rubric?.plans.find(({ minutes }) => minutes === 40)
  if (question === undefined || rubric === undefined || plan === undefined) throw new Error(`no round for ${track}`)
  const interview: Interview = {
    ...designInterview,
    track,
    level: 'mid',
    mode: 'mock',
    minutes: 40,
    questions: [{ id: question.id, title: question.title, text: question.opening, firstTurn: null }],
    schedule: scheduleOf(rubric, plan),
  }
  const here = sitting({ interviewer: ruleBasedInterviewer(content), interview, content: holdContent(content, [question]) })
  const left = new Map(Object.entries(lines).map(([phase, texts]) => [phase, [...texts]]))
  await here.hear('start')
  let wanted: string[] = []
  while (here.minute < 38) {
    const phase = interview.schedule[here.turns.at(-1)?.phase ?? 0]?.phase ?? ''
    const [text = 'That is how I see it, and it holds for the rest as well.', ...rest] = left.get(phase) ?? []
    if (rest.length > 0) left.set(phase, rest)
    here.say(text, 1.5)
    const { move } = await here.hear()
    if (move.kind === 'close') break
    if (move.kind === 'challenge' && move.gap !== undefined) wanted = [...wanted, `${move.gap.kind} in ${phase}`]
  }
  return wanted
}

const toldQueries = [
  "I'd take the events of the last day and count them for each customer.",
  'For that I select the rows from the events of one customer, and join the customers to them.',
  'Then it is grouped by the customer, the largest number first.',
]
const toldCode = [
  'I keep a map of what was seen.',
  'For each of them I look whether it is there already.',
  'At the end the map goes back.',
]

describe('whoever only talks', () => {
  test('is asked once, in its part of the round, to write down the query', async () => {
    expect(await asked('sql', { queries: toldQueries })).toEqual(['query-unwritten in queries'])
  })
  test('is asked once, in its part of the round, to write down the code', async () => {
    expect(await asked('coding', { code: toldCode })).toEqual(['code-unwritten in code'])
  })
  test('is not asked once a query or code was typed', async () => {
    const query = 'select customer_id, count(*) from events group by customer_id'
    expect(await asked('sql', { queries: [query, ...toldQueries] })).toEqual([])
    const code = 'for (const one of all) { if (seen.has(one)) return true; seen.add(one) }'
    expect(await asked('coding', { code: [code, ...toldCode] })).toEqual([])
  })
})
