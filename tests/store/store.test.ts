import { describe, expect, test } from 'vitest'
import type { Interview } from '#src/domain/interview.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import { ConflictError, NotFoundError } from '#src/errors.ts'
import { designContent, designInterview, storyContent, storyInterview } from '../interviewer/fixtures.ts'
import { answer, job, openStore, openStoreWithInterview, rated, rowsOf, scorecard, unscored } from './store-file.ts'

describe('an interview', () => {
  test('is read back as it was stored, with what it was held with, after the file was closed and opened', async () => {
    const { store, reopen } = openStore()
    await store.createInterview(designInterview, designContent)
    const reopened = reopen()
    expect(await reopened.findInterview('interview-1', 'owner-1')).toEqual(designInterview)
    expect(await reopened.findContent('interview-1')).toEqual(designContent)
  })

  test('keeps the content of its own hash when others with the same and with another follow', async () => {
    const { store } = await openStoreWithInterview()
    await store.createInterview({ ...storyInterview, id: 'interview-2', contentHash: '1'.repeat(64) }, storyContent)
    await store.createInterview({ ...designInterview, id: 'interview-3' }, designContent)
    const contents = ['interview-1', 'interview-2', 'interview-3'].map((id) => store.findContent(id))
    expect(await Promise.all(contents)).toEqual([designContent, storyContent, designContent])
  })

  test('keeps the running times that are saved together, each its own, the later of two', async () => {
    const { store } = await openStoreWithInterview()
    await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
    const saved = [
      store.saveElapsed('interview-1', 15_000),
      store.saveElapsed('interview-2', 30_000),
      store.saveElapsed('interview-1', 16_000),
    ]
    expect((await store.findInterview('interview-1', 'owner-1'))?.elapsedMs).toBe(0)
    await Promise.all(saved)
    expect((await store.findInterview('interview-1', 'owner-1'))?.elapsedMs).toBe(16_000)
    expect((await store.findInterview('interview-2', 'owner-1'))?.elapsedMs).toBe(30_000)
  })

  test('changes in what a patch names and in nothing else', async () => {
    const { store, reopen } = await openStoreWithInterview()
    const patch: Partial<Interview> = { elapsedMs: 61_000, paused: true, draft: 'half a “sentence”\n' }
    await store.updateInterview('interview-1', patch)
    await store.updateInterview('interview-1', { status: 'ended', endedAt: 77 })
    await store.updateInterview('interview-1', {})
    const questions = designInterview.questions.map((question) => ({ ...question, firstTurn: 3 }))
    await store.updateInterview('interview-1', { questions })
    const expected = { ...designInterview, ...patch, status: 'ended', endedAt: 77, questions }
    expect(await reopen().findInterview('interview-1', 'owner-1')).toEqual(expected)
  })

  test('that is not there is not found, and nothing can be written to it', async () => {
    const { store } = openStore()
    expect(await store.findInterview('nobody', 'owner-1')).toBeNull()
    expect(await store.listTurns('nobody')).toEqual([])
    for (const attempt of [
      store.findContent('nobody'),
      store.updateInterview('nobody', { draft: 'x' }),
      store.appendTurn('nobody', answer('Hello.')),
      store.claimCommand('nobody', 'command-1', 'hash'),
      store.createScoringJob(job({ interviewId: 'nobody' })),
      store.updateScoringJob('no-job', { status: 'running' }),
      store.saveScore('no-job', 0, rated),
      store.saveScorecard(job(), scorecard),
    ])
      await expect(attempt).rejects.toThrow(NotFoundError)
  })

  test('belongs to one owner: nobody else finds or lists it', async () => {
    const { store } = await openStoreWithInterview()
    await store.createInterview({ ...designInterview, id: 'interview-2', ownerId: 'owner-2' }, designContent)
    expect(await store.findInterview('interview-1', 'owner-2')).toBeNull()
    expect((await store.listInterviews('owner-1')).map(({ id }) => id)).toEqual(['interview-1'])
    expect((await store.listInterviews('owner-2')).map(({ id }) => id)).toEqual(['interview-2'])
    expect(await store.listInterviews('owner-3')).toEqual([])
  })

  test('is listed the newest first, with its turns, its newest job and what the newest scorecard recommends', async () => {
    const { store, clock } = await openStoreWithInterview()
    await store.createInterview({ ...storyInterview, id: 'interview-2', createdAt: 5 }, designContent)
    await store.appendTurn('interview-1', answer('One.'))
    await store.appendTurn('interview-1', answer('Two.'))
    await store.createScoringJob(job())
    await store.saveScorecard(job(), scorecard)
    clock.advance(1)
    const newest = job({ id: 'job-2', createdAt: 2 })
    await store.createScoringJob(newest)
    await store.saveScorecard(newest, { ...scorecard, recommendation: null, mean: null, note: 'Too much is unscored.' })
    const chosen = { track: 'system-design', level: 'senior', mode: 'practice', company: 'neutral', language: 'en' }
    const common = { ...chosen, imported: null, status: 'running', elapsedMs: 0, endedAt: null }
    expect(await store.listInterviews('owner-1')).toEqual([
      {
        ...common,
        id: 'interview-2',
        minutes: 15,
        questions: ['first', 'second', 'third'].map((id) => ({ id, firstTurn: null })),
        prepared: [],
        title: 'first, second, third',
        turns: 0,
        createdAt: 5,
        scoring: null,
        recommendation: null,
        isOpened: false,
      },
      {
        ...common,
        id: 'interview-1',
        minutes: 40,
        questions: [{ id: 'parcel-tracker', firstTurn: null }],
        prepared: [],
        title: 'Parcel tracker',
        turns: 2,
        createdAt: 0,
        scoring: { ...newest, status: 'done', done: 5 },
        recommendation: null,
        isOpened: false,
      },
    ])
  })
})

