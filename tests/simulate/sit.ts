import type { Content } from '#src/content/content.ts'
import { holdContent } from '#src/content/hold-content.ts'
import type { Question } from '#src/domain/guide.ts'
import type { Interview } from '#src/domain/interview.ts'
import { scheduleOf } from '#src/domain/schedule.ts'
import type { Company, Level, Mode, Persona } from '#src/domain/track.ts'
import type { Turn } from '#src/domain/turn.ts'
import type { Interviewer } from '#src/interviewer/interviewer.ts'
import { sitting } from '../interviewer/fixtures.ts'
import type { Candidate, Reply } from './temperaments.ts'

export interface Sat {
  interview: Interview
  turns: Turn[]
  question: Question
}

interface SitOptions {
  content: Content
  interviewer: Interviewer
  question: Question
  candidate: Candidate
  persona?: Persona
  company?: Company
  mode?: Mode
  level?: Level
}

/** More than any interview takes: one that is not over by then goes in circles. */
const mostTurns = 90
/** Words that are spoken, or typed, in a minute. */
const wordsPerMinute = 110

/** Sits one interview to its end, on a clock that moves by the words said. */
export async function sit(options: SitOptions): Promise<Sat> {
  const { content, interviewer, question, candidate } = options
  const interview = interviewOn(options)
  const here = sitting({ interviewer, interview, content: holdContent(content, [question]) })
  const pass = (words: string, least: number) => {
    here.minute += Math.max(least, words.split(/\s+/).length / wordsPerMinute)
  }
  let heard: { text: string; move: { kind: string } } = await here.hear('start')
  while (heard.move.kind !== 'close') {
    if (here.turns.length >= mostTurns) throw new Error(`the interview on ${question.id} does not end`)
    pass(heard.text, 0.1)
    const phase = interview.schedule[here.turns.at(-1)?.phase ?? 0]?.phase ?? ''
    const reply = candidate({ text: heard.text, phase })
    heard = await here.hear(cueOf(reply))
  }
  return { interview: { ...interview, status: 'ended', elapsedMs: here.minute * 60_000 }, turns: here.turns, question }

  function cueOf(reply: Reply) {
    const isOver = here.minute >= interview.minutes
    if ('cue' in reply) {
      here.minute += reply.cue === 'silence' ? 1.5 : 0.2
      return isOver ? ('time-up' as const) : reply.cue
    }
    if (isOver) return 'time-up' as const
    pass(reply.say, 1)
    here.say(reply.say, 0, reply.artifacts)
    return 'candidate-spoke' as const
  }
}

/** The longest plan that asks a single question. */
function interviewOn({
  content,
  question,
  interviewer,
  persona = 'neutral',
  company = 'neutral',
  mode = 'practice',
  level = 'senior',
}: SitOptions): Interview {
  const rubric = content.rubrics.get(question.track)
  const plan = rubric?.plans.filter(({ questions }) => questions === 1).sort((a, b) => b.minutes - a.minutes)[0]
  if (rubric === undefined || plan === undefined) throw new Error(`${question.track} has no plan of one question`)
  const { id, title, opening, levels } = question
  return {
    id: `simulated-${id}`,
    ownerId: 'nobody',
    track: question.track,
    level: levels.includes(level) ? level : (levels.at(-1) ?? level),
    mode,
    persona,
    company,
    language: 'en',
    minutes: plan.minutes,
    interviewer: interviewer.id.startsWith('model') ? 'model' : 'rule-based',
    questions: [{ id, title, text: opening, firstTurn: 1 }],
    prepared: [],
    schedule: scheduleOf(rubric, plan),
    status: 'running',
    elapsedMs: 0,
    paused: false,
    draft: '',
    contentHash: '',
    createdAt: 0,
    endedAt: null,
    imported: null,
  }
}
