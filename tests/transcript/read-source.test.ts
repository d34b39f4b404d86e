import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { qualityOf, readSource } from '#src/transcript/read-source.ts'
import { TranscriptError } from '#src/transcript/read-transcript.ts'

const fixture = (name: string) => readSource(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'), name)
/** Who said what and when. */
const said = (text: string, fileName: string | null = null) =>
  readSource(text, fileName).utterances.map(({ label, text: words }) => [label, words])
const rolesOf = (text: string) =>
  Object.fromEntries(readSource(text, null).speakers.map(({ label, suggested }) => [label, suggested]))

describe('the exports of meeting tools', () => {
  test.each([
    { name: 'zoom.vtt', format: 'zoom', times: [4310, 11_020, 22_100], timed: true },
    { name: 'zoom-captions.txt', format: 'zoom', times: [0, 9000, 94_000], timed: true },
    { name: 'zoom-chat.txt', format: 'zoom', times: [0, 38_000, 73_000], timed: true },
    { name: 'teams.vtt', format: 'teams', times: [2180, 4600], timed: true },
    { name: 'teams.txt', format: 'teams', times: [3000, 9000, 3_735_000], timed: true },
    { name: 'teams-older.txt', format: 'teams', times: [0, 3100], timed: true },
    { name: 'google-meet.txt', format: 'google-meet', times: [0, null, 300_000, null, null], timed: false },
    { name: 'otter.txt', format: 'otter', times: [3000, 11_000, 100_000], timed: true },
  ])('$name is told, with its times and its speakers', ({ name, format, times, timed }) => {
    const source = fixture(name)
    expect(source.format).toBe(format)
    expect(source.utterances.map(({ atMs }) => atMs)).toEqual(times)
    expect(source.timed).toBe(timed)
    expect(source.quality).toEqual({ verdict: 'full', share: 1 })
    expect(source.utterances.slice(0, 2).map(({ label }) => label)).toEqual(['Marta Kowalska', 'Deniz Aydın'])
    const { suggested } = source.speakers.find(({ label }) => label === 'Deniz Aydın') ?? {}
    expect(suggested).toBe('candidate')
    expect(source.speakers[0]?.suggested).toBe('interviewer')
  })

  test('are read word by word, captions of one speaker together', () => {
    expect(fixture('zoom.vtt').utterances[1]?.text).toBe(
      'Before I draw anything: how many links a day, and how many reads for each of them? Note: I assume reads are a hundred to one.',
    )
    expect(fixture('teams.vtt').utterances[1]).toEqual({
      label: 'Deniz Aydın',
      text: 'It keeps the keys sorted, so a lookup walks a tree & not the table. A write pays for that.',
      line: 9,
      atMs: 4600,
      artifacts: [],
    })
    expect(fixture('zoom-captions.txt').utterances[1]?.text).toBe(
      'In March our checkout timed out for a third of the orders.\nI was on call that night.',
    )
  })

  test('list what the tool added and nobody said, and suggest to leave out who only listens', () => {
    const { unread, speakers } = fixture('google-meet.txt')
    expect(unread.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'stands before anybody speaks'],
      [2, 'stands before anybody speaks'],
      [3, 'stands before anybody speaks'],
      [4, 'stands before anybody speaks'],
      [14, 'added by the tool, nobody said it'],
      [16, 'added by the tool, nobody said it'],
    ])
    expect(speakers.at(-1)).toMatchObject({ label: 'Noor Haddad', utterances: 1, words: 4, suggested: 'left-out' })
  })
})

describe('somebody who speaks once', () => {
  const talk = (...more: string[]) =>
    readSource(
      [
        'Anna: Design a URL shortener for me, please. How would you begin?',
        'Bob: First I ask about reads and writes per second.',
        'Anna: How do you make keys?',
        'Bob: Base 62 of a counter.',
        ...more,
        'Bob: I rate limit by user.',
        'Anna: Thanks.',
        'Bob: Thank you.',
      ].join('\n'),
      null,
    )

  test('is a speaker where every line begins with one', () => {
    const { speakers, utterances } = talk('Dana: And what about abuse?')
    expect(speakers.map(({ label }) => label)).toEqual(['Anna', 'Bob', 'Dana'])
    expect(utterances.map(({ text }) => text)).toContain('And what about abuse?')
  })

  test('is told from a line of an answer', () => {
    const { speakers } = talk('Storage: Postgres', 'Cache: Redis')
    expect(speakers.map(({ label }) => label)).toEqual(['Anna', 'Bob'])
    const many = talk(
      'Storage: one table in Postgres',
      'Cache: Redis in front of it',
      'Keys: made by a counter',
      'Reads: go to the cache first',
    )
    expect(many.speakers.map(({ label }) => label)).toEqual(['Anna', 'Bob'])
  })
})

