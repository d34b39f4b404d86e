import { describe, expect, test } from 'vitest'
import { conductGate } from '#src/conduct/sentence-gate.ts'
import type { Language } from '#src/domain/language.ts'
import type { Move } from '#src/domain/move.ts'
import { conductRules } from '#src/interviewer/conduct-rules.ts'
import { gatedUtterance } from '#src/interviewer/gated-utterance.ts'
import { ruleBasedInterviewer } from '#src/interviewer/rule-based-interviewer.ts'
import { standOf } from '#src/interviewer/where-we-stand.ts'
import { wordBudget } from '#src/interviewer/word-budget.ts'
import { designInterview, lexicon, phrases, sitting, storyContent, storyInterview } from './fixtures.ts'

const interviewer = ruleBasedInterviewer({ lexicon, phrases })
const long = Array.from({ length: 320 }, (_, at) => `part${at}`).join(' ')

interface Reply {
  move: Move
  sentences: string[]
  language?: Language
  stories?: boolean
}

/** What is heard of a reply where the interviewer has had more than its share of the words. */
async function heardOf({ move, sentences, language = 'en', stories = false }: Reply) {
  const interview = { ...(stories ? storyInterview : designInterview), language }
  const here = sitting({ interviewer, interview, ...(stories && { content: storyContent }) })
  await here.hear('start')
  const [opening] = here.turns
  if (opening === undefined) throw new Error('nothing was said')
  here.turns.splice(0, 1, { ...opening, text: `${opening.text}${' word'.repeat(200)}` })
  here.say(long)
  const request = here.request()
  const options = { request, standing: standOf(request, { lexicon, phrases }), phrases, lexicon }
  const utterance = gatedUtterance({
    moveOf: () => move,
    gateFor: () => conductGate(conductRules(move, options)),
    budgetFor: () => wordBudget(move, options),
  })
  const pieces = sentences.map((sentence) => utterance.admit(`${sentence} `))
  const heard = [...pieces, ...utterance.admitHeld()].join('')
  const outcome = utterance.outcome()
  if (outcome.kind === 'spoken') expect(outcome.text).toBe(heard)
  return outcome.kind === 'spoken' ? heard : `broken: ${outcome.rules}`
}

const open: Move = { kind: 'open' }
const repeat: Move = { kind: 'repeat' }
const hint: Move = { kind: 'hint', rung: 3, aims: ['names-goals'] }
const change: Move = { kind: 'change-requirement', change: 'live-map' }
const withFacts: Move = { kind: 'next-phase', phase: 1, facts: ['retention'] }
const nextQuestion: Move = { kind: 'next-phase', phase: 1 }
const goesOn: Move = { kind: 'next-phase', phase: 2 }
const reply: Move = { kind: 'reply' }
const close: Move = { kind: 'close', reason: 'finished' }
const answer: Move = { kind: 'answer', fact: 'retention' }
const challenge: Move = { kind: 'challenge', misconception: 'clocks-agree' }

const inOwnWords: [string, Reply][] = [
  [
    'an opening, its question first',
    {
      move: open,
      sentences: [
        'Hello.',
        'Anybody who waits for a delivery would like to know at any time which road it is on; how would you build what tells them?',
        'We have 40 minutes.',
      ],
    },
  ],
  [
    'a repeated question',
    {
      move: repeat,
      sentences: [
        'Sure.',
        'Anybody who waits for a delivery would like to know at any time which road it is on just now.',
        'How would you build that?',
      ],
    },
  ],
  [
    'a hint',
    {
      move: hint,
      sentences: [
        'Picture a person who waits outside with a mobile in one hand while rain falls on both of them.',
        'What would they want?',
        'Take your time.',
      ],
    },
  ],
  [
    'a change',
    {
      move: change,
      sentences: [
        'Something is different now: every truck reports where it is, sixty times a minute, so that people watch it move on their phone.',
        'What does that do to yours?',
      ],
    },
  ],
  [
    'facts told on the way',
    {
      move: withFacts,
      sentences: [
        'Whatever reaches us stays for twice twelve months with every bit, and later merely how it ended and when.',
        'Fine.',
        'How would you begin?',
      ],
    },
  ],
  [
    'the next question',
    {
      move: nextQuestion,
      stories: true,
      sentences: [
        'Let us go on.',
        'Think back to when a large shipment went off its road and someone had to bring it home again.',
        'How did that go?',
      ],
    },
  ],
  [
    'a reply',
    {
      move: reply,
      sentences: [
        'I speak for no team and no company here, so any answer to that would only be one that I had invented for you.',
        'That is all.',
        'Keep it for a real interview.',
      ],
    },
  ],
  [
    'a close',
    {
      move: close,
      sentences: [
        'With this we have come to the end of what I wanted to go through with somebody who sits where you sit.',
        'Thanks.',
        'Goodbye.',
      ],
    },
  ],
]

