import { describe, expect, test } from 'vitest'
import { stepsOf } from './steps-of.ts'

/** In the words of a shell or of a hurry. */
const typed: [question: string, step: string, ways: string[]][] = [
  [
    'bad-deploy',
    'hide-invoices',
    [
      'Put the affected invoices behind a flag so nobody sees them.',
      'Turn on the flag that hides invoices for JPY and KWD.',
      'Disable the invoice page for yen and dinars.',
    ],
  ],
  ['bad-deploy', 'roll-back-code', ['Deploy release 50 again.', 'Redeploy release 50.', 'I go back to the last good version.']],
  [
    'bad-deploy',
    'restore-over',
    [
      'Restore the database to 09:59.',
      'Do a point-in-time restore of production to just before ten.',
      'Roll the database back to the snapshot of 9:59.',
    ],
  ],
  [
    'bad-deploy',
    'restore-beside',
    [
      'Spin up a copy of the database from the 9:59 backup.',
      'Do a point-in-time restore to a new instance.',
      'Bring up a clone of the db as of 9:59 from backup.',
    ],
  ],
  [
    'bad-deploy',
    'repair-from-copy',
    [
      'Fix the dinar rows with the values from the restored copy.',
      'Backfill amount_minor from the restored database.',
      'Run an update that joins the restored table and sets the right amounts.',
    ],
  ],
  [
    'bad-deploy',
    'repair-rows',
    [
      'I repair the data forward: yen divided by 100.',
      'Apply the fix to all yen rows created before ten.',
      'Execute the repair script now.',
    ],
  ],
  ['database-cpu', 'analyze', ['Kick off a manual analyze.', 'Gather fresh statistics.', "I'd recompute the table stats."]],
  [
    'database-cpu',
    'cancel-queries',
    ['pg_cancel_backend on all the search queries.', "Let's kill those backends.", 'Terminate the stuck connections.'],
  ],
  [
    'database-cpu',
    'cached-search',
    ["I'd switch search to cached results.", 'Serve search from the cache.', "I'd put search on yesterday's data."],
  ],
  [
    'database-cpu',
    'statement-timeout',
    ['I cap the query time with a statement timeout.', 'Limit the queries to 5 seconds.', "I'd enforce a statement timeout."],
  ],
  ['database-cpu', 'kill-report', ['Terminate the reporting session.', "Let's abort the report."]],
  ['database-cpu', 'restart-database', ['Failover now.', 'I restart the primary.', 'Trigger a failover.']],
  [
    'database-cpu',
    'bigger-machine',
    ['Double the cores.', "Let's give the database more CPU.", "I'd scale the database vertically."],
  ],
  [
    'expired-certificate',
    'reload-proxies',
    ['Send a SIGHUP to nginx on the three nodes.', 'kill -HUP the nginx master on 2, 5 and 7.'],
  ],
  [
    'expired-certificate',
    'take-out',
    ['Mark the three as unhealthy.', 'Set the weight of the three to zero.', 'Eject proxies 2, 5 and 7 from the pool.'],
  ],
  ['expired-certificate', 'renew-again', ['Run certbot renew.', 'Force a renewal now.', 'certbot renew --force-renewal.']],
  ['latency-after-release', 'roll-back', ['Go back to the last good release.', 'Switch back to the previous image.']],
  ['latency-after-release', 'raise-pool', ['Set pool size to 40.', 'Make the pool bigger.', 'Set maxPoolSize=40.']],
  [
    'latency-after-release',
    'scale-out',
    ['kubectl scale --replicas=12.', 'Increase the replica count to 12.', 'Bump replicas to twelve.'],
  ],
  ['latency-after-release', 'restart', ['kubectl rollout restart deployment/search.', 'Kill the pods one by one.']],
  ['latency-after-release', 'stop-backup', ['Terminate the backup.', 'I stop pg_dump on the replica.']],
  ['memory-leak', 'cache-off', ['Set permissionCache.enabled=false.']],
  ['memory-leak', 'roll-back', ["I'd redeploy 87.", 'Deploy 87 again.', 'Switch back to the previous release.']],
  [
    'memory-leak',
    'take-dumps',
    ["I'd grab two heap dumps half an hour apart.", 'Capture a heap snapshot.', 'I do a heap dump and compare.'],
  ],
  ['memory-leak', 'restart-staggered', ['kubectl rollout restart.', "Let's restart one instance every few minutes."]],
  ['memory-leak', 'restart-all', ['Kill all pods.']],
  ['memory-leak', 'raise-limit', ['Set -Xmx4g.', 'Add more RAM.']],
  ['memory-leak', 'scale-out', ['Scale out to 12.', 'kubectl scale --replicas=12.', 'Increase the replica count.']],
  ['poisoned-cache', 'purge', ['Invalidate the CDN cache.', "Let's do a full purge.", 'Run a purge for /account/*.']],
  ['poisoned-cache', 'sessions-out', ['Log everybody out.', 'Force everyone to log in again.', 'Rotate the session secret.']],
  [
    'post-mortem',
    'scale-pricing',
    ['kubectl scale deployment pricing --replicas=8.', 'Scale pricing.', 'Increase the number of pricing replicas.'],
  ],
  ['post-mortem', 'raise-timeout', ["Let's extend the timeout.", 'Make the timeout longer.', 'Up the timeout to 10s.']],
  ['post-mortem', 'restart-pricing', ['Kill the pricing pods.']],
  [
    'queue-backlog',
    'park-messages',
    ['Shovel the 38 into a side queue.', 'DLQ the poison messages.', 'Remove the 38 messages from the queue.'],
  ],
  ['queue-backlog', 'close-country', ['Take the new country offline.', 'Flip the country setting off.']],
  [
    'queue-backlog',
    'limit-deliveries',
    ['Configure a dead letter queue.', 'Add a DLQ after five attempts.', 'Turn on dead-lettering after 5 tries.'],
  ],
  [
    'queue-backlog',
    'resets-first',
    [
      'Split the password resets into a second queue.',
      "Let's process password resets first.",
      'Send resets through a dedicated queue.',
    ],
  ],
  ['queue-backlog', 'scale-workers', ['kubectl scale --replicas=40.', 'Scale up to 16.', 'Go to sixteen.']],
  ['queue-backlog', 'more-memory', ["Let's up the memory.", 'Add more RAM.', 'Raise the pod limits to 4Gi.']],
  ['queue-backlog', 'restart-workers', ["I'd do a rolling restart.", 'Kill the worker pods.']],
  ['sudden-500s', 'roll-back', ['Redeploy 411.', 'Go back to the last good version.', 'helm rollback orders.']],
  ['sudden-500s', 'restart', ['kubectl rollout restart deployment/orders.', 'Kill the pods one by one.']],
  ['sudden-500s', 'raise-pool', ['Set pool size to 40.', 'Make the pool bigger.', 'Set maxPoolSize=40.']],
  ['sudden-500s', 'scale-out', ['kubectl scale --replicas=12.', 'Increase the replica count to 12.', 'Bump replicas to twelve.']],
  [
    'thundering-herd',
    'shed',
    [
      'Set the gateway to let through one in ten.',
      'Enable load shedding.',
      'Return 503 for most of the requests at the gateway.',
    ],
  ],
  ['thundering-herd', 'serve-stale', ['Flip the switch to serve stale.']],
  [
    'thundering-herd',
    'limit-sockets',
    ['Turn off the live ticker.', 'Disable the ticker sockets.', 'Drop the socket connections.'],
  ],
  ['thundering-herd', 'warm', ['Kick off the warmup.']],
  [
    'thundering-herd',
    'scale-api',
    ['kubectl scale deployment api --replicas=24.', 'Increase the replica count.', 'Bump the API replicas.'],
  ],
  [
    'thundering-herd',
    'cancel-queries',
    ['pg_terminate_backend the long runners.', 'Kill the long-running statements.', 'Kill all backends older than 30 seconds.'],
  ],
]