describe('captions', () => {
  test('without names are nobody’s; a dash begins somebody else’s words', () => {
    const { format, utterances, quality } = fixture('plain.srt')
    expect(format).toBe('srt')
    expect(utterances.map(({ label, text, atMs }) => [label, text, atMs])).toEqual([
      [null, 'How do you store passwords?', 1000],
      [null, 'Hashed, with a salt of their own for each.', 1000],
    ])
    expect(quality.verdict).toBe('partial')
  })

  test('joined by a wrong arrow are listed, and no times become words', () => {
    const cue = (times: string, words: string) => `${times}\n<v Ben>${words}\n`
    const text = [
      'WEBVTT\n',
      cue('00:01.000 --> 00:04.000', 'One.'),
      cue('00:05.000 -> 00:06.000', 'Two.'),
      cue('0:07 – 0:08', 'Three.'),
    ]
    const { utterances, unread } = readSource(text.join('\n'), null)
    expect(utterances.map(({ text: words }) => words)).toEqual(['One.'])
    expect(unread.map(({ line }) => line)).toEqual([6, 7, 9, 10])
  })

  test('that each begin with a name have as many speakers as names, also one who speaks once', () => {
    const cues = [
      'Ana: How?',
      'Ben: By a queue.',
      'Dana: And abuse?',
      'Ben: Rate limits.',
      'Ana: Note taken.',
      'Ben: Storage: a log.',
    ]
    const text = cues.map((words, at) => `${at + 1}\n00:00:0${at}.000 --> 00:00:0${at}.900\n${words}\n`).join('\n')
    expect(said(`WEBVTT\n\n${text}`, 'zoom.vtt')).toEqual(
      cues.map((words) => [words.slice(0, words.indexOf(':')), words.slice(words.indexOf(':') + 2)]),
    )
  })

  test('may have words that begin as a note does', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nAna: Speak up.\nNOTE the time.\n\n2\n00:00:03,000 --> 00:00:04,000\nAna: Go on.\n'
    expect(readSource(text, 'a.srt').unread).toEqual([])
    expect(
      said(text)
        .map(([, words]) => words)
        .join(' '),
    ).toContain('NOTE the time.')
  })

  test('of WebVTT leave out notes and styles, and say which could not be read', () => {
    const text = [
      'WEBVTT',
      '',
      'NOTE made by hand',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'intro',
      '00:01.000 --> 00:04.000 align:start',
      '<v.loud Anna>Hi &amp; <i>welcome</i></v>',
      '',
      '00:xx --> 3',
      'broken',
      '',
      '00:08.000 --> 00:09.000',
      '',
      '00:03.000 --> 00:05.000',
      '<v Ben>yes</v>',
    ].join('\n')
    const { utterances, unread, quality } = readSource(text, null)
    expect(utterances.map(({ label, text: words, atMs }) => [label, words, atMs])).toEqual([
      ['Anna', 'Hi & welcome', 1000],
      ['Ben', 'yes', 3000],
    ])
    expect(unread.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 a note or a style, nobody said it',
      '5 a note or a style, nobody said it',
      '6 a note or a style, nobody said it',
      '12 the times of this caption could not be read',
      '13 the times of this caption could not be read',
      '15 a caption without words',
    ])
    expect(quality).toEqual({ verdict: 'partial', share: 0.5 })
  })

  test('that roll are joined once, and a word said twice stays twice', () => {
    const cues = (lines: string[]) =>
      `WEBVTT\n\n${lines.map((line, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${line}`).join('\n\n')}\n`
    expect(said(cues(['so the first thing', 'so the first thing\nI would do is', 'I would do is\nask about reads']))).toEqual([
      [null, 'so the first thing I would do is ask about reads'],
    ])
    expect(said(cues(['<v Anna>Yes.', '<v Anna>Yes.', '<v Anna>Then go on with that.']))).toEqual([
      ['Anna', 'Yes. Yes. Then go on with that.'],
    ])
  })
})

describe('text with labels', () => {
  test('in Markdown: code becomes an artifact, headings are left out, a word before a colon is no speaker', () => {
    const { format, utterances, unread, speakers } = fixture('labelled.md')
    expect(format).toBe('markdown')
    expect(utterances.map(({ label, text }) => [label, text])).toEqual([
      ['Marta', 'Write a cache that forgets what was used least recently?'],
      ['Me', 'A map and a list. Time: constant for both.\n\nGet moves the node to the front.'],
      ['Marta', 'What does it cost?'],
      ['Me', 'Two pointers an entry.'],
    ])
    expect(utterances[1]?.artifacts).toEqual([
      { id: 'block-7', kind: 'code', language: 'typescript', text: 'class Cache {\n  get(key: string) {}\n}' },
    ])
    expect(unread.map(({ line }) => line)).toEqual([1, 15])
    expect(speakers.map(({ suggested }) => suggested)).toEqual(['interviewer', 'candidate'])
  })

  test.each([
    { what: 'a time before the name', text: '[00:00:02] Anna: Why?\n[00:00:09] Ben: Because.' },
    { what: 'a time after the name', text: 'Anna (0:02): Why?\nBen (0:09): Because.' },
    { what: 'names on lines of their own', text: 'Anna:\nWhy?\n\nBen:\nBecause.' },
    { what: 'headings', text: '### Anna\n\nWhy?\n\n### Ben\n\nBecause.\n\n### Anna\n### Ben' },
    { what: 'bold names', text: '**Anna**\n\nWhy?\n\n**Ben**\n\nBecause.' },
    { what: 'a list', text: '- **Anna**: Why?\n- **Ben**: Because.' },
    { what: 'lone carriage returns', text: 'Anna: Why?\rBen: Because.' },
    { what: 'a byte order mark and characters without width', text: '\uFEFFAn\u200Bna: Why?\r\n\u200FBen: Because.' },
  ])('by $what', ({ text }) => {
    expect(said(text)).toEqual([
      ['Anna', 'Why?'],
      ['Ben', 'Because.'],
    ])
  })

  test.each([
    ['面接官：設計してください。\n候補者：要件を確認します。', '面接官', '候補者'],
    ['المحاور: كيف؟\nالمرشح: هكذا', 'المحاور', 'المرشح'],
    ['Интервьюер: Расскажите?\nКандидат: Я делал.', 'Интервьюер', 'Кандидат'],
  ])('in other scripts: %s', (text, asking, answering) => {
    expect(rolesOf(text)).toEqual({ [asking]: 'interviewer', [answering]: 'candidate' })
  })

  test('words before a colon stay words', () => {
    const words =
      'Sure. Note: I ask first.\nthe answer: 42\nLatency: 40 ms\nhttps://example.com/a\nSELECT a::text\nPros: fast\nPros: small'
    expect(said(`Interviewer: Design it.\nMe: ${words}`)).toEqual([
      ['Interviewer', 'Design it.'],
      ['Me', words],
    ])
  })

  test('two speakers on one line are parted where both are known', () => {
    expect(said('Interviewer: Why? Me: Because it is small. Carla: left.\nMe: And I told Interviewer: no.')).toEqual([
      ['Interviewer', 'Why?'],
      ['Me', 'Because it is small. Carla: left.'],
      ['Me', 'And I told Interviewer: no.'],
    ])
  })

  test('without labels every paragraph is nobody’s: nobody is made to alternate', () => {
    const { utterances, speakers, quality } = readSource('Tell me about yourself.\n\nI build backends: queues\nand stores.', null)
    expect(utterances.map(({ label, text, line }) => [label, text, line])).toEqual([
      [null, 'Tell me about yourself.', 1],
      [null, 'I build backends: queues\nand stores.', 3],
    ])
    expect(speakers).toHaveLength(1)
    expect(quality).toEqual({ verdict: 'partial', share: 0 })
  })

  test('how cases went keeps its name through Markdown', () => {
    const { utterances } = readSource('Interviewer: Go.\nMe: like so\n```case-results\nAll 6 cases pass.\n```\n', null)
    expect(utterances.at(-1)?.artifacts).toMatchObject([{ kind: 'case-results', text: 'All 6 cases pass.' }])
  })

  test('a code block that never closes takes nobody’s words', () => {
    const { utterances, unread } = readSource('Interviewer: Go.\nMe: like so\n```\nx = 1\nInterviewer: Fine.', null)
    expect(utterances.map(({ label, text }) => [label, text])).toEqual([
      ['Interviewer', 'Go.'],
      ['Me', 'like so\nx = 1'],
      ['Interviewer', 'Fine.'],
    ])
    expect(unread).toMatchObject([{ line: 3, reason: expect.stringContaining('never closes') }])
  })

  test('three hours keep their times', () => {
    const line = (at: number) =>
      `[${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}:00] ${at % 2 === 0 ? 'Anna' : 'Ben'}: word ${at}`
    const { utterances, timed } = readSource(Array.from({ length: 181 }, (_, at) => line(at)).join('\n'), null)
    expect([utterances.length, timed, utterances.at(-1)?.atMs]).toEqual([181, true, 10_800_000])
  })
})