const inGerman: [string, Reply][] = [
  [
    'an opening',
    {
      move: open,
      sentences: [
        'Hallo.',
        'Entwirf etwas, das Kunden jederzeit zeigt, wo sich ihr Paket gerade befindet, und fang an, wo du möchtest.',
        'Wir haben 40 Minuten.',
      ],
    },
  ],
  [
    'a repeated question',
    {
      move: repeat,
      sentences: [
        'Gern noch einmal, und diesmal etwas langsamer, weil da doch recht viel auf einmal drinsteckt.',
        'Wie zeigst du Kunden, wo ihr Paket ist?',
        'Fang an.',
      ],
    },
  ],
  [
    'a hint',
    {
      move: hint,
      sentences: [
        'Stell dir jemanden vor, der an der Tür steht, auf das Telefon schaut und auf den Wagen wartet, der gleich kommen soll.',
        'Nun ja.',
        'Was sieht er?',
      ],
    },
  ],
  [
    'a change',
    {
      move: change,
      sentences: [
        'Ich ändere jetzt etwas: die Lieferwagen schicken von nun an jede Sekunde ihre Position für eine Karte, die sich laufend bewegt.',
        'Was heißt das für deinen Entwurf?',
      ],
    },
  ],
  [
    'facts told on the way',
    {
      move: withFacts,
      sentences: [
        'Alles bleibt zwei Jahre erhalten, danach nur noch der letzte Stand eines Pakets und der Tag der Übergabe an den Empfänger.',
        'Nun ja.',
        'Wie würdest du beginnen?',
      ],
    },
  ],
  [
    'the next question',
    {
      move: nextQuestion,
      stories: true,
      sentences: [
        'Gehen wir weiter.',
        'Denk an eine große Lieferung, die vom Weg abkam und die jemand mit viel Mühe wieder zurückholen musste.',
        'Wie ging das aus?',
      ],
    },
  ],
  [
    'the next phase',
    {
      move: goesOn,
      sentences: [
        'Damit steht der Umriss, und jetzt würde ich mit dir gern in das Innere schauen, wo es schwierig wird.',
        'Nun ja.',
        'Welchen Teil nimmst du zuerst auseinander?',
      ],
    },
  ],
  [
    'a challenge',
    {
      move: challenge,
      sentences: [
        'Zwei Scanner liegen einen ganzen Monat lang nebeneinander auf einem Tisch, und niemand stellt in dieser Zeit ihre Uhren.',
        'Nun ja.',
        'Was zeigen sie?',
      ],
    },
  ],
  [
    'a fact',
    {
      move: answer,
      sentences: [
        'Alles bleibt zwei Jahre erhalten, danach nur noch der letzte Stand eines Pakets und der Tag der Übergabe an den Empfänger.',
        'Mehr nicht.',
      ],
    },
  ],
  [
    'a reply',
    {
      move: reply,
      sentences: [
        'Wir sind etwa vierzig Leute in drei Gruppen, und jede betreibt selbst, was sie baut, von der ersten Zeile bis zur Nacht, in der es bricht.',
        'Das ist alles.',
        'Viele arbeiten zu zweit.',
      ],
    },
  ],
  [
    'a close',
    {
      move: close,
      sentences: [
        'Damit sind wir am Ende von allem, was ich heute mit dir durchgehen wollte, und mehr Fragen habe ich nicht.',
        'Danke.',
        'Bis bald.',
      ],
    },
  ],
]

