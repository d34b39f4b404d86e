import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import type { Guide } from '#src/domain/guide.ts'
import { guideSchema } from '#src/domain/guide.ts'
import { type HeldContent, heldContentSchema, type Interview, type ScheduledPhase } from '#src/domain/interview.ts'
import { lexiconSchema } from '#src/domain/lexicon.ts'
import { mannerLinesSchema } from '#src/domain/manner-lines.ts'
import type { Move } from '#src/domain/move.ts'
import { phrasesSchema } from '#src/domain/phrases.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { TurnNotes } from '#src/domain/turn-notes.ts'
import type { Cue, Interviewer, SpeakEvent, SpeakRequest } from '#src/interviewer/interviewer.ts'

const read = (path: string): unknown => load(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))
export const phrases = phrasesSchema.parse(read('rubrics/phrases.yaml'))
export const manner = mannerLinesSchema.parse(read('prompts/manner.yaml'))
export const lexicon = lexiconSchema.parse(read('rubrics/lexicon.yaml'))

type PointOver = Partial<Guide['keyPoints'][number]> & Pick<Guide['keyPoints'][number], 'id' | 'shows' | 'probes'>
const point = (over: PointOver): Guide['keyPoints'][number] => ({
  criterion: 'depth',
  phase: 'deep-dives',
  level: 'mid',
  weight: 'must',
  point: `Explains ${over.id} in a way that holds.`,
  why: 'It decides whether the system works.',
  ...over,
})

/** A parcel tracker: small, and unlike any question of the bank. */
export const parcelGuide: Guide = guideSchema.parse({
  version: 1,
  facts: [
    { id: 'parcels', asked: ['how many + parcel* | package* | users'], fact: 'Two million parcels a day.' },
    { id: 'scans', asked: ['how often | how many + scan*'], fact: 'About ten scans for each parcel.' },
    { id: 'delay', asked: ['how fresh | delay | real time | latency'], fact: 'A scan must be visible within five seconds.' },
    {
      id: 'retention',
      asked: ['how long + keep | store* | retention'],
      fact: 'Keep everything for two years, after that only the final state of a parcel and the day on which it was handed over.',
    },
  ],
  keyPoints: [
    point({
      id: 'names-goals',
      criterion: 'framing',
      phase: 'requirements',
      point: 'Puts figures on how fresh and how available tracking has to be.',
      shows: ['# | seconds | second + fresh | visible | late | latency | delay'],
      partly: ['fresh | fast | latency'],
      probes: [
        { kind: 'specify', ask: 'How fresh must what a customer sees be, in figures?' },
        { kind: 'justify', ask: 'What happens to somebody when it is later than that?' },
      ],
    }),
    point({
      id: 'leaves-out',
      criterion: 'framing',
      phase: 'requirements',
      weight: 'should',
      point: 'Says which part of tracking is deliberately left aside.',
      shows: ['leave out | out of scope | not build'],
      probes: [{ kind: 'decide', ask: 'What will you not build in this round?' }],
    }),
    point({
      id: 'append-scans',
      point: 'Appends immutable scan events rather than overwriting one status column.',
      shows: ['append* | event* | immutable + scan* | row* | log | history'],
      partly: ['status column | overwrite*'],
      probes: [
        { kind: 'deepen', ask: 'What is written when a scanner reads a parcel?' },
        { kind: 'clarify', ask: 'When you say {quote}, what ends up on disk?' },
      ],
    }),
    point({
      id: 'late-scans',
      point: 'Orders scans by when they happened, since offline scanners upload hours afterwards.',
      shows: ['order* | sort* + scan time | happened | event time | timestamp'],
      probes: [{ kind: 'edge-case', ask: 'A scanner was offline for two hours. What does the customer see?' }],
    }),
    point({
      id: 'survives-loss',
      criterion: 'reliability',
      weight: 'should',
      point: 'Keeps scans in a durable queue while the database is unreachable.',
      shows: ['queue | buffer* | kafka + durable | down | retry | until | unreachable'],
      probes: [{ kind: 'failure', ask: 'The database does not answer for a minute. Where are the scans?' }],
    }),
    point({
      id: 'hot-senders',
      criterion: 'depth',
      level: 'lead',
      weight: 'bonus',
      point: 'Splits a giant sender across partitions by adding a suffix.',
      shows: ['partition* | shard* + suffix | salt* | bucket*'],
      probes: [{ kind: 'scale-up', ask: 'One sender ships a third of all parcels. What does that do to your partitions?' }],
    }),
  ],
  hints: [
    {
      phase: 'requirements',
      aims: ['names-goals'],
      category: 'There is a goal that you have named without a number.',
      constraint: 'Imagine a customer standing at the door, looking at the phone.',
      choice: 'Would a minute be fine for them, or would it not?',
      point: 'Five seconds is the figure to design for.',
    },
    {
      phase: 'deep-dives',
      aims: ['append-scans', 'late-scans'],
      category: 'Think of what happened before the last scan.',
      constraint: 'Imagine two scans of one parcel that arrive in the wrong order.',
      choice: 'Would you keep one row for each parcel, or one for each scan?',
      point: 'Keep one row for each scan, ordered by the time on the scanner.',
    },
  ],
  changedRequirements: [
    {
      id: 'customs',
      when: ['customs'],
      feeds: ['late-scans'],
      say: 'I am changing something: customs may correct a scan a week later. What changes?',
    },
    {
      id: 'live-map',
      feeds: ['survives-loss', 'append-scans'],
      say: 'I am changing something: vans now send a position each second, for a live map. What changes in your design?',
    },
  ],
  misconceptions: [
    {
      id: 'clocks-agree',
      criterion: 'depth',
      central: true,
      says: ['scanner* | clock* + always + same | agree | synchron* | exact'],
      truth: 'Clocks of hand-held devices drift by minutes.',
      challenge: 'What would two scanners show if you laid them side by side for a month?',
    },
  ],
})

