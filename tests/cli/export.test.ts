import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type ScoredInterview, scoredInterviewSchema } from '#src/protocol/rest.ts'
import { emptyFolder, hotseat, hotseatUnheard } from '../support/command-line.ts'
import { shippedQuestion } from '../support/content-files.ts'
import { type Hotseat, startHotseat } from '../support/hotseat.ts'
import { ask, beginInterview, connect, say } from '../support/live-client.ts'

const run = (server: Hotseat, folder: string, ...args: string[]) =>
  hotseat(args, { folder, env: { HOTSEAT_DB: server.databaseFile } })

/** Sits a whole interview with the strongest sample answers and waits for its scorecard. */
async function sit(server: Hotseat, choice: { track: 'system-design' | 'behavioral'; question: string; minutes: number }) {
  const { id } = await beginInterview(server, choice)
  const client = await connect(server, id)
  await client.next('utterance-end')
  const answers = shippedQuestion(choice.track, choice.question).answers
  const parts = answers.find(({ quality }) => quality === 'senior')?.parts.flatMap(({ text }) => text.split('\n\n')) ?? []
  for (let said = 0, isOver = false; !isOver; said++) {
    if (said === 60) throw new Error('the interviewer did not close')
    isOver = (await say(client, parts[said % parts.length] ?? '')).turn.move === 'close'
  }
  let scored: ScoredInterview | null = null
  const look = async () => {
    const response = await ask(server, `/api/interviews/${id}/scorecard`)
    if (response.status === 200) scored = scoredInterviewSchema.parse(await response.json())
    return response.status
  }
  await expect.poll(look, { timeout: 15_000 }).toBe(200)
  if (scored === null) throw new Error('no scorecard came')
  return { id, scored: scored as ScoredInterview }
}

describe('an exported interview', () => {
  test.each([
    { track: 'system-design' as const, question: 'url-shortener', minutes: 45 },
    { track: 'behavioral' as const, question: 'outage-investigated', minutes: 15 },
  ])('of $track grades as on the screen', { timeout: 60_000 }, async (choice) => {
    const server = await startHotseat()
    const { id, scored } = await sit(server, choice)
    const folder = emptyFolder()
    expect(await run(server, folder, 'export', '--all', '--format', 'json', '--out', 'exports')).toEqual({
      status: 0,
      stdout: '',
      stderr: '1 interview(s) written to exports\n',
    })
    const { status, stdout } = await run(server, folder, 'grade', `exports/${id}.json`, '--format', 'json')
    const { scores, recommendation, scorer } = scored.scorecard
    expect(scores.some(({ kind }) => kind === 'rated')).toBe(true)
    expect(JSON.parse(stdout)).toEqual({
      id,
      track: choice.track,
      level: 'senior',
      scorer,
      ratings: Object.fromEntries(scores.map((score) => [score.criterion, score.kind === 'rated' ? score.rating : null])),
      unscored: Object.fromEntries(scores.flatMap((one) => (one.kind === 'unscored' ? [[one.criterion, one.reason]] : []))),
      evidence: Object.fromEntries(
        scores.flatMap((score) => {
          if (score.kind !== 'rated') return []
          return [[score.criterion, score.evidence.map(({ start: _, end: __, ...named }) => named)]]
        }),
      ),
      recommendation,
      // Counted from the file, it is what the screen has.
      delivery: scored.delivery,
    })
    expect(status).toBe(0)
  })

  test('is the same by its id, by --all and from the server, and Markdown has the scorecard', { timeout: 60_000 }, async () => {
    const server = await startHotseat()
    const { id, scored } = await sit(server, { track: 'behavioral', question: 'outage-investigated', minutes: 5 })
    const folder = emptyFolder()
    const byId = await run(server, folder, 'export', id, '--format', 'json')
    expect(byId).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(byId.stdout)).toMatchObject({ id, turns: scored.turns.map(({ speaker, text }) => ({ speaker, text })) })
    const served = await ask(server, `/api/interviews/${id}/export?format=json`)
    expect(await served.text()).toBe(byId.stdout)
    await run(server, folder, 'export', '--all', '--format', 'json', '--out', 'a/b')
    expect(readFileSync(join(folder, 'a/b', `${id}.json`), 'utf8')).toBe(byId.stdout)

    const markdown = await run(server, folder, 'export', id)
    expect(markdown.stdout).toContain('\n| Criterion | Weight | Rating | Why |\n')
    expect(markdown.stdout).toContain('\n| Part | Sentences | Commonly |\n| --- | --- | --- |\n| Situation | ')
    expect(markdown.stdout).toContain('\n| Phase | Took | Planned | Words |\n| --- | --- | --- | --- |\n| Story | ')
    for (const score of scored.scorecard.scores)
      if (score.kind === 'rated') for (const { turn } of score.evidence) expect(markdown.stdout).toContain(`” (turn ${turn})`)
  })
})

describe('export', () => {
  test('writes every interview into the folder, one file each', async () => {
    const server = await startHotseat()
    const first = await beginInterview(server)
    const second = await beginInterview(server, { track: 'system-design', minutes: 45 })
    const folder = emptyFolder()
    const { status, stderr } = await run(server, folder, 'export', '--all', '--out', 'exports')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '2 interview(s) written to exports\n' })
    expect(readdirSync(join(folder, 'exports')).sort()).toEqual([`${first.id}.md`, `${second.id}.md`].sort())
  })

  test('of an id that is not there, and into what is no folder, says so and ends with 1', { timeout: 60_000 }, async () => {
    const server = await startHotseat()
    const { id } = await beginInterview(server)
    const folder = emptyFolder()
    expect(await run(server, folder, 'export', 'nobody')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'hotseat: There is no interview nobody.\n',
    })
    writeFileSync(join(folder, 'a-file'), '')
    expect(await run(server, folder, 'export', id, '--out', 'a-file')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^hotseat: Nothing can be written to a-file: .+\n$/),
    })
  })

  test('that is damaged leaves no half archive, and the archive that is there already stays', { timeout: 60_000 }, async () => {
    const server = await startHotseat()
    const { id } = await beginInterview(server)
    const folder = emptyFolder()
    const archive = ['export', '--all', '--format', 'archive', '--out', 'all.zip']
    expect((await run(server, folder, ...archive)).status).toBe(0)
    const before = readFileSync(join(folder, 'all.zip'))
    expect((await run(server, folder, ...archive)).stderr).toMatch(/^hotseat: Nothing can be written to all\.zip: EEXIST/)
    expect(readFileSync(join(folder, 'all.zip'))).toEqual(before)
    const db = new Database(server.databaseFile)
    db.prepare("update interviews set schedule = '{' where id = ?").run(id)
    db.close()
    const outcome = await run(server, folder, 'export', '--all', '--format', 'archive', '--out', 'second.zip')
    expect(outcome).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^hotseat: interview .+ is damaged/),
    })
    expect(readdirSync(folder)).toEqual(['all.zip'])
  })

  test('whose reader has seen enough ends without a word', { timeout: 60_000 }, async () => {
    const server = await startHotseat()
    const { id } = await beginInterview(server)
    const env = { HOTSEAT_DB: server.databaseFile }
    expect(await hotseatUnheard(['export', id], { env })).toEqual({ status: 141, stderr: '' })
  })

  test('without a database says where it looked', async () => {
    expect(await hotseat(['export', '--all'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'hotseat: There is no database data/hotseat.db yet; set HOTSEAT_DB, or start the server once.\n',
    })
  })
})