describe('JSON', () => {
  test('of our own form is read whole', () => {
    const transcript = {
      id: 'one',
      track: 'sql',
      level: 'mid',
      question: { id: 'top-n', text: 'Which?' },
      turns: [{ speaker: 'interviewer', text: 'Which?', elapsedMs: 5 }],
    }
    const { format, written, utterances, timed } = readSource(JSON.stringify(transcript), 'one.json')
    expect([format, timed]).toEqual(['hotseat-json', true])
    expect(written).toMatchObject({ id: 'one', questions: [transcript.question] })
    expect(utterances).toEqual([{ label: 'Interviewer', text: 'Which?', line: 1, atMs: 5, artifacts: [] }])
  })

  test('of other people keeps what goes with a turn in the words of the file form, and tells what is in none', () => {
    const content = [
      { speaker: 'Ana', text: 'Draw it.' },
      { speaker: 'Ben', text: 'Here.', artifact: { kind: 'diagram-text', text: 'a -> b' } },
      { speaker: 'Ana', text: 'And?', artifact: null },
      { speaker: 'Ben', text: 'Code.', artifacts: [{ kind: 'photo', text: 'x' }] },
    ]
    const { utterances, unread, quality } = readSource(JSON.stringify(content), 'a.json')
    expect(utterances.map(({ artifacts }) => artifacts)).toEqual([
      ...[[], [{ id: 'artifact-1', kind: 'board', text: 'a -> b' }]],
      ...[[], []],
    ])
    expect(unread).toEqual([
      { line: 4, text: '{"kind":"photo","text":"x"}', reason: 'code or a drawing in a shape that is not known' },
    ])
    expect(quality).toEqual({ verdict: 'full', share: 1 })
  })

  test('of other people keeps labels, states what it states, and a number without a unit is no time', () => {
    const content = {
      track: 'sql',
      level: 'boss',
      messages: [
        { role: 'user', content: 'Which index?', start: 3 },
        { speaker: { name: 'Ben' }, text: 'One on day.', startMs: 4000 },
        { role: 'user' },
      ],
    }
    const { format, written, stated, utterances, unread, quality } = readSource(JSON.stringify(content), null)
    expect([format, written, stated, quality.verdict]).toEqual(['json', null, { track: 'sql' }, 'flagged'])
    expect(utterances.map(({ label, atMs }) => [label, atMs])).toEqual([
      ['user', null],
      ['Ben', 4000],
    ])
    expect(unread).toEqual([{ line: 3, text: '{"role":"user"}', reason: 'an entry of the list without words' }])
  })
})