const criterion = (id: string, weight: number, must = false) => ({
  id,
  title: id,
  weight,
  must,
  means: `What ${id} means.`,
  anchors: { 1: 'a', 2: 'b', 3: 'c', 4: 'd' },
  checks: ([2, 3, 4] as const).map((rating) => ({
    id: `${id}-${rating}`,
    rating,
    check: `Shows ${id} well enough for ${rating}.`,
    shows: [`never said ${id.replace('-', ' ')} ${['', '', 'two', 'three', 'four'][rating]}`],
  })),
})

const designPhases = [
  { id: 'intro', title: 'Introduction', role: 'intro', feeds: [], openers: [] },
  {
    id: 'requirements',
    title: 'Requirements',
    role: 'work',
    feeds: ['framing', 'judgement'],
    openers: ['We start with requirements, about {minutes} minutes. What must this be good at?'],
  },
  {
    id: 'deep-dives',
    title: 'Deep dives',
    called: ['details', 'data model', 'API'],
    role: 'work',
    feeds: ['depth', 'reliability', 'judgement'],
    openers: ['Now the details, about {minutes} minutes. Which part would you take apart first?'],
  },
  {
    id: 'wrap-up',
    title: 'Wrap-up',
    role: 'wrap-up',
    feeds: [],
    openers: ['The last {minutes} minutes are yours: what would you like to ask me?'],
  },
]

const minutesOf: Record<string, number> = { intro: 2, requirements: 8, 'deep-dives': 25, 'wrap-up': 5 }

export const designContent: HeldContent = heldContentSchema.parse({
  rubric: {
    id: 'system-design',
    version: 1,
    title: 'System design',
    about: 'A round.',
    phases: designPhases,
    plans: [{ minutes: 40, questions: 1, phases: designPhases.map(({ id }) => ({ phase: id, minutes: minutesOf[id] })) }],
    criteria: [
      criterion('framing', 20, true),
      criterion('core-design', 25, true),
      criterion('depth', 25),
      criterion('reliability', 15),
      criterion('judgement', 15),
    ],
    recommendation: { strongHire: { mean: 3.5, lowest: 3 }, leanHire: { mean: 2.75, mustAbove: 1 }, leanNoHire: { mean: 1.9 } },
  },
  questions: [{ id: 'parcel-tracker', guide: parcelGuide, answers: [] }],
})