describe('turns', () => {
  test('are numbered from 1 over both speakers in each interview, and read back whole and in order', async () => {
    const { store, clock, reopen } = await openStoreWithInterview()
    await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
    const spoken = answer('Welcome.', {
      speaker: 'interviewer',
      move: { kind: 'listen' },
      spokenBy: 'rule-based@1',
      interrupted: true,
    })
    const said = answer('A table: 𝓼𝓬𝓪𝓷𝓼 \u0000 “quoted”', {
      phase: 2,
      clientTurnId: 'client-1',
      artifacts: [{ id: 'board-1', kind: 'board', text: 'a -> b', scene: { elements: [1, null] } }],
    })
    await store.appendTurn('interview-1', spoken)
    clock.advance(10)
    await store.appendTurn('interview-2', answer('Elsewhere.'))
    expect(await store.appendTurn('interview-1', said)).toEqual({ ...said, turn: 2, createdAt: clock.now() })
    expect(await reopen().listTurns('interview-1')).toEqual([
      { ...spoken, turn: 1, createdAt: clock.now() - 10 },
      { ...said, turn: 2, createdAt: clock.now() },
    ])
  })

  test('change the interview in the same stroke, or neither is stored', async () => {
    const { store } = await openStoreWithInterview()
    await store.appendTurn('interview-1', answer('One.'), { elapsedMs: 5, draft: '' })
    const wrong = { status: 'gone' as 'ended' }
    await expect(store.appendTurn('interview-1', answer('Two.'), wrong)).rejects.toThrow('nothing of this was stored')
    expect((await store.listTurns('interview-1')).map(({ text }) => text)).toEqual(['One.'])
    expect(await store.findInterview('interview-1', 'owner-1')).toEqual({ ...designInterview, elapsedMs: 5 })
  })

  test('sent twice under one id are stored once, and the second gets the answer of the first', async () => {
    const { store, clock } = await openStoreWithInterview()
    const turn = answer('I would shard.', { clientTurnId: 'client-1', artifacts: [{ id: 'pad-1', kind: 'code', text: 'x()' }] })
    const first = await store.appendTurn('interview-1', turn, { draft: 'kept' })
    clock.advance(1000)
    expect(await store.appendTurn('interview-1', { ...turn, elapsedMs: 2000 }, { draft: 'ignored' })).toEqual(first)
    expect(await store.listTurns('interview-1')).toEqual([first])
    expect(await store.findInterview('interview-1', 'owner-1')).toMatchObject({ draft: 'kept' })
  })

  test('with other words or another artifact under a used id are refused, and the first stay', async () => {
    const { store } = await openStoreWithInterview()
    const turn = answer('I would shard.', { clientTurnId: 'client-1' })
    const first = await store.appendTurn('interview-1', turn)
    const withCode = { ...turn, artifacts: [{ id: 'pad-1', kind: 'code' as const, text: 'x()' }] }
    for (const other of [{ ...turn, text: 'I would not.' }, withCode])
      await expect(store.appendTurn('interview-1', other)).rejects.toThrow(ConflictError)
    expect(await store.listTurns('interview-1')).toEqual([first])
  })

  test('of two interviews may come under the same id', async () => {
    const { store } = await openStoreWithInterview()
    await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
    await store.appendTurn('interview-1', answer('Here.', { clientTurnId: 'client-1' }))
    await store.appendTurn('interview-2', answer('There.', { clientTurnId: 'client-1' }))
    expect((await store.listTurns('interview-2')).map(({ text }) => text)).toEqual(['There.'])
  })
})