describe('quality', () => {
  test.each([
    [81, 'full'],
    [80, 'flagged'],
    [60, 'flagged'],
    [59, 'partial'],
  ])('of %i in a hundred is %s', (whole, verdict) => {
    expect(qualityOf(whole, 100)).toEqual({ verdict, share: whole / 100 })
  })
})

describe('who is who', () => {
  test('is guessed by who asks and who says most', () => {
    expect(
      rolesOf('Anna: Why a queue?\nBen: Because the writer must not wait.\nAnna: And then?\nBen: Then a worker reads it.'),
    ).toEqual({
      Anna: 'interviewer',
      Ben: 'candidate',
    })
  })

  test('counts two interviewers and leaves out an observer', () => {
    const turns = Array.from(
      { length: 6 },
      (_, at) => `Ben: ${'I would keep it in one store and read it back. '.repeat(3)}\nAnna: And then ${at}?\nCleo: Why ${at}?`,
    )
    expect(rolesOf(`${turns.join('\n')}\nDan Observer: noted`)).toMatchObject({
      Ben: 'candidate',
      Anna: 'interviewer',
      Cleo: 'interviewer',
    })
    expect(rolesOf(`Observer: noted\n${turns.join('\n')}`)).toMatchObject({ Observer: 'left-out' })
  })
})

