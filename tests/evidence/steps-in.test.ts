import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '#src/content/content.ts'
import { loadContent } from '#src/content/load-content.ts'
import { stepsIn, stepsNamedIn, stepWords } from '#src/evidence/steps-in.ts'
import { packageRoot } from '#src/package-root.ts'

let content: Content
beforeAll(async () => {
  content = await loadContent(packageRoot())
})

function stepsOf(question: string, said: string): string[] {
  const { phrases, lexicon, questions } = content
  const steps = questions.find(({ id }) => id === question)?.guide.steps ?? []
  return stepsIn(said, { steps, lexicon, words: stepWords(phrases) })
}

/** Known to be missed: a deed for which the patterns have no word. */
const missed = ['I flip the configuration so that the cache is not used.']
const ways: [question: string, step: string, ways: string[]][] = [
  [
    'sudden-500s',
    'roll-back',
    [
      'I roll back release 412 now.',
      "Let's roll it back.",
      "I'd revert 412 right away, it went out just before.",
      'Okay, rolling back to the previous release.',
      "I'm going to roll 412 back and tell the channel.",
      'First thing: I start the rollback, then I look for the cause.',
      'Rollback now.',
      'We go back to 411 immediately.',
      'I decide to roll back the deploy.',
      'I would roll back straight away, it takes four minutes.',
      "Then I'll do a rollback of the order service.",
      'Please redeploy the old version.',
    ],
  ],
  [
    'memory-leak',
    'cache-off',
    [
      'I switch the permission cache off now.',
      "Let's turn the cache off by config and restart one by one.",
      "I'd disable it, the permission cache I mean.",
      'I disable the permission cache in the configuration.',
      'We take the cache out by the config switch.',
      'I set the cache to off and drain the instances singly.',
      'Turning off the permission cache now, rolling restart.',
      "So I'd deactivate the cache tonight.",
      'My decision: permission cache off.',
      'I flip the configuration so that the cache is not used.',
      'I will get rid of the cache via config.',
      'Let me switch off that map by configuration.',
    ],
  ],
  [
    'sudden-500s',
    'restart',
    [
      'I restart all six instances.',
      "Let's bounce the pods.",
      "I'd restart the service, to be safe.",
      'Rolling restart of the order service, now.',
      'I kick one instance to see if it recovers.',
      'First I do a rolling restart.',
      'We restart the pods one after the other.',
      "I'll recycle the instances.",
      'Restart everything.',
      "I'm restarting the order service.",
    ],
  ],
  [
    'sudden-500s',
    'scale-out',
    [
      'I scale up to twelve instances.',
      "Let's add more pods.",
      "I'd double the number of instances.",
      'I scale out the order service.',
      'We add six more instances.',
      'I will bring up more replicas of the service.',
      'Add capacity: twelve instances.',
      "I'm scaling it horizontally.",
    ],
  ],
  [
    'bad-deploy',
    'hold-run-and-mails',
    [
      'I pause the debit run at noon and the mails.',
      "Let's stop the run first.",
      "I'd put the noon payment run on hold.",
      'I hold the debit run until we know more.',
      'First I block all mails and the debit run.',
      'We suspend the billing run.',
      'Stop the debit run and the reminders, now.',
      'I switch off the noon run.',
      'I halt everything that moves money: the debit run above all.',
      'I freeze the debits.',
    ],
  ],
  [
    'expired-certificate',
    'reload-proxies',
    [
      'I reload the proxy on 2, 5 and 7.',
      "Let's reload nginx on the three.",
      "I'd do a reload on those three machines.",
      'I trigger a reload by hand on all three.',
      'We restart the proxy processes on 2, 5 and 7.',
      'Reload the three proxies, one at a time.',
      'I log in to number 2 and reload it, then 5 and 7.',
      "I'll make them load the new certificate.",
    ],
  ],
  [
    'expired-certificate',
    'take-out',
    [
      'I take 2, 5 and 7 out of the load balancer.',
      "Let's drain the three machines.",
      "I'd remove them from the pool.",
      'I pull the three bad nodes out of rotation.',
      'We drop proxies 2, 5 and 7 from the balancer.',
      'Take the three out.',
      'First I deregister the three from the load balancer.',
      "I'm draining the bad proxies.",
    ],
  ],
  [
    'poisoned-cache',
    'rule-back',
    [
      'I set the old rule back.',
      "Let's revert the CDN rule.",
      "I'd roll back the rule of 18:40.",
      'I have the web team undo the rule now.',
      'We disable the new caching rule.',
      'I turn the rule off.',
      'Roll the CDN change back.',
      'I restore the previous CDN configuration.',
    ],
  ],
]

