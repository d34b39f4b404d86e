import { expect, test } from 'vitest'
import { recogniseFacts } from '#src/evidence/recognise-facts.ts'
import { shippedLexicon, shippedQuestion } from '../support/content-files.ts'

const shown: [question: string, fact: string, names: string[]][] = [
  ['sudden-500s', 'pool', ['the pool', 'the connection pool']],
  ['sudden-500s', 'database', ['the database', 'the db']],
  ['sudden-500s', 'latency', ['the p99', 'the latency']],
  ['thundering-herd', 'hit-rate', ['the hit rate']],
  ['thundering-herd', 'database', ['the database', 'the db']],
  ['thundering-herd', 'traffic', ['the traffic']],
]
const plainly = [
  (name: string) => `How is ${name} now?`,
  (name: string) => `Is ${name} ok?`,
  (name: string) => `And ${name}?`,
  (name: string) => `what is ${name}`,
  (name: string) => `${name.replace('the ', '')} now?`,
]

test.each(shown.flatMap(([question, fact, names]) => names.flatMap((name) => plainly.map((ask) => [question, ask(name), fact]))))(
  'in %s, "%s" asks for %s',
  (question, said, fact) => {
    const { facts } = shippedQuestion('incident', question).guide
    expect(recogniseFacts(said, facts, shippedLexicon())).toContain(fact)
  },
)

test.each(['Is the depth falling?', 'Does the backlog still rise?', 'Is the queue length going down?'])(
  'in queue-backlog, "%s" asks for length',
  (said) => {
    const { facts } = shippedQuestion('incident', 'queue-backlog').guide
    expect(recogniseFacts(said, facts, shippedLexicon())).toContain('length')
  },
)