describe('what is no transcript', () => {
  test.each([
    ['', /is empty/],
    ['\uFEFF \u200B\r\n', /is empty/],
    ['-----\n***', /has no words/],
    ['a\0b', /UTF-8/],
    ['PK\u0003\u0004word', /Word document/],
    ['%PDF-1.7', /a PDF/],
    ['<!doctype html><p>hi', /HTML/],
    ['{"a": 1}', /JSON without a list of turns/],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n', /captions without words/],
  ])('is refused with what was expected: %j', (text, words) => {
    expect(() => readSource(text, null)).toThrow(TranscriptError)
    expect(() => readSource(text, null)).toThrow(words)
    expect(() => readSource(text, null)).toThrow(/A transcript is expected: /)
  })
})

describe('anything at all', () => {
  const piece = fc.constantFrom(
    ...[
      'Interviewer',
      'Me',
      'Anna',
      'a',
      ': ',
      '：',
      '**',
      '\n',
      '\r\n',
      '```',
      '> ',
      '# ',
      ' --> ',
      '00:01',
      '00:00:02.000',
      'WEBVTT\n',
      '<v Ann>',
      '</v>',
    ],
    ...['- ', '[', ']', '? ', '{"turns":', '\u200F', '. ', '面接官', 'NOTE', ' started transcription', '\uD800', '1\n'],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ maxLength: 200 }),
    fc.json(),
  )

  test('is read or refused with a reason, never otherwise, and always alike', () => {
    fc.assert(
      fc.property(text, (words) => {
        try {
          const source = readSource(words, null)
          expect(readSource(words, null)).toEqual(source)
          expect(source.utterances.every((one) => one.line >= 1 && (one.text !== '' || one.artifacts.length > 0))).toBe(true)
          expect(source.speakers.reduce((sum, one) => sum + one.utterances, 0)).toBe(source.utterances.length)
        } catch (error) {
          if (!(error instanceof TranscriptError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  test('of labelled text no word is lost', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/)
    const line = fc.tuple(
      fc.constantFrom('Interviewer: ', 'Me: ', '', '**Me**: ', '## '),
      fc.array(word, { minLength: 1, maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const source = readSource(lines.map(([label, words]) => `${label}${words.join(' ')}`).join('\n'), null)
        const kept = [...source.utterances, ...source.unread].map((one) => one.text).join(' ')
        expect(lines.flatMap(([, words]) => words).filter((one) => !kept.includes(one))).toEqual([])
      }),
    )
  })

  test('of two million characters is read', () => {
    const long = (part: string) => part.repeat(Math.ceil(2_000_000 / part.length))
    expect(said(long('a '))).toHaveLength(1)
    expect(readSource(long('Interviewer: so. Me: yes. '), null).utterances.length).toBeGreaterThan(70_000)
    expect(() => readSource(long('\n \t'), null)).toThrow(/is empty/)
  })

  test('of more lines than any interview has is kept whole, and it says that labels were not looked for', () => {
    const lines = 'Me: a\n'.repeat(100_001)
    const { utterances, quality, unread } = readSource(lines, null)
    expect(utterances).toMatchObject([{ label: null, text: lines.trim() }])
    expect(quality.verdict).toBe('partial')
    expect(unread).toMatchObject([{ line: 1, reason: expect.stringContaining('100001 lines') }])
  })

  test('in which hundreds of labels speak has no labels, and loses no word', () => {
    const { speakers, utterances } = readSource(Array.from({ length: 300 }, (_, at) => `Name${at}: so`).join('\n'), null)
    expect(speakers).toMatchObject([{ label: null, utterances: 300 }])
    expect(utterances.at(-1)?.text).toBe('Name299: so')
  })
})