describe.each(ways)('in %s, %s', (question, step, all) => {
  test.each(all.filter((way) => !missed.includes(way)))('is taken by "%s"', (way) => {
    expect(stepsOf(question, way)[0]).toBe(step)
  })
})

test.each([
  ['sudden-500s', 'Could we roll back?'],
  ['sudden-500s', 'I would not roll back yet.'],
  ['sudden-500s', 'A rollback is risky.'],
  ['sudden-500s', 'Before I roll back I want to see the diff.'],
  ['sudden-500s', 'We could roll back or switch the flag off.'],
  ['sudden-500s', 'If the flag does not help, I roll back.'],
  ['sudden-500s', "I'd like to know whether a rollback is safe."],
  ['sudden-500s', 'Rolling back takes four minutes, as you said.'],
  ['memory-leak', 'Can the permission cache be switched off?'],
  ['memory-leak', 'Switching the cache off might overload the permission database.'],
  ['memory-leak', "I won't switch the cache off before I have a dump."],
  ['bad-deploy', 'What happens if we pause the debit run?'],
  ['bad-deploy', "Rolling back would break everything, so I don't do that."],
  ['sudden-500s', 'Restarting would only hide it.'],
  ['sudden-500s', 'I think about restarting the pods, but they look healthy.'],
  ['sudden-500s', 'Once I have a thread dump I restart one instance.'],
  ['expired-certificate', 'Should I take the three out of the balancer?'],
  ['expired-certificate', 'After a reload I would expect the new certificate.'],
  ['poisoned-cache', 'I am not sure that purging is enough.'],
  ['sudden-500s', 'Scaling out does not help when the pool is the limit.'],
  ['sudden-500s', 'I keep the rollback as plan B.'],
  ['sudden-500s', 'I check when the release was rolled back last time.'],
  ['database-cpu', "I'd check what queries are running before killing any."],
  ['sudden-500s', 'Either I roll back or I turn the flag on.'],
  ['sudden-500s', 'There are two ways: I roll back the release or I switch off the fraud check.'],
  ['sudden-500s', 'I refrain from restarting the pods.'],
  ['sudden-500s', 'I dislike the idea of restarting the pods.'],
  ['bad-deploy', 'I update the team about the yen amounts.'],
  ['bad-deploy', 'I hold a short call about the mails.'],
  ['queue-backlog', 'My options are to scale the workers, close the country or park the messages.'],
])('in %s, "%s" takes no step', (question, said) => {
  expect(stepsOf(question, said)).toEqual([])
})

test.each([
  ['several, in the order said', 'I set the old rule back, then I end all sessions.', ['rule-back', 'sessions-out']],
  ['what goes on without a taker', 'I tell support and set the rule back.', ['rule-back']],
  ['what somebody else is told to do', 'I call the edge team and ask them to put the old rule back.', ['rule-back']],
  ['what somebody else may be asked', 'I could call the edge team and ask them to put the old rule back.', []],
  ['what goes on from something weighed', 'We could tell support and set the rule back.', []],
  ['the main clause behind a time', 'Before I look for the cause I set the rule back.', ['rule-back']],
  ['what hangs on a condition', 'If the headers say so, we set the rule back.', []],
  ['what hangs on a failure', 'They should be gone by then; otherwise we set the rule back.', []],
  ['one of two or three things', 'I set the rule back and end all sessions of one or two hosts.', ['rule-back', 'sessions-out']],
  ['what is done and then looked at', 'I set the rule back and see if the headers change.', ['rule-back']],
  ['what is denied beside what is done', "I don't end all sessions yet, I set the rule back.", ['rule-back']],
])('%s', (_, said, expected) => {
  expect(stepsOf('poisoned-cache', said)).toEqual(expected)
})

test('what only happens is no deed', () => {
  expect(stepsOf('queue-backlog', 'The workers restart all the time.')).toEqual([])
  expect(stepsOf('bad-deploy', 'A restore loses everything since ten.')).toEqual([])
  expect(stepsOf('memory-leak', 'So the instances restart every six hours.')).toEqual([])
  expect(stepsOf('memory-leak', 'So the limit raise hid it.')).toEqual([])
})

