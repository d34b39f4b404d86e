import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Scorecard } from '#src/domain/score.ts'
import { transcriptContent } from '#src/transcript/transcript-content.ts'
import { emptyFolder, hotseat, linesOf } from '../support/command-line.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'
import { startHotseat } from '../support/hotseat.ts'
import { ask } from '../support/live-client.ts'
import { sampleTranscript } from '../support/sample-transcript.ts'

const answers = [
  'I would first ask how many links a day we create and how many reads that brings. Say ten million new links a day and a hundred reads for each. I would keep the links in a key-value store with the code as the key, and a cache in front, because most reads go to few links.',
  'Each server takes a block of ids from a counter and writes them in base 62, so that no two servers make the same code. Seven characters give three and a half trillion codes, which lasts for years.',
  'Then all reads go to the store, so I would limit them and keep replicas ready. I would measure the hit rate and the latency at the 99th percentile, and alert on both of them.',
]
const questions = [
  'This is for a senior engineer role. I would like you to design a URL shortener, a service that turns a long web address into a short link.',
  'How do you make the codes?',
  'What happens when the cache is down?',
]
const labelled = questions.map((text, at) => `Anna: ${text}\nBen: ${answers[at]}\n`).join('')
const captions = `WEBVTT\n\n${questions
  .flatMap((text, at) => [`<v Anna>${text}</v>`, `<v Ben>${answers[at]}</v>`])
  .map((words, at) => `00:0${at}:00.000 --> 00:0${at}:50.000\n${words}\n`)
  .join('\n')}`

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = emptyFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

describe('import', () => {
  test('rates as grade does, of an answer to another question too', async () => {
    const question = shippedQuestion('system-design', 'url-shortener')
    const another = shippedQuestion('system-design', 'rate-limiter').answers.find(({ quality }) => quality === 'senior')
    if (another === undefined) throw new Error('the sample answer is gone')
    const rubric = shippedRubric('system-design')
    const given = transcriptContent(sampleTranscript({ question, rubric, answer: another, level: 'senior' }))
    const folder = folderOf({ 'given.json': JSON.stringify(given) })
    expect((await hotseat(['import', 'given.json'], { folder })).status).toBe(0)
    const { stdout } = await hotseat(['export', '--all', '--format', 'json'], { folder })
    const { record } = JSON.parse(stdout) as { record: { scorings: { scorecard: { scorecard: Scorecard } }[] } }
    const scorecard = record.scorings[0]?.scorecard.scorecard
    expect(scorecard?.setAside?.map(({ guard }) => guard)).toContain('another-question')
    const stored = scorecard?.scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null])
    const [graded] = linesOf((await hotseat(['grade', 'given.json', '--format', 'json'], { folder })).stdout)
    expect(Object.fromEntries(stored ?? [])).toEqual(graded?.ratings)
  })

  test('makes the database, stores and scores what each file holds, once, and goes on after one that it cannot read', async () => {
    const folder = folderOf({
      'real.txt': `\uFEFF${labelled.replaceAll('\n', '\r\n')}`,
      'nobody.txt': 'Just words.\n\nAnd more.',
    })
    const first = await hotseat(['import', 'nobody.txt', 'real.txt', 'gone.txt', '--format', 'json'], { folder })
    expect(linesOf(first.stdout)).toEqual([
      { file: 'nobody.txt', error: expect.stringMatching(/^The level cannot|^It cannot be told who is who/) },
      {
        ...{ file: 'real.txt', format: 'text', quality: { verdict: 'full', share: 1 }, unread: 0 },
        interviews: [
          {
            ...{ id: expect.any(String), track: 'system-design', title: 'Design a URL shortener', turns: 6 },
            scoring: { status: 'done', reason: null },
          },
        ],
      },
      { file: 'gone.txt', error: expect.stringContaining('no such file') },
    ])
    expect(first.stderr).toContain('candidate: Ben; interviewer: Anna')
    expect(first.status).toBe(1)
    const again = await hotseat(['import', 'real.txt', '--format', 'json'], { folder })
    expect(linesOf(again.stdout)[0]).toEqual(linesOf(first.stdout)[1])
    expect(again.status).toBe(0)
  })

  test('writes beside a running server, and leaves the scoring to whoever opens it', async () => {
    const server = await startHotseat()
    const folder = folderOf({ 'captions.vtt': captions })
    const told = ['--candidate', 'ben', '--level', 'mid', '--question', 'url-shortener', '--scorer', 'none']
    const env = { HOTSEAT_DB: server.databaseFile }
    const { status, stdout } = await hotseat(['import', 'captions.vtt', ...told], { folder, env })
    expect(stdout).toMatch(/^\S+ {2}system-design, 6 turns, not scored: Design a URL shortener\n$/)
    expect(status).toBe(0)
    const [id] = stdout.split(' ')
    const interview = await ask(server, `/api/interviews/${id}`)
    expect(await interview.json()).toMatchObject({ level: 'mid', status: 'ended', imported: { format: 'webvtt', timed: true } })
  })

  test('reads UTF-16 that says so, and makes no words up from what is neither that nor UTF-8', async () => {
    const folder = folderOf({
      'utf16.txt': Buffer.from(`\uFEFF${labelled}`, 'utf16le'),
      'latin1.txt': Buffer.from(labelled.replace('years', 'Jahre für'), 'latin1'),
    })
    const told = ['--scorer', 'none', '--format', 'json']
    const { status, stdout } = await hotseat(['import', 'utf16.txt', 'latin1.txt', ...told], { folder })
    const [read, refused] = linesOf(stdout)
    expect(read).toMatchObject({ file: 'utf16.txt', interviews: [{ turns: 6 }] })
    expect(refused).toEqual({ file: 'latin1.txt', error: expect.stringContaining('no text that can be read') })
    expect(status).toBe(1)
    const graded = await hotseat(['grade', 'latin1.txt', '--format', 'json'], { folder })
    expect(linesOf(graded.stdout)).toEqual([refused])
  })

  test('does not guess what it is not told: who, which track, which question', async () => {
    const folder = folderOf({ 'talk.txt': 'Anna: So, how was your week?\nBen: It was fine.\nAnna: Good.\nBen: And yours?\n' })
    const errorOf = async (...args: string[]) => (await hotseat(['import', 'talk.txt', ...args], { folder })).stderr
    expect(await errorOf('--level', 'mid')).toContain('The track cannot be told: name it with --track.')
    expect(await errorOf('--track', 'sql')).toContain('The level cannot be told')
    expect(await errorOf('--candidate', 'Zoe')).toContain('Nobody called "Zoe" speaks.')
    expect(await errorOf('--level', 'mid', '--question', 'none-such')).toContain('There is no question "none-such"')
    expect((await hotseat(['import', 'talk.txt', '--level', 'principal'], { folder })).status).toBe(2)
    expect((await hotseat(['import'], { folder })).status).toBe(2)
  })
})

