// npm run bench:history [-- --interviews N --rounds N]: milliseconds of a search, and of what the history page asks for, over HTTP. Wants a quiet machine.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { readConfig } from '#src/config.ts'
import { contentHash } from '#src/content/content-hash.ts'
import { holdContent } from '#src/content/hold-content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { systemClock } from '#src/domain/clock.ts'
import type { Interview } from '#src/domain/interview.ts'
import { planFor, scheduleOf } from '#src/domain/schedule.ts'
import { startServer } from '#src/main.ts'
import { packageRoot } from '#src/package-root.ts'
import { gradeTranscript } from '#src/scoring/grade-transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'
import { interviewToTranscript } from '#src/transcript/interview-to-transcript.ts'

const { values } = parseArgs({
  options: { interviews: { type: 'string', default: '5000' }, rounds: { type: 'string', default: '20' } },
})
const count = z.coerce.number().int().min(1).parse(values.interviews)
const rounds = z.coerce.number().int().min(1).parse(values.rounds)
const turnsEach = 20
const hour = 3_600_000

const content = await loadContent(packageRoot())
const scorer = createRuleBasedScorer({ lexicon: content.lexicon })
const bank = content.questions.filter(({ answers }) => answers.length > 0)
const folder = mkdtempSync(join(tmpdir(), 'hotseat-bench-'))
const file = join(folder, 'hotseat.db')

/** Paragraphs of sample answers, several joined, in the order of the bank; every turn its own. */
function* spoken(): Generator<string> {
  for (let round = 0; ; round++)
    for (const { answers } of bank)
      for (const { parts } of answers)
        for (const { text } of parts) for (const paragraph of text.split('\n\n')) yield `${paragraph} That was case ${round}.`
}

async function fill(): Promise<void> {
  const store = openSqliteStore({ file, clock: systemClock })
  const now = Date.now()
  const words = spoken()
  const cards = new Map<string, string>()
  const db = new Database(file)
  const insertTurn =
    db.prepare(`insert into turns (interview_id, turn, speaker, text, artifacts, phase, elapsed_ms, created_at, interrupted)
    values (?, ?, ?, ?, '[]', 1, ?, ?, 0)`)
  for (let index = 0; index < count; index++) {
    const question = bank[index % bank.length]
    const rubric = question && content.rubrics.get(question.track)
    const plan = rubric && planFor(rubric, rubric.plans[0]?.minutes ?? 0)
    if (question === undefined || rubric === undefined || plan === undefined) throw new Error('the bank is empty')
    const held = holdContent(content, [question])
    const createdAt = now - (count - index) * 5 * hour
    const { id: questionId, title, opening: text, track } = question
    const interview: Interview = {
      ...{
        id: `interview-${index}`,
        ownerId: 'local',
        track,
        level: 'mid',
        mode: 'mock',
        persona: 'neutral',
        company: 'neutral',
      },
      ...{ language: 'en', minutes: plan.minutes, interviewer: 'rule-based', prepared: [], schedule: scheduleOf(rubric, plan) },
      ...{ questions: [{ id: questionId, title, text, firstTurn: 1 }], status: 'ended', elapsedMs: hour / 2, paused: false },
      ...{ draft: '', contentHash: contentHash(held), createdAt, endedAt: createdAt + hour / 2, imported: null },
    }
    await store.createInterview(interview, held)
    db.transaction(() => {
      for (let turn = 1; turn <= turnsEach; turn++) {
        const speaker = turn % 2 === 1 ? 'interviewer' : 'candidate'
        insertTurn.run(interview.id, turn, speaker, words.next().value, turn * 60_000, createdAt + turn * 60_000)
      }
    })()
    const key = `${track}/${questionId}`
    if (!cards.has(key)) {
      const transcript = interviewToTranscript(interview, await store.listTurns(interview.id))
      const { lexicon, thresholds } = content
      const result = await gradeTranscript({ transcript, content: held, lexicon, thresholds, scorer })
      if (result.kind === 'scorecard') cards.set(key, JSON.stringify(result.scorecard))
    }
    db.transaction(() => {
      const job = `job-${index}`
      db.prepare("insert into scoring_jobs values (?, ?, 'rule-based', 'done', 5, 5, '[]', null, ?)").run(
        job,
        interview.id,
        createdAt,
      )
      db.prepare('insert into scorecards values (?, ?, null, null, ?, ?)').run(job, interview.id, cards.get(key), createdAt)
      db.prepare('insert into scorecard_openings values (?, ?)').run(interview.id, createdAt)
    })()
  }
  db.close()
  store.close()
}

const searches = [
  'idempotent',
  'write path',
  '"single point"',
  'kaf',
  'the',
  't',
  'because',
  'index scan',
  'rate lim',
  'rollback',
  'case 3',
  'nothing-like-it',
  'queue consumer',
  'p99 lat',
  '"the database"',
  'a b c',
  'we',
]
const paths = {
  'search, newest first': searches.map((words) => `/api/search?words=${encodeURIComponent(words)}`),
  'search, best first': searches.map((words) => `/api/search?order=best&words=${encodeURIComponent(words)}`),
  'search, narrowed': searches.flatMap((words) =>
    ['track=sql', 'speaker=candidate', `question=${bank[0]?.id}`, `to=${Date.now() - count * 4 * hour}`].map(
      (narrowed) => `/api/search?words=${encodeURIComponent(words)}&${narrowed}`,
    ),
  ),
  'history page: first interviews': ['/api/interviews?limit=20'],
  'history page: further ones': [`/api/interviews?limit=20&before=interview-${Math.floor(count / 2)}`],
  'history page: progress': ['/api/progress', '/api/progress?track=behavioral'],
  'history page: to be asked again': ['/api/re-asks'],
  'history page: self-ratings': ['/api/self-ratings'],
  'start page: unfinished': ['/api/interviews?status=running&limit=100'],
}

try {
  const started = performance.now()
  await fill()
  console.log(
    `${count} interviews, ${count * turnsEach} turns, written in ${((performance.now() - started) / 1000).toFixed(0)} s.\n`,
  )
  const token = 'a-token-for-the-bench'
  const env = { PORT: '0', HOTSEAT_DB: file, HOTSEAT_TOKEN: token, HOTSEAT_LOG_LEVEL: 'error' }
  const server = await startServer(readConfig(env))
  console.log('| What | Requests | p50 ms | p99 ms | Slowest |\n|---|---|---|---|---|')
  for (const [name, asked] of Object.entries(paths)) {
    const times: { ms: number; path: string }[] = []
    for (let round = -1; round < rounds; round++)
      for (const path of asked) {
        const from = performance.now()
        const response = await fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` } })
        await response.arrayBuffer()
        if (!response.ok) throw new Error(`${path}: ${response.status}`)
        if (round >= 0) times.push({ ms: performance.now() - from, path })
      }
    times.sort((a, b) => a.ms - b.ms)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
    const [p50, p99] = [at(0.5), at(0.99)]
    console.log(`| ${name} | ${times.length} | ${p50?.ms.toFixed(1)} | ${p99?.ms.toFixed(1)} | ${p99?.path} |`)
  }
  await server.close()
} finally {
  rmSync(folder, { recursive: true })
}