describe('what an observer noted', () => {
  const slice = { turn: 2, start: 0, end: 20, quote: 'One row a scan, then' }
  const notes: TurnNotes = {
    turn: 2,
    observer: 'observe-turn@1:small',
    shown: [{ check: 'append-scans', degree: 'partly', evidence: slice }],
    decisions: [slice],
    open: ['how late scans are ordered'],
    contradiction: { earlier: { ...slice, artifact: 'board-1' }, now: slice },
  }

  test('is read back in the order of the turns, after the file was closed and opened', async () => {
    const { store, reopen } = await openStoreWithInterview()
    await store.createInterview({ ...designInterview, id: 'interview-2' }, designContent)
    for (const text of ['One.', 'Two.', 'Three.']) await store.appendTurn('interview-1', answer(text))
    const later: TurnNotes = { ...notes, turn: 3, shown: [], decisions: [], open: [], contradiction: null }
    await store.saveTurnNotes('interview-1', later)
    await store.saveTurnNotes('interview-1', notes)
    const reopened = reopen()
    expect(await reopened.listTurnNotes('interview-1')).toEqual([notes, later])
    expect(await reopened.listTurnNotes('interview-2')).toEqual([])
  })

  test('of a turn stays when it is noted again, and of a turn that is not there is not stored', async () => {
    const { store } = await openStoreWithInterview()
    for (const text of ['One.', 'Two.']) await store.appendTurn('interview-1', answer(text))
    await store.saveTurnNotes('interview-1', notes)
    await store.saveTurnNotes('interview-1', { ...notes, open: [] })
    await expect(store.saveTurnNotes('interview-1', { ...notes, turn: 3 })).rejects.toThrow(NotFoundError)
    await expect(store.saveTurnNotes('nobody', notes)).rejects.toThrow(NotFoundError)
    expect(await store.listTurnNotes('interview-1')).toEqual([notes])
  })

  test('goes with the interview when that is deleted', async () => {
    const { store, file, byHand } = await openStoreWithInterview()
    for (const text of ['One.', 'Two.']) await store.appendTurn('interview-1', answer(text))
    await store.saveTurnNotes('interview-1', notes)
    byHand("delete from interviews where id = 'interview-1'")
    expect(rowsOf(file, 'select * from turn_notes')).toEqual([])
  })

  test('that is damaged in the file is named', async () => {
    const { store, byHand } = await openStoreWithInterview()
    for (const text of ['One.', 'Two.']) await store.appendTurn('interview-1', answer(text))
    await store.saveTurnNotes('interview-1', notes)
    byHand("update turn_notes set notes = '{}'")
    await expect(store.listTurnNotes('interview-1')).rejects.toThrow('notes on turn 2 of interview interview-1')
  })
})