describe('grade and check-conduct', () => {
  test('read what import reads, and grade it as the same words in JSON', async () => {
    const turns = questions.flatMap((text, at) => [
      { speaker: 'interviewer', text },
      { speaker: 'candidate', text: answers[at] },
    ])
    const question = { id: 'url-shortener', text: questions[0] }
    const own = JSON.stringify({ id: 'real', track: 'system-design', level: 'senior', question, turns })
    const folder = folderOf({ 'real.txt': labelled, 'real.json': own, 'real.vtt': captions })
    const { status, stdout } = await hotseat(['grade', 'real.json', 'real.txt', 'real.vtt', '--format', 'json'], { folder })
    const [json, text, vtt] = linesOf(stdout)
    expect(status).toBe(0)
    expect(text).toEqual(json)
    expect(vtt).toMatchObject({ id: 'real', ratings: json?.ratings, evidence: json?.evidence })
    const checked = await hotseat(['check-conduct', 'real.txt', '--interviewer', 'Anna', '--format', 'json'], { folder })
    expect(JSON.parse(checked.stdout)).toMatchObject({ id: 'real', track: 'system-design' })
  })

  test('say which speakers there are where it cannot be told who is who', async () => {
    const folder = folderOf({ 'nobody.txt': 'Just words.\n\nAnd more of them.' })
    const { status, stdout } = await hotseat(['grade', 'nobody.txt', '--level', 'mid', '--format', 'json'], { folder })
    expect(JSON.parse(stdout)).toEqual({ file: 'nobody.txt', error: expect.stringContaining('The text names nobody') })
    expect(status).toBe(1)
  })
})
