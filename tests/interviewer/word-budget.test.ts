import { expect, test } from 'vitest'
import type { Language } from '#src/domain/language.ts'
import { modelInterviewer } from '#src/interviewer/model-backed-interviewer.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { wordBudget } from '#src/interviewer/word-budget.ts'
import { speakingModel } from '../support/scripted-model.ts'
import { designInterview, lexicon, manner, phrases, sitting } from './fixtures.ts'
import { interviewerPrompt } from './interviewer-prompt.ts'

const opening = '{"move": "open", "words": "Hello. Design a service that shows customers where their parcel is."}'
const aside =
  'That sort of thing comes up quite often in rounds like this one, and people come at it from many sides, so let us take some care over it.'

/** What the candidate hears of the last reply, after the interviewer has had so many words more than its opening. */
async function heardAfter(said: string, replies: string[], wordsMore = 0, language: Language = 'en') {
  const model = speakingModel(opening, '{"move": "next-phase:1", "words": "Go on. What must this be good at?"}', ...replies)
  const interviewer = modelInterviewer({ model, prompt: interviewerPrompt, manner, lexicon, phrases })
  const here = sitting({ interviewer, interview: { ...designInterview, language } })
  await here.hear('start')
  here.say('Let us begin.')
  const { text } = await here.hear()
  here.turns.splice(-1, 1, { ...here.turns.slice(-1)[0], text: `${text} ${'word '.repeat(wordsMore)}` } as never)
  here.say(said)
  return await here.hear()
}
const long = Array.from({ length: 320 }, (_, at) => `part${at}`).join(' ')
const reply = (move: string, ...sentences: string[]) => JSON.stringify({ move, words: sentences.join(' ') })

test('a fact that was asked for is told, and neither what stands before it at length nor the question after it', async () => {
  const fact = 'About ten scans for each parcel.'
  const heard = await heardAfter('How often is a parcel scanned?', [
    reply('answer:scans', aside, fact, aside, 'What else would you like to know?'),
  ])
  expect(heard.text).toBe(fact)
  expect(heard.move).toEqual({ kind: 'answer', fact: 'scans' })
})

test('a few words beside a fact are said', async () => {
  const words = 'Sure, I can tell you that. There are some ten scans for each parcel.'
  expect((await heardAfter('How often is a parcel scanned?', [reply('answer:scans', words)])).text).toBe(words)
})

test('a fact told in words that nobody could know it by is told all the same', async () => {
  const words =
    'Whoever carries one along holds a device against its label again and again, at each door and on each van, so expect plenty.'
  expect((await heardAfter('How often is a parcel scanned?', [reply('answer:scans', words)])).text).toBe(words)
})

test('one question is told one fact, whatever else the model names', async () => {
  const heard = await heardAfter('How often is a parcel scanned?', [
    reply('answer:scans+parcels', 'About ten scans for each parcel.', 'Two million parcels a day.'),
  ])
  expect(heard.text).toBe('About ten scans for each parcel.')
  expect(heard.move).toEqual({ kind: 'answer', fact: 'scans' })
})

test('three facts that are asked for in one question of another language are told', async () => {
  const told = ['Zwei Millionen Pakete am Tag.', 'Etwa 10 Scans je Paket.', 'Ein Scan muss nach 5 Sekunden sichtbar sein.']
  const asked = 'Wie viele Pakete sind es am Tag, wie oft wird eines gescannt, und wie aktuell muss die Anzeige sein?'
  const heard = await heardAfter(asked, [reply('answer:parcels+scans+delay', ...told)], 0, 'de')
  expect(heard.text).toBe(told.join(' '))
  expect(heard.move).toEqual({ kind: 'answer', fact: 'parcels', also: ['scans', 'delay'] })
})