test('a command is claimed once; repeated it is known, and its id is no good for another', async () => {
  const { store, reopen } = await openStoreWithInterview()
  expect(await store.claimCommand('interview-1', 'command-1', 'hash-a')).toBe('new')
  expect(await store.claimCommand('interview-1', 'command-2', 'hash-a')).toBe('new')
  const reopened = reopen()
  expect(await reopened.claimCommand('interview-1', 'command-1', 'hash-a')).toBe('repeated')
  expect(await reopened.claimCommand('interview-1', 'command-1', 'hash-b')).toBe('id-used-for-another')
})

describe('a scoring job', () => {
  test('is kept as it goes, and what a stopped server left is found again, oldest first', async () => {
    const { store, reopen } = await openStoreWithInterview()
    const later = job({ id: 'job-2', scorer: 'model', createdAt: 9 })
    for (const one of [later, job(), job({ id: 'job-3', createdAt: 3 }), job({ id: 'job-4', createdAt: 4 })])
      await store.createScoringJob(one)
    const progress = { status: 'running' as const, done: 1, finished: ['Framing'] }
    await store.updateScoringJob('job-1', progress)
    await store.updateScoringJob('job-3', { status: 'failed', error: 'The endpoint is gone.' })
    await store.updateScoringJob('job-4', { status: 'too-short', error: 'Two answers only.' })
    const reopened = reopen()
    expect(await reopened.unfinishedScoringJobs()).toEqual([{ ...job(), ...progress }, later])
    expect(await reopened.latestScoringJob('interview-1')).toEqual(later)
    expect(await reopened.latestScoringJob('interview-2')).toBeNull()
  })

  test('keeps each score as decided, the last word for a criterion of a question', async () => {
    const { store, reopen } = await openStoreWithInterview()
    await store.createScoringJob(job())
    await store.createScoringJob(job({ id: 'job-2' }))
    await store.saveScore('job-1', 1, rated)
    await store.saveScore('job-1', 0, unscored)
    await store.saveScore('job-1', 0, { ...unscored, criterion: 'framing' })
    await store.saveScore('job-1', 0, rated)
    await store.saveScore('job-2', 0, unscored)
    expect(await reopen().listScores('job-1')).toEqual([
      { questionIndex: 0, score: unscored },
      { questionIndex: 0, score: rated },
      { questionIndex: 1, score: rated },
    ])
  })

  test('is done once its scorecard is stored', async () => {
    const { store, reopen } = await openStoreWithInterview()
    const running = job({ status: 'running', done: 4, error: 'The first attempt failed.' })
    await store.createScoringJob(running)
    await store.saveScorecard(running, scorecard)
    const reopened = reopen()
    expect(await reopened.latestScorecard('interview-1')).toEqual(scorecard)
    expect(await reopened.latestScoringJob('interview-1')).toEqual({ ...running, status: 'done', done: 5, error: null })
    expect(await reopened.unfinishedScoringJobs()).toEqual([])
  })

  test('of a second scoring adds a scorecard, and the first stays in the file', async () => {
    const { store, clock, file, reopen } = await openStoreWithInterview()
    const second = { ...scorecard, scorer: 'model@1:large', mean: 2.5 }
    await store.createScoringJob(job())
    await store.saveScorecard(job(), scorecard)
    clock.advance(1)
    await store.createScoringJob(job({ id: 'job-2' }))
    expect(await store.latestScorecard('interview-1')).toEqual(scorecard)
    await store.saveScorecard(job({ id: 'job-2' }), second)
    expect(await reopen().latestScorecard('interview-1')).toEqual(second)
    expect(rowsOf(file, 'select scorecard from scorecards order by created_at')).toEqual([
      { scorecard: JSON.stringify(scorecard) },
      { scorecard: JSON.stringify(second) },
    ])
  })
})

test('access is looked up by its hash until it expires', async () => {
  const { store, reopen } = openStore()
  await store.createAccess('hash-1', 'owner-1', 1000)
  await store.createAccess('hash-2', 'owner-2', 1000)
  const reopened = reopen()
  expect(await reopened.findAccess('hash-1', 999)).toBe('owner-1')
  expect(await reopened.findAccess('hash-2', 999)).toBe('owner-2')
  expect(await reopened.findAccess('hash-1', 1000)).toBeNull()
  expect(await reopened.findAccess('hash-3', 0)).toBeNull()
})
