import { describe, expect, test } from 'vitest'
import type { ProbeKind } from '#src/domain/rubric.ts'
import type { TrackId } from '#src/domain/track.ts'
import type { Artifact } from '#src/domain/turn.ts'
import { answerSignals } from '#src/evidence/answer-signals.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const sql: Artifact = { id: 'a1', kind: 'sql', text: 'select id from parcels' }
const result: Artifact = { id: 'a2', kind: 'sql-result', text: 'id 1' }

function kindsOf(
  text: string,
  over: { track?: TrackId; earlier?: string[]; pushed?: boolean; artifacts?: Artifact[] } = {},
): ProbeKind[] {
  const { track = 'system-design', earlier = [], pushed = false, artifacts = [] } = over
  return answerSignals({ text, artifacts, earlier, pushed, track, lexicon }).map(({ kind }) => kind)
}

interface Row {
  kind: ProbeKind
  fires: string
  nearMiss: string
  track?: TrackId
}

const rows: Row[] = [
  {
    kind: 'resume-claim',
    fires: 'I have worked with Kafka for years.',
    nearMiss: 'I have worked with Kafka, and it broke when a topic had one partition.',
  },
  {
    kind: 'clarify',
    fires: 'Some kind of service picks the parcels up.',
    nearMiss: 'A sorting service picks the parcels up.',
  },
  {
    kind: 'specify',
    fires: 'The page has to be very fast for everybody.',
    nearMiss: 'The page has to be very fast, 200 ms at the most.',
  },
  {
    kind: 'specify',
    fires: 'There are a lot of requests in the evening.',
    nearMiss: 'There are a lot of requests in the evening, about 4,000 per second.',
  },
  { kind: 'deepen', fires: 'I would use Kafka.', nearMiss: 'I would use Kafka, so that scanners never wait for the database.' },
  { kind: 'deepen', fires: 'Conflicts are resolved.', nearMiss: 'Conflicts are resolved by the later scan time.' },
  {
    kind: 'justify',
    fires: 'I choose Postgres.',
    nearMiss: 'I choose Postgres because the rows are related.',
  },
  {
    kind: 'decide',
    fires: 'There are two options, a push to the phone or an alternative by polling.',
    nearMiss: 'There are two options, a push to the phone or polling; I would go with polling.',
  },
  {
    kind: 'counterfactual',
    fires: 'I choose one row per scan because history matters, at the cost of more storage.',
    nearMiss: 'I choose one row per scan because history matters.',
  },
  {
    kind: 'failure',
    fires: 'I would put a queue behind the gateway.',
    nearMiss: 'I would put a queue behind the gateway; when the database is down the scans wait there.',
  },
  {
    kind: 'operate',
    fires: 'I would put a queue behind the gateway.',
    nearMiss: 'I would put a queue behind the gateway and alert on the age of its oldest entry.',
  },
  {
    kind: 'ownership',
    track: 'behavioral',
    fires: 'We rewrote the job. We moved the data. We stopped the old server.',
    nearMiss: 'I rewrote the job. We moved the data. I stopped the old server.',
  },
  {
    kind: 'metrics',
    track: 'behavioral',
    fires: 'After that the page was much faster.',
    nearMiss: 'After that the page was much faster, 300 ms where it had been 2 seconds.',
  },
  {
    kind: 'alternative',
    track: 'behavioral',
    fires: 'I decided to split the job.',
    nearMiss: 'I decided to split the job rather than to buy a larger server.',
  },
  {
    kind: 'conflict',
    track: 'behavioral',
    fires: 'Another developer owned that part.',
    nearMiss: 'Another developer owned that part, and he was afraid of the extra work.',
  },
  {
    kind: 'reflection',
    track: 'behavioral',
    fires: 'It went live in May.',
    nearMiss: 'It went live in May. Next time I would ask the depot first.',
  },
  {
    kind: 'theory-to-event',
    track: 'behavioral',
    fires: 'I usually talk to everybody first. It is important to listen.',
    nearMiss: 'I usually talk to everybody first. In May I asked the depot.',
  },
]

describe('a follow-up is called for', () => {
  test.each(rows)('$kind by "$fires", not by "$nearMiss"', ({ kind, fires, nearMiss, track = 'system-design' }) => {
    expect(kindsOf(fires, { track })).toContain(kind)
    expect(kindsOf(nearMiss, { track })).not.toContain(kind)
  })

  test('into the edges of code and queries, not into what a database answered', () => {
    expect(kindsOf('Here it is.', { track: 'sql', artifacts: [sql] })).toEqual(['edge-case'])
    expect(kindsOf('Here it is.', { track: 'sql', artifacts: [result] })).toEqual([])
  })

  test('of a story only in a story', () => {
    expect(kindsOf('It went live in May.', { track: 'system-design' })).not.toContain('reflection')
  })

  test('after the own part by the first of what "we" did, and no more once "I" did something', () => {
    const text = 'We rewrote the job. We moved the data. We stopped the old server.'
    const of = (earlier: string[]) =>
      answerSignals({ text, artifacts: [], earlier, pushed: false, track: 'behavioral', lexicon }).find(
        ({ kind }) => kind === 'ownership',
      )
    expect(of(['We drew a plan.'])?.sentence).toBe('We rewrote the job')
    expect(of(['I wrote the comparison.'])).toBeUndefined()
  })

  test('never by what the candidate asks', () => {
    expect(kindsOf('Does the page have to be very fast?')).toEqual([])
  })

  test('not for what an earlier answer told', () => {
    const earlier = ['When the database is down, the scans wait in the gateway.']
    expect(kindsOf('I would put a queue behind the gateway.', { earlier })).not.toContain('failure')
  })

  test('with the sentence that calls for it, verbatim', () => {
    const text = 'Scans come in. I would use Kafka. Is that fine?'
    expect(answerSignals({ text, artifacts: [], earlier: [], pushed: false, track: 'sql', lexicon })).toEqual([
      { kind: 'deepen', sentence: 'I would use Kafka' },
      { kind: 'justify', sentence: 'I would use Kafka' },
    ])
  })
})

describe('running out of what one knows', () => {
  const exact =
    'Two million parcels a day are 23 scans per second, 80 at peak. A scan is 200 bytes, so 400 megabytes a day and 150 gigabytes a year. ' +
    'One database holds that, with 3 replicas for the 500 reads per second of customers who look at a page.'
  const vague =
    'For the giant senders a robust and scalable partitioning strategy is key, with the proper alignment of the various components, and in ' +
    'general we ensure resilience by best practices of modern, cloud native architecture, which is the essential principle for flexibility.'
  const hedged =
    'I think the partitions are maybe split by sender, probably, I guess, and the large one is perhaps in a place of its own, kind of, but I am ' +
    'not sure, it might be that the scans of it are more or less in one place, and I suppose that is slow then, basically.'

  test('makes figures and mechanisms worth asking for when an answer to a probe is more abstract', () => {
    expect(kindsOf(vague, { earlier: [exact], pushed: true })).toEqual(expect.arrayContaining(['specify', 'deepen']))
    expect(kindsOf(exact, { earlier: [exact], pushed: true })).toEqual(expect.not.arrayContaining(['specify', 'deepen']))
  })

  test('shows in hedges that rise when pushed', () => {
    expect(kindsOf(hedged, { earlier: [exact], pushed: true })).toContain('deepen')
    expect(kindsOf(hedged, { earlier: [hedged], pushed: true })).not.toContain('deepen')
  })

  test('is not looked for in a first answer', () => {
    expect(kindsOf(vague, { pushed: true })).not.toContain('deepen')
  })
})