describe.each(typed)('in %s, %s', (question, step, ways) => {
  test.each(ways)('is taken by "%s"', (way) => {
    expect(stepsOf(question, way)).toContain(step)
  })
})

const onlyTalked: [question: string, said: string[]][] = [
  [
    'bad-deploy',
    [
      'I set the yen invoices against the flag.',
      'I run the update past the team.',
      'I run a query against the backup.',
      'I load the invoice page.',
    ],
  ],
  [
    'database-cpu',
    [
      'I get a bigger picture of the machine.',
      'I take a larger view on the machine.',
      'I limit myself to the queries of the last ten seconds.',
    ],
  ],
  ['expired-certificate', ['I mark the machines that are down.', 'I start with the renewal log.']],
  [
    'latency-after-release',
    [
      'I switch back to the previous tab.',
      'I go back to the last good graph.',
      'I raise the number of replicas as a question.',
      'I scale the graph to 40.',
    ],
  ],
  ['memory-leak', ['I give the team more memory numbers.', 'I set the number of instances against the memory.']],
  ['poisoned-cache', ['I drop everything and look at the cache.', 'I start with a purge as a question.']],
  ['post-mortem', ['I give pricing more thought.', 'I make the timeout a topic.', 'I scale pricing down in importance.']],
  [
    'queue-backlog',
    [
      'I run twenty queries.',
      'I run through 40 messages.',
      'I add delivery limits to the list of actions.',
      'I go to forty percent in the graph.',
    ],
  ],
  ['sudden-500s', ['I raise the instance count as a topic.', 'I kill the pods theory.']],
  [
    'thundering-herd',
    ['I start by drawing the shedding curve.', 'I let only the lead speak through.', 'I kill the long running call.'],
  ],
]

describe.each(onlyTalked)('in %s, the same words about something else take no step', (question, said) => {
  test.each(said)('%s', (one) => {
    expect(stepsOf(question, one)).toEqual([])
  })
})

test.each([
  ['bad-deploy', 'restore-over', "I'd restore the 09:59 snapshot next to production."],
  ['queue-backlog', 'more-memory', "I'd set the redelivery limit to 5."],
  ['expired-certificate', 'take-out', 'Get a fresh certificate from the CA.'],
  ['memory-leak', 'restart-all', 'Restart them one by one.'],
  ['database-cpu', 'cancel-queries', "I'd cancel the analyst's query."],
])('in %s, %s is not taken by "%s"', (question, step, said) => {
  expect(stepsOf(question, said)).not.toContain(step)
})