const onlyTalked: [question: string, said: string[]][] = [
  [
    'sudden-500s',
    [
      'I set up a call about the connections.',
      'I disable notifications in the fraud channel.',
      'I turn my attention to the fraud check.',
      'I add logging to the service.',
      'I pull the flag owner into the call.',
      'I bring up the release in the channel.',
      'I increase the log level for the pool.',
      'I use the time to read about the flag.',
      'I bounce the idea of a new release off a colleague.',
      'I set the time range to one hundred minutes.',
      'I double-check the pods on the dashboard.',
      'I go back to the release and look at its diff.',
      'Let me go back to the release at 14:02.',
      'I undo the flag.',
      'I put back the question of the release.',
      'I use the flag dashboard.',
      'I take the fraud check out of suspicion.',
      'I remove the suspicion that the fraud check is down.',
      'I set the alert on the pool to ninety percent.',
      'I raise the pool as a theory.',
      'I ask for approval to roll back.',
      'Usually we restart the pods in such a case.',
      'Do I have permission to roll back',
      'okay to roll back',
      'Okay to restart the pods',
      'I hate to restart the pods.',
      'I hold off with the rollback.',
      'I hold off rolling back.',
      'I wait with the rollback.',
      'I wait with rolling back.',
      'My plan would be to roll back.',
      'I think my plan would be to roll back.',
      'I see pods restart.',
      'I see pods restart all the time.',
      'I see three ways out: roll back, switch off the fraud check, or restart.',
      'Three ways out: roll back, switch off the fraud check, or restart.',
      'rollback?',
      'No rollback.',
      'Rollback time.',
      'Roll back: four minutes.',
      'I add the pods to my list of suspects.',
      'I pull the flag history.',
      'I double the time range on the dashboard for the instances.',
      'We go back to the question of release 412.',
      'I set the filter to connections only.',
      'I kick off a discussion about the service.',
      'I check the restart count of all pods.',
      'I remove fraud from the graph.',
      'Normally I restart the instances first.',
      'I need approval for switching off the fraud check.',
      'I take a look at the rollback.',
      'I bring up the instances in the dashboard.',
      'I add that the service was fine at 14:00.',
    ],
  ],
  [
    'thundering-herd',
    [
      'I start by asking what warms the cache.',
      'I drop a message to the gateway team.',
      'I switch to the CDN metrics.',
      'I cancel my meeting about queries.',
      'I fill in the team about the pages.',
      'I use explain on the script.',
      'I use a copy of the logs.',
      'I limit my search to connections.',
      'I turn to the gateway and look at its rate.',
      'I stop looking at queries.',
      'I run through the script in my head.',
      'I start with the question of what the script does.',
      'I drop the theory that it is traffic.',
      'I use the CDN dashboard.',
      'I stop at the queries for a moment.',
      'I slow down and think about the connections.',
      'I kill some time with reading queries.',
      'Let me turn to the share of requests that fail.',
      'I block out the noise from the traffic graph.',
    ],
  ],
  [
    'bad-deploy',
    [
      'I freeze the list of affected mails.',
      'I put together a mail to customers.',
      'I restore order in the whole team.',
      'I divide the work among us: yen to me.',
      'I mask my worry about the currencies.',
      'I hold a call with billing about the mails.',
      'I run a query for the correction of rows.',
      'I start by looking at the update script.',
      'I restore in my mind the whole timeline.',
      'I fix my eyes on the yen rows.',
      'I put the mails on my list.',
      'I hold a meeting on the debit run.',
      'I start reading the update script.',
      'I correct myself on the yen amount.',
      'I update the ticket with the amounts.',
      'I hold that the mails are the worst of it.',
      'I hide nothing from support and tell them which invoices.',
    ],
  ],
  [
    'queue-backlog',
    [
      'I move the conversation to orders.',
      'I pull a sample of the messages.',
      'I set the messages against the deploy times.',
      'I move on to the messages in the queue.',
      'I put the question of the orders aside.',
      'I close the topic of the country.',
      'I move to the topic of orders.',
      'I pull up the messages in the viewer.',
      'I add a graph of the workers.',
      'I close my notes on the country.',
      'Typically we restart the workers.',
      'I raise the memory question with the team.',
    ],
  ],
  [
    'poisoned-cache',
    [
      'I take the rule and read it line by line.',
      'I end the meeting with customers.',
      'I go back to the rule and read it.',
      'I clear up the question of the cache with the web team.',
      'I end my look at the cookies.',
    ],
  ],
  [
    'expired-certificate',
    [
      'I take out my notes on the three machines.',
      'I take from this that the certificate is old.',
      'I get a list of certificates.',
    ],
  ],
  ['memory-leak', ['I take a look at the heap dump.', 'I use the config dashboard to see the cache.']],
  ['database-cpu', ['I start looking at the analyze job.']],
  ['expired-certificate', ['I request the certificate details with openssl.']],
  ['memory-leak', ['I change the config of my shell.']],
  ['database-cpu', ['I set a timer for the timeout.', 'I run through the analysis again.']],
  ['latency-after-release', ['I stop by the backup team.', 'I revert to my question of before.']],
  ['post-mortem', ['I set the discount question aside.']],
]