test('with room left, what stands beside a question is said; without, the question alone', async () => {
  const scene =
    'Suppose that a van has driven through a valley for an hour without any connection, and then uploads all that it had kept at the next door.'
  const probe = reply('probe:names-goals:specify', scene, 'How late may a scan become visible?')
  expect((await heardAfter(long, [probe])).text).toBe(`${scene} How late may a scan become visible?`)
  expect((await heardAfter(long, [probe], 200)).text).toBe('How late may a scan become visible?')
})

test('what is said beside a question for its own sake is not said, whatever room there is', async () => {
  const probe = reply('probe:names-goals:specify', 'Okay, good, the log holds.', aside, 'How late may a scan become visible?')
  expect((await heardAfter(long, [probe])).text).toBe('How late may a scan become visible?')
})

test('an opening of a few words more than it was asked to have keeps its question', async () => {
  const { hear } = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  const planned = (await hear('start')).text.replaceAll(/\s+/g, ' ')
  const words = `Thank you so much for taking the time to do this today. ${planned}`
  const model = speakingModel(reply('open', words))
  const here = sitting({ interviewer: modelInterviewer({ model, prompt: interviewerPrompt, manner, lexicon, phrases }) })
  expect((await here.hear('start')).text).toBe(words)
})

test('a question is never held back, however little room there is', async () => {
  const question =
    'When a van has driven through a valley for an hour without any connection, and then uploads everything that it had kept, what does somebody see who looks at that moment?'
  expect((await heardAfter(long, [reply('probe:names-goals:specify', question)], 200)).text).toBe(question)
})

test('a reply without its question, of which too much is said, is asked for once more', async () => {
  const heard = await heardAfter(
    long,
    [reply('probe:names-goals:specify', aside), reply('probe:names-goals:specify', 'How late may it be?')],
    200,
  )
  expect(heard.text).toBe('How late may it be?')
})

test('advice beside a question is not said', async () => {
  const heard = await heardAfter('One row for each parcel.', [
    reply('probe:names-goals:specify', 'In practice you should always keep a log.', 'How late may a scan become visible?'),
  ])
  expect(heard.text).toBe('How late may a scan become visible?')
})

test('of two questions under one mark the first is said, and of two in one the whole is asked for again', async () => {
  const ask = 'How late may a scan become visible, and who waits for it?'
  const once = await heardAfter(long, [reply('probe:names-goals:specify', ask)])
  expect(once.text).toBe('How late may a scan become visible?')
  const heard = await heardAfter(long, [
    reply('probe:names-goals:specify', 'When and how does a scan become visible?'),
    reply('probe:names-goals:specify', 'How late may a scan become visible?'),
  ])
  expect(heard.text).toBe('How late may a scan become visible?')
})

const shortAside = 'Take the time that you need for this one here.'

test('with its share spent, no more than a word or two stands beside a question', async () => {
  const probe = reply('probe:names-goals:specify', 'Okay.', shortAside, 'How late may a scan become visible?')
  expect((await heardAfter(long, [probe])).text).toBe(`Okay. ${shortAside} How late may a scan become visible?`)
  expect((await heardAfter(long, [probe], 200)).text).toBe('Okay. How late may a scan become visible?')
})

test('the scene that was planned with a question is of what the move is for', async () => {
  const { hear, say, request } = sitting({ interviewer: ruleBasedInterviewer({ lexicon, phrases }) })
  await hear('start')
  say('Let us begin.')
  const standing = standOf(request(), { lexicon, phrases })
  const { isWanted } = wordBudget(
    { kind: 'probe', check: 'late-scans', probe: 'edge-case' },
    { request: request(), standing, phrases },
  )
  expect(isWanted('A scanner was offline for two whole hours.')).toBe(true)
  expect(isWanted(shortAside)).toBe(false)
})

test('what stands beside a fact is a few words, whatever share is left', async () => {
  const fact = 'About ten scans for each parcel.'
  expect((await heardAfter('How often is a parcel scanned?', [reply('answer:scans', shortAside, fact)])).text).toBe(fact)
})
