import { expect, test } from 'vitest'
import { designContent, designInterview } from '../interviewer/fixtures.ts'
import { answer, job, openStore, rowsOf, scorecard } from './store-file.ts'

const asked = designInterview.questions.map((question) => ({ ...question, firstTurn: 1 }))

/** One interview that is over and scored, and another of somebody else. */
async function scoredStore() {
  const opened = openStore()
  const { store } = opened
  for (const [id, ownerId] of [
    ['interview-1', 'owner-1'],
    ['interview-2', 'owner-2'],
  ] as const) {
    await store.createInterview(
      { ...designInterview, id, ownerId, status: 'ended', endedAt: 500, questions: asked },
      designContent,
    )
    await store.createScoringJob(job({ id: `job-of-${id}`, interviewId: id }))
    await store.saveScorecard(job({ id: `job-of-${id}`, interviewId: id }), scorecard)
  }
  return opened
}

test('ratings of an interview count once its scorecard was opened', async () => {
  const { store } = await scoredStore()
  const rated = () => store.listRated('owner-1', { track: 'system-design', limit: 10 })
  expect(await rated()).toEqual([])
  expect(await store.listAsked('owner-1', 0)).toMatchObject([{ question: 'parcel-tracker', at: 500, ratings: [] }])
  await store.markScorecardOpened('interview-1')
  expect(await rated()).toEqual([
    {
      id: 'interview-1',
      track: 'system-design',
      level: designInterview.level,
      title: 'Parcel tracker',
      createdAt: designInterview.createdAt,
      questions: ['parcel-tracker'],
      isImported: false,
      isPrepared: false,
      scorer: 'rule-based@1',
      ratings: [
        { criterion: 'depth', rating: null },
        { criterion: 'framing', rating: 3 },
      ],
    },
  ])
  expect(await store.countRated('owner-1')).toEqual([{ track: 'system-design', count: 1 }])
  expect(await store.listAsked('owner-1', 0)).toMatchObject([{ ratings: [3] }])
  expect(await store.listAsked('owner-1', designInterview.createdAt + 1)).toEqual([])
  expect(await store.listOpenedScorecards('owner-1', { track: 'system-design', limit: 10 })).toMatchObject([
    { interview: 'interview-1', scorecard },
  ])
  expect(await store.listRated('owner-1', { track: 'sql', limit: 10 })).toEqual([])
})

test('the newest scorecard of an interview stands, and one written over another leaves no rating of it', async () => {
  const { store, file, clock } = await scoredStore()
  await store.markScorecardOpened('interview-1')
  const better = {
    ...scorecard,
    scores: scorecard.scores.map((score) => (score.kind === 'rated' ? { ...score, rating: 4 as const } : score)),
  }
  clock.advance(1000)
  await store.createScoringJob(job({ id: 'job-2' }))
  await store.saveScorecard(job({ id: 'job-2' }), { ...better, scores: better.scores.slice(0, 1), perQuestion: [] })
  expect(await store.listRated('owner-1', { track: 'system-design', limit: 10 })).toMatchObject([
    { ratings: [{ criterion: 'framing', rating: 4 }] },
  ])
  await store.saveScorecard(job({ id: 'job-2' }), { ...better, scores: better.scores.slice(1), perQuestion: [] })
  expect(rowsOf(file, "select criterion, rating from ratings where job_id = 'job-2'")).toEqual([
    { criterion: 'depth', rating: null },
  ])
})

test('redos and what was put aside are listed by owner, the newest time of a dismissal counts', async () => {
  const { store, clock } = await scoredStore()
  const place = { question: 'parcel-tracker', criterion: 'framing', check: 'names-goals' }
  const redo = { id: 'redo-number-1', ...place, asked: 'Why?', text: 'Because.', original: scorecard.scores[0] as never }
  await store.createRedo('interview-1', { ...redo, state: { kind: 'grading' }, createdAt: 900 })
  expect(await store.listRedone('owner-1', 0)).toEqual([
    { interview: 'interview-1', track: 'system-design', question: 'parcel-tracker', at: 900 },
  ])
  expect([await store.listRedone('owner-1', 901), await store.listRedone('owner-2', 0)]).toEqual([[], []])
  const question = { track: 'system-design' as const, question: 'parcel-tracker' }
  await store.dismissReask('owner-1', question)
  clock.advance(5)
  await store.dismissReask('owner-1', question)
  expect(await store.listDismissals('owner-1')).toEqual([{ ...question, at: clock.now() }])
  expect(await store.listDismissals('owner-2')).toEqual([])
})

test('a deleted interview takes its ratings with it', async () => {
  const { store, file, byHand } = await scoredStore()
  await store.appendTurn('interview-1', answer('Something.'))
  byHand("pragma foreign_keys = on; delete from interviews where id = 'interview-1'")
  expect(rowsOf(file, 'select distinct job_id from ratings')).toEqual([{ job_id: 'job-of-interview-2' }])
})