describe.each(onlyTalked)('in %s, what is looked at, talked about, or weighed takes no step', (question, said) => {
  test.each(said)('%s', (one) => {
    expect(stepsOf(question, one)).toEqual([])
  })
})

test.each([
  ['sudden-500s', 'roll-back', 'Roll back the release please.'],
  ['sudden-500s', 'roll-back', 'I revert release 412 and watch the errors.'],
  ['sudden-500s', 'roll-back', 'We undo the deploy.'],
  ['sudden-500s', 'roll-back', 'I go back to the previous version now.'],
  ['sudden-500s', 'roll-back', 'Rollback!'],
  ['sudden-500s', 'fraud-flag', 'I use the flag to let orders through.'],
  ['sudden-500s', 'fraud-flag', 'I take the fraud check out of the order path.'],
  ['sudden-500s', 'fraud-flag', 'Turn off fraud.'],
  ['sudden-500s', 'fraud-flag', 'I set the flag and tell the fraud team.'],
  ['sudden-500s', 'restart', 'I restart one pod to see if its pool frees up.'],
  ['sudden-500s', 'raise-pool', 'I raise the pool to forty.'],
  ['sudden-500s', 'raise-pool', 'I set the pool size to 40.'],
  ['sudden-500s', 'scale-out', 'I double the pods.'],
  ['sudden-500s', 'scale-out', 'Add six instances.'],
  ['thundering-herd', 'shed', 'I turn away ninety percent of the requests at the gateway.'],
  ['thundering-herd', 'shed', 'I turn nine of ten requests away.'],
  ['thundering-herd', 'shed', "Let's shed load at the gateway."],
  ['thundering-herd', 'shed', 'I limit the rate at the gateway to two thousand.'],
  ['thundering-herd', 'serve-stale', 'I switch the CDN to stale copies.'],
  ['thundering-herd', 'serve-stale', 'We serve stale pages from the delivery network.'],
  ['thundering-herd', 'limit-sockets', 'I limit new sockets to fifty a second.'],
  ['thundering-herd', 'cancel-queries', 'I kill all running queries.'],
  ['thundering-herd', 'warm-early', 'I run the script.'],
  ['bad-deploy', 'hold-run-and-mails', 'I hold the mails.'],
  ['bad-deploy', 'hold-run-and-mails', 'Please stop the noon debit run and the mails.'],
  ['bad-deploy', 'hide-invoices', 'I turn the flag on for the yen and dinar invoices and hide them.'],
  ['bad-deploy', 'roll-back-code', 'I roll back to 50.'],
  ['bad-deploy', 'restore-beside', 'I restore the backup into a second database.'],
  ['bad-deploy', 'repair-rows', 'I run the correction script on the untouched yen rows.'],
  ['queue-backlog', 'park-messages', 'I move the 38 messages to a side queue.'],
  ['queue-backlog', 'park-messages', 'I put the poison messages aside.'],
  ['queue-backlog', 'close-country', 'I close the new country for orders.'],
  ['queue-backlog', 'scale-workers', 'I add twenty workers.'],
  ['queue-backlog', 'restart-workers', 'Restart all workers.'],
  ['poisoned-cache', 'rule-back', 'I undo the CDN rule.'],
  ['poisoned-cache', 'sessions-out', 'I invalidate all sessions.'],
  ['expired-certificate', 'take-out', 'I take the three out of the pool.'],
  ['expired-certificate', 'reload-proxies', 'Reload nginx on 2, 5 and 7.'],
  ['memory-leak', 'take-dumps', 'I take a heap dump of one instance.'],
  ['database-cpu', 'analyze', 'I run analyze on the offers table.'],
  ['sudden-500s', 'roll-back', 'rollback'],
  ['sudden-500s', 'roll-back', 'ROLLBACK'],
  ['sudden-500s', 'roll-back', 'roll back.'],
  ['sudden-500s', 'roll-back', 'Ok, rollback.'],
  ['sudden-500s', 'scale-out', 'Add capacity: twelve instances.'],
  ['sudden-500s', 'fraud-flag', "I'd switch off the call to the fraud check with the flag."],
  ['sudden-500s', 'fraud-flag', 'We enable the feature flag now and I inform the fraud team.'],
  ['sudden-500s', 'restart', 'I restart two of the six instances in zone A.'],
  ['sudden-500s', 'raise-pool', 'I raise the maximum number of connections per instance to 40.'],
  ['sudden-500s', 'scale-out', 'Let me scale the order service from six to twelve instances.'],
  ['sudden-500s', 'roll-back', 'My call: we roll back 412, I look into the cause later.'],
  ['sudden-500s', 'roll-back', 'I see the connection errors started after the release, so I roll it back.'],
  ['sudden-500s', 'roll-back', 'I have looked at enough, I roll back now.'],
  ['sudden-500s', 'roll-back', 'Okay, I go ahead with rolling back the deployment.'],
  ['thundering-herd', 'shed', 'I let the gateway reject eighty percent of all requests.'],
  ['thundering-herd', 'shed', 'I throttle traffic at the gateway down to ten percent.'],
  ['thundering-herd', 'shed', 'Drop half of the requests.'],
  ['thundering-herd', 'serve-stale', "I'd turn on stale pages at the CDN for everyone not logged in."],
  ['thundering-herd', 'limit-sockets', 'I throttle the reconnects of the ticker.'],
  ['thundering-herd', 'warm', 'Now I warm the cache with the script.'],
  ['thundering-herd', 'restart-cache', 'I restart the cache with the old patch.'],
  ['bad-deploy', 'hold-run-and-mails', 'I ask billing to stop the run at noon.'],
  ['bad-deploy', 'hide-invoices', 'I hide all invoices in yen and dinar.'],
  ['bad-deploy', 'restore-beside', 'I restore the backup of 09:59 next to the live one.'],
  ['bad-deploy', 'repair-rows', 'I multiply nothing, I correct the amounts of the yen invoices.'],
  ['bad-deploy', 'repair-rows', 'I divide the amount of every untouched yen row by a hundred.'],
  ['queue-backlog', 'park-messages', 'I move all messages of the new country into a parking queue.'],
  ['queue-backlog', 'close-country', 'I switch the country off in the settings.'],
  ['queue-backlog', 'scale-workers', 'I scale the workers to forty.'],
  ['queue-backlog', 'more-memory', 'I give each worker more memory.'],
  ['poisoned-cache', 'rule-back', 'I ask the web team to put the old rule back.'],
  ['poisoned-cache', 'purge-early', 'I purge everything in the CDN.'],
  ['poisoned-cache', 'sessions-out', 'I log out all users.'],
  ['expired-certificate', 'take-out', 'I pull 2, 5 and 7 from the load balancer.'],
  ['expired-certificate', 'reload-proxies', 'I run a reload on each of the three.'],
  ['memory-leak', 'cache-off', 'I turn off the cache for permissions.'],
  ['memory-leak', 'restart-staggered', 'I restart them one by one, half an hour apart.'],
  ['memory-leak', 'take-dumps', 'I take two heap dumps an hour apart from one instance.'],
  ['database-cpu', 'analyze', 'I refresh the statistics of the offers table.'],
  ['database-cpu', 'cached-search', "I switch the search to yesterday's cached results."],
  ['database-cpu', 'kill-report', "I kill the analyst's report."],
  ['latency-after-release', 'stop-backup', 'I pause the backup.'],
  ['latency-after-release', 'roll-back', 'I revert the release of this morning.'],
  ['post-mortem', 'flag-off', 'I turn the group discount flag off.'],
])('in %s, %s is taken by a deed next to its object: "%s"', (question, step, said) => {
  expect(stepsOf(question, said)).toContain(step)
})

test.each([
  ['I do not roll back, I first look at the logs.', ['roll-back']],
  ['Rolling back is for later; I restart nothing yet, and I look at the logs.', ['roll-back']],
  ['Could we roll back?', ['roll-back']],
  ['I first look at the logs of the last release.', []],
])('steps are spoken of, taken or not: %s', (said, expected) => {
  const steps = content.questions.find(({ id }) => id === 'sudden-500s')?.guide.steps ?? []
  expect(stepsNamedIn(said, { steps, lexicon: content.lexicon })).toEqual(expected)
})
