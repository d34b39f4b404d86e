import { beforeAll, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { systemClock } from '#src/domain/clock.ts'
import { guideAfter, stepsTaken } from '#src/domain/steps-taken.ts'
import { modelInterviewer } from '#src/interviewer/model-backed-interviewer.ts'
import type { TurnFigures } from '#src/interviewer/turn-figures.ts'
import { openAiModel } from '#src/model/openai-model.ts'
import { interviewerPrompt } from '../interviewer/interviewer-prompt.ts'
import { type PeerRequest, startModelPeer } from '../support/model-peer.ts'
import { shippedContent } from '../support/shipped-content.ts'
import { measure } from './measure.ts'
import { sit } from './sit.ts'
import { candidateOf } from './temperaments.ts'

let content: Content
beforeAll(async () => {
  content = await shippedContent()
})

const asides = [
  'That sort of thing comes up quite often in rounds like this one, and people come at it from many sides, so let us take some care over it together.',
  'I have a soft spot for this part of the conversation, since this is where most of the time of a working week goes for somebody in such a team.',
  'Take whatever time you need for it, we have a good while ahead of us, and nothing here has to be polished before it is spoken aloud.',
  'We can come back to any of it later on, whenever something new comes up that changes the way you look at it, which happens to everybody.',
]

/** The favourite move in its planned words; to a question that no pattern knows, the next fact of the sheet. */
function plannedReply({ lastMessage }: PeerRequest): { move: string; words: string } {
  const favourite = /^The favourite[^:]*: (.+)$/m.exec(lastMessage)?.[1] ?? ''
  const planned = lastMessage.split(`- ${favourite}, planned: `)[1]?.split(/\n(?=- |The favourite)/)[0]
  if (favourite !== 'answer:assume') return { move: favourite, words: planned ?? 'Go on, please.' }
  const [sheet = '', told = ''] = ['Fact sheet, told only when asked:', 'Told so far; it stands:'].map(
    (title) => lastMessage.split(`${title}\n`)[1]?.split('\n\n')[0],
  )
  const untold = [...sheet.matchAll(/^- ([a-z0-9-]+): (.+)$/gm)].find(([, , fact = '']) => !told.includes(fact))
  return untold === undefined
    ? { move: favourite, words: planned ?? '' }
    : { move: `answer:${untold[1]}`, words: untold[2] ?? '' }
}

/** Says all that with a good forty words before it, more after it, and a question after each fact. */
function talkativeModel(): (request: PeerRequest) => string {
  let turn = 0
  return (request) => {
    turn++
    const { move, words } = plannedReply(request)
    if (move === 'open' || move.startsWith('close')) return JSON.stringify({ move, words })
    const [before, after] = [asides[turn % 4], asides[(turn + 1) % 4]]
    const question = move.startsWith('answer') ? 'What else would you want to find out before you go on?' : ''
    return JSON.stringify({ move, words: [before, words, after, question].join(' ').trim() })
  }
}

async function sitWith(answer: (request: PeerRequest) => string, name: string) {
  const peer = await startModelPeer(answer)
  const model = openAiModel({ baseUrl: peer.baseUrl, apiKey: 'peer-key', model: 'peer', clock: systemClock })
  const took: TurnFigures[] = []
  const interviewer = modelInterviewer({ ...content, model, prompt: interviewerPrompt, onTurn: (figures) => took.push(figures) })
  const question = content.questions.find(({ id }) => id === name)
  if (question === undefined) throw new Error(`the bank has no ${name}`)
  const sat = await sit({ content, interviewer, question, candidate: candidateOf('clarifying', question) })
  return { ...sat, measured: measure(sat, content, took) }
}

const questions = ['analytics-warehouse', 'catalogue-api', 'analytics-query-tuning', 'balance-with-limits', 'database-cpu']

test.each(questions)(
  'a talkative model beside twelve clarifying questions keeps to its share, on %s',
  { timeout: 60_000 },
  async (name) => {
    const { turns, question, measured } = await sitWith(talkativeModel(), name)
    const { interviewerWords, candidateWords } = measured.conduct.talk
    expect(interviewerWords / (interviewerWords + candidateWords)).toBeLessThanOrEqual(0.3)
    expect(measured.model?.byRules).toBe(0)
    const own = turns.filter(({ speaker }) => speaker === 'interviewer')
    const toldBy = (last: number) => own.slice(0, last + 1).flatMap(({ move }) => move ?? [])
    const told = own.flatMap(({ move, text }, at) =>
      move?.kind === 'answer' && move.fact !== null ? [{ fact: move.fact, text, moves: toldBy(at) }] : [],
    )
    expect(told.length).toBeGreaterThanOrEqual(7)
    for (const { fact, text, moves } of told) {
      const { facts } = guideAfter(question.guide, stepsTaken(question.guide, moves), { isOver: false })
      expect(text).toContain(facts.find(({ id }) => id === fact)?.fact)
      expect(text).not.toContain('?')
    }
    for (const { move, text } of own) if (move?.kind === 'probe') expect(text).toContain('?')
  },
)

test.each(questions)('a model that says what its moves are for is cut nowhere, on %s', { timeout: 60_000 }, async (name) => {
  const replies: string[] = []
  const { turns, measured } = await sitWith((request) => {
    const reply = plannedReply(request)
    replies.push(reply.words)
    return JSON.stringify(reply)
  }, name)
  const own = turns.filter(({ speaker }) => speaker === 'interviewer').map(({ text }) => text)
  expect(own).toEqual(replies)
  expect(measured.conduct.breaches).toEqual([])
})