const inKorean: [string, Reply][] = [
  [
    'an opening',
    {
      move: open,
      sentences: [
        '안녕하세요.',
        '고객이 자기 소포가 지금 어디에 있는지 언제든지 볼 수 있게 해 주는 서비스를 처음부터 끝까지 설계해 주세요.',
        '시간은 40분입니다.',
      ],
    },
  ],
  [
    'a change',
    {
      move: change,
      sentences: [
        '조건을 바꾸겠습니다.',
        '이제부터 배달 차량이 매초마다 위치를 보내고 고객은 움직이는 지도에서 그 차량을 계속 볼 수 있어야 합니다.',
        '설계가 어떻게 달라집니까?',
      ],
    },
  ],
  [
    'facts told on the way',
    {
      move: withFacts,
      sentences: [
        '모든 기록을 두 해 동안 남기고 그 뒤에는 소포의 마지막 상태와 고객에게 건네준 날짜만 남겨 둡니다.',
        '좋습니다.',
        '어디서 시작하겠습니까?',
      ],
    },
  ],
  [
    'a probe without a mark',
    {
      move: { kind: 'probe', check: 'names-goals', probe: 'specify' },
      sentences: [
        '스캔된 소포의 정보가 고객이 보는 화면에 늦어도 몇 초 안에 나타나야 한다고 생각하는지 그리고 그 수치가 왜 그런지 지금 여기서 차근차근 하나씩 말해 주세요.',
        '숫자로요.',
      ],
    },
  ],
]

describe('where the interviewer has had its share', () => {
  test.each(inOwnWords)('%s in words of its own is heard whole, in its order', async (_, said) => {
    expect((await heardOf(said)).trim()).toBe(said.sentences.join(' '))
  })
  test.each(inGerman)('%s in German is heard whole, in its order', async (_, said) => {
    expect((await heardOf({ ...said, language: 'de' })).trim()).toBe(said.sentences.join(' '))
  })
  test.each(inKorean)('%s in Korean is heard whole, in its order', async (_, said) => {
    expect((await heardOf({ ...said, language: 'ko' })).trim()).toBe(said.sentences.join(' '))
  })

  const aside =
    'That sort of thing comes up quite often in rounds like this one, and people come at it from many sides, so let us take some care over it.'
  const fact =
    'Keep everything for two years, after that only the final state of a parcel and the day on which it was handed over.'
  const planned = 'I am changing something: vans now send a position each second, for a live map.'

  test.each<[string, Reply, string]>([
    [
      'a change',
      { move: change, sentences: [aside, planned, 'What changes in your design?', aside] },
      `${planned} What changes in your design?`,
    ],
    [
      'facts',
      { move: withFacts, sentences: [aside, fact, 'Go on.', 'Where would you begin?', aside] },
      `${fact} Go on. Where would you begin?`,
    ],
    ['a fact', { move: answer, sentences: [aside, 'Quite long.', fact, 'And then?'] }, `Quite long. ${fact}`],
  ])(
    'what stands beside %s in words close to the planned ones is left out, and a short sentence keeps its place',
    async (_, said, heard) => {
      expect((await heardOf(said)).trim()).toBe(heard)
    },
  )

  test.each<[string, Reply]>([
    ['an opening', { move: open, sentences: [aside, aside, aside, 'Where is it?'] }],
    ['a repeated question', { move: repeat, sentences: [aside, aside, 'Where is it?'] }],
    ['a change', { move: change, sentences: [aside, aside, 'What now?'] }],
    ['a change in German', { move: change, language: 'de', sentences: [aside, aside, 'Was nun?'] }],
    ['facts in German', { move: withFacts, language: 'de', sentences: [aside, aside, 'Zwei Jahre.', 'Und nun?'] }],
    ['a fact in German', { move: answer, language: 'de', sentences: [aside, aside, 'Zwei Jahre.'] }],
  ])('%s that was cut before its end is no turn', async (_, said) => {
    expect(await heardOf(said)).toContain('broken')
  })
})

test('a reply that talks beside the point is read no further, whatever it might still come to', async () => {
  const beside = Array.from({ length: 30 }, (_, at) => `Walking number ${at + 20} through a garden is pleasant on most evenings.`)
  expect(await heardOf({ move: challenge, sentences: [...beside, 'Do the clocks agree?'] })).toMatch(/^broken: /)
  expect(await heardOf({ move: challenge, sentences: [...beside.slice(0, 3), 'Do the clocks agree?'] })).toMatch(
    /Do the clocks agree\?$/,
  )
})

test('a change of which only a question is left, or another question, is asked for again', async () => {
  const sentences = ['Okay, clear.', 'Whom would you tell first?']
  expect(await heardOf({ move: change, sentences })).toBe('broken: Praise, Changed a requirement without saying so')
})

test('a question that is put again is asked for again when what stands before it ends the reply', async () => {
  const sentences = [
    'Sure.',
    'Keep scans in a durable queue while the database is unreachable.',
    'How late may a scan become visible?',
  ]
  expect(await heardOf({ move: repeat, sentences })).toMatch(/^broken: Gave away/)
})
