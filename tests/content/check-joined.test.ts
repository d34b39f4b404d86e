import { expect, test } from 'vitest'
import { checkJoined } from '#src/content/check-patterns.ts'
import { matchesAny } from '#src/evidence/match-pattern.ts'
import { shippedLexicon, shippedQuestion } from '../support/content-files.ts'

const { guide } = shippedQuestion('system-design', 'job-queue')
const [point] = guide.keyPoints

const faultsOf = (partly: string) => {
  const faults: string[] = []
  const keyPoints = point === undefined ? [] : [{ ...point, partly: [partly] }]
  checkJoined({ ...guide, facts: [], keyPoints }, (path, expected) => faults.push(`${path}: ${expected}`))
  return faults
}

test.each([
  ['cron | delayed jobs | schedul* + job*', 'delayed jobs'],
  ['custom | own name* + name* | code', 'own name'],
  ['how many | what limit + limit | requests', 'what limit'],
])('of %j it is told that a phrase of it stands for itself', (pattern, phrase) => {
  expect(faultsOf(pattern)).toEqual([
    `keyPoints[0].partly[0]: "${phrase}" as a pattern of its own, since "|" binds tighter than "+"`,
  ])
})

test.each([
  ['groups that share no word', 'lock* | reserve* + job* | worker*'],
  ['one group', 'delayed jobs | jobs'],
  ['a window, by which its author shows to know', 'delayed jobs | schedul* + job* ~ 20'],
  ['what must not be there', 'delayed jobs + ! jobs'],
])('nothing is told of %s', (_, pattern) => {
  expect(faultsOf(pattern)).toEqual([])
})

const lexicon = shippedLexicon()

test.each([
  ['system-design', 'job-queue', 'later-and-recurring', 'That would be cron.'],
  ['system-design', 'job-queue', 'claimed-by-one', 'I know skip locked.'],
  ['system-design', 'job-queue', 'retries-and-dead-jobs', 'It goes to a dead letter place.'],
  ['system-design', 'ride-dispatch', 'one-trip-at-a-time', 'We lock the driver.'],
  ['system-design', 'metrics-pipeline', 'alert-path-apart', 'There is Alertmanager.'],
  ['system-design', 'model-serving', 'predictions-watched', 'We watch for drift.'],
  ['concepts', 'encryption-kinds', 'slow-against-fast', 'The asymmetric kind is slow.'],
  ['concepts', 'encryption-kinds', 'slow-against-fast', 'The symmetric kind is fast.'],
  ['concepts', 'encryption-kinds', 'pair-of-keys', 'There is a public and a private key.'],
  ['concepts', 'security-tooling', 'kinds-side-by-side', 'There are SAST and DAST.'],
  ['sql', 'orders-payments-model', 'latest-per-group', 'With a window function.'],
  ['sql', 'slow-query', 'date-hidden', 'It should be sargable.'],
  ['incident', 'poisoned-cache', 'tells-those-exposed', 'By GDPR we have to.'],
] as const)('in %s %s, %s is met in part by %j', (track, id, check, said) => {
  const partly = shippedQuestion(track, id).guide.keyPoints.find((one) => one.id === check)?.partly ?? []
  expect(matchesAny(partly, said, lexicon)).toBe(true)
})

test.each([
  ['system-design', 'url-shortener', 'custom-names', 'Do they get own names?'],
  ['system-design', 'model-serving', 'timings', 'What is the inference time?'],
  ['sql', 'top-n-per-group', 'league-changes', 'Does anybody change league?'],
  ['sql', 'normalisation', 'teachers', 'Is there a substitute?'],
  ['coding', 'paginate-list', 'clients', 'Who calls it?'],
  ['coding', 'first-bad-release', 'stays-slow', 'Does it get better again?'],
  ['incident', 'sudden-500s', 'endpoints', 'Is it all endpoints?'],
] as const)('in %s %s the fact %s is asked for by %j', (track, id, fact, asked) => {
  const patterns = shippedQuestion(track, id).guide.facts.find((one) => one.id === fact)?.asked ?? []
  expect(matchesAny(patterns, asked, lexicon)).toBe(true)
})