export const designInterview: Interview = {
  id: 'interview-1',
  ownerId: 'owner-1',
  track: 'system-design',
  level: 'senior',
  mode: 'practice',
  persona: 'neutral',
  company: 'neutral',
  language: 'en',
  minutes: 40,
  interviewer: 'rule-based',
  questions: [
    {
      id: 'parcel-tracker',
      title: 'Parcel tracker',
      text: 'Design a service that shows customers where their parcel is. Begin where you like.',
      firstTurn: null,
    },
  ],
  prepared: [],
  schedule: designPhases.map(
    ({ id, title, role }): ScheduledPhase => ({
      phase: id,
      title,
      role: role as ScheduledPhase['role'],
      minutes: minutesOf[id] ?? 0,
      question: 0,
    }),
  ),
  status: 'running',
  elapsedMs: 0,
  paused: false,
  draft: '',
  contentHash: '0'.repeat(64),
  createdAt: 0,
  endedAt: null,
  imported: null,
}

/** Three questions in 15 minutes, one phase each, no wrap-up. */
export const storyInterview: Interview = {
  ...designInterview,
  minutes: 15,
  questions: ['first', 'second', 'third'].map((id) => ({
    id,
    title: id,
    text: `Tell me about your ${id} big parcel story.`,
    firstTurn: null,
  })),
  schedule: [0, 1, 2].map((question) => ({ phase: 'deep-dives', title: 'Story', role: 'work', minutes: 5, question })),
}
export const storyContent: HeldContent = {
  ...designContent,
  questions: ['first', 'second', 'third'].map((id) => ({ id, guide: { ...parcelGuide, changedRequirements: [] }, answers: [] })),
}

/** An interview as a session would keep it: turns are added by speaking and by answering, time by hand. */
export interface Sitting {
  turns: Turn[]
  minute: number
  /** Adds a candidate turn, after `minutes` of thinking and typing, with what was drawn or typed beside it. */
  say(text: string, minutes?: number, artifacts?: Turn['artifacts']): void
  /** Lets the interviewer speak and stores its turn. */
  hear(cue?: Cue): Promise<{ text: string; move: Move; spokenBy: string; events: SpeakEvent[] }>
  request(cue?: Cue): SpeakRequest
}

export function sitting(options: {
  interviewer: Interviewer
  interview?: Interview
  content?: HeldContent
  /** What was noted so far; added to by whoever observes. */
  notes?: readonly TurnNotes[]
}): Sitting {
  const { interviewer, interview = designInterview, content = designContent, notes = [] } = options
  const turns: Turn[] = []
  let phase = 0
  const store = (turn: Pick<Turn, 'speaker' | 'text'> & Partial<Turn>) =>
    turns.push({
      turn: turns.length + 1,
      artifacts: [],
      phase,
      elapsedMs: here.minute * 60_000,
      createdAt: 0,
      clientTurnId: null,
      move: null,
      spokenBy: null,
      interrupted: false,
      ...turn,
    })
  const here: Sitting = {
    turns,
    minute: 0,
    say: (text, minutes = 1, artifacts = []) => {
      here.minute += minutes
      store({ speaker: 'candidate', text, artifacts, clientTurnId: `client-${turns.length}` })
    },
    request: (cue = 'candidate-spoke') => ({
      interview,
      content,
      turns,
      notes,
      cue,
      elapsedMs: here.minute * 60_000,
      signal: new AbortController().signal,
    }),
    hear: async (cue) => {
      const events: SpeakEvent[] = []
      for await (const event of interviewer.speak(here.request(cue))) events.push(event)
      const last = events.at(-1)
      if (last?.type !== 'spoken') throw new Error(`not spoken: ${JSON.stringify(events)}`)
      if (last.move.kind === 'next-phase') phase = last.move.phase
      store({ speaker: 'interviewer', text: last.text, move: last.move, spokenBy: last.spokenBy })
      return { text: last.text, move: last.move, spokenBy: last.spokenBy, events }
    },
  }
  return here
}
