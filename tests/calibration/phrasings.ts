// npm run phrasings [-- TRACK [QUESTION|track]] [--misses] [--list]: how many ways of saying a thing its word patterns know, and how many near misses they fall for.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { Question } from '#src/domain/guide.ts'
import type { Rubric } from '#src/domain/rubric.ts'
import type { Verdict } from '#src/domain/score.ts'
import { type TrackId, trackIds } from '#src/domain/track.ts'
import type { Transcript, TranscriptTurn } from '#src/domain/transcript.ts'
import { createRuleBasedScorer } from '#src/scoring/rule-based-scorer.ts'
import { shippedLexicon, shippedQuestion, shippedQuestionIds, shippedRubric } from '../support/content-files.ts'

/** Of one check: how different people say it in the middle of an answer, and what sounds alike and does not show it. */
const phrasingsSchema = z.record(
  z.string(),
  z.strictObject({
    /** What the interviewer asked before, where a check counts only in its place. */
    asked: z.string().optional(),
    says: z.array(z.string()).min(1),
    not: z.array(z.string()),
  }),
)

interface CheckAsked {
  criterion: string
  id: string
  means: string
}

export interface CheckPhrasings {
  check: string
  /** Words that show the check, and whether the patterns saw it. */
  says: { words: string; verdict: Verdict }[]
  not: { words: string; verdict: Verdict }[]
}

export interface PhrasingsFile {
  track: TrackId
  /** A question's slug; "track" for the checks that hold for any question. */
  name: string
  checks: CheckPhrasings[]
}

const folder = join(import.meta.dirname, 'phrasings')
const scorer = createRuleBasedScorer({ lexicon: shippedLexicon() })

/** The phrasings on record of a track, as they are written: question or "track" -> check -> its ways. */
export const phrasingsOf = (track: TrackId): { name: string; checks: z.infer<typeof phrasingsSchema> }[] =>
  namesIn(join(folder, track)).map((name) => ({
    name,
    checks: phrasingsSchema.parse(load(readFileSync(join(folder, track, `${name}.yaml`), 'utf8'))),
  }))

/** Judges every phrasing on record by itself. Throws where a file names a check that is not there. */
export async function judgePhrasings(wanted: { track?: string; name?: string } = {}): Promise<PhrasingsFile[]> {
  const files: PhrasingsFile[] = []
  for (const track of trackIds.filter((id) => wanted.track === undefined || wanted.track === id)) {
    for (const { name: file, checks: phrasings } of phrasingsOf(track)) {
      if (wanted.name !== undefined && wanted.name !== file) continue
      const rubric = shippedRubric(track)
      const question = questionFor(track, file)
      const checks: CheckPhrasings[] = []
      for (const [check, { asked, says, not }] of Object.entries(phrasings)) {
        const criterion = checksIn(rubric, file === 'track' ? null : question).find(({ id }) => id === check)?.criterion
        if (criterion === undefined)
          throw new Error(`${track}/${file}.yaml has phrasings for "${check}", which is no check of it`)
        const judge = async (words: string) => {
          const transcript = transcriptOf({ words, asked, question })
          const verdict = await scorer.judge({ transcript, rubric, questionIndex: 0, question }, criterion)
          const shown = verdict.ok ? verdict.checks.find((one) => one.check === check)?.verdict : undefined
          return { words, verdict: shown ?? ('not-shown' as const) }
        }
        checks.push({ check, says: await Promise.all(says.map(judge)), not: await Promise.all(not.map(judge)) })
      }
      files.push({ track, name: file, checks })
    }
  }
  return files
}

/** Share of phrasings that count as a yes. */
export function sharesOf(checks: readonly CheckPhrasings[]): { says: number; not: number } {
  const share = (all: { verdict: Verdict }[]) => all.filter(({ verdict }) => verdict === 'yes').length / Math.max(1, all.length)
  return { says: share(checks.flatMap(({ says }) => says)), not: share(checks.flatMap(({ not }) => not)) }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).map((name) => basename(name, '.yaml'))
  } catch {
    return []
  }
}

/** A question of the track stands in where the checks hold for any. */
export function questionFor(track: TrackId, name: string): Question {
  const id = name === 'track' ? shippedQuestionIds().find((one) => one.track === track)?.id : name
  if (id === undefined) throw new Error(`The bank has no question for ${track}.`)
  return shippedQuestion(track, id)
}

function checksIn(rubric: Rubric, question: Question | null): CheckAsked[] {
  if (question !== null) return question.guide.keyPoints.map(({ criterion, id, point }) => ({ criterion, id, means: point }))
  return rubric.criteria.flatMap((criterion) =>
    criterion.checks.map(({ id, check }) => ({ criterion: criterion.id, id, means: check })),
  )
}

function transcriptOf({ words, asked, question }: { words: string; asked: string | undefined; question: Question }): Transcript {
  const turn = (speaker: 'interviewer' | 'candidate', text: string): TranscriptTurn => ({ speaker, text, artifacts: [] })
  const before =
    asked === undefined ? [] : [turn('candidate', 'Let me think where to begin with this.'), turn('interviewer', asked)]
  return {
    id: 'phrasing',
    track: question.track,
    level: 'senior',
    questions: [{ id: question.id, text: question.opening }],
    turns: [turn('interviewer', question.opening), ...before, turn('candidate', words)],
  }
}

async function print(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      /** Each phrasing that was missed, and each near miss that was taken for the thing. */
      misses: { type: 'boolean', default: false },
      /** The checks with what they mean and without their patterns, to write phrasings for. */
      list: { type: 'boolean', default: false },
    },
  })
  const [track, name] = positionals
  if (values.list) return list(track, name)
  for (const file of await judgePhrasings({ ...(track !== undefined && { track }), ...(name !== undefined && { name }) })) {
    const percent = (share: number) => `${Math.round(share * 100)} %`
    const whole = sharesOf(file.checks)
    console.log(`${file.track}/${file.name}: said ${percent(whole.says)}, near misses ${percent(whole.not)}`)
    for (const check of file.checks) {
      const { says, not } = sharesOf([check])
      console.log(`  ${check.check.padEnd(32)} said ${percent(says).padStart(5)}  near misses ${percent(not).padStart(5)}`)
      if (!values.misses) continue
      for (const { words, verdict } of check.says) if (verdict !== 'yes') console.log(`      missed (${verdict}): ${words}`)
      for (const { words, verdict } of check.not) if (verdict === 'yes') console.log(`      taken: ${words}`)
    }
  }
}

function list(track: string | undefined, name: string | undefined): void {
  for (const id of trackIds.filter((one) => track === undefined || one === track)) {
    const names = ['track', ...shippedQuestionIds().flatMap((question) => (question.track === id ? [question.id] : []))]
    for (const one of names.filter((file) => name === undefined || file === name)) {
      const question = one === 'track' ? null : shippedQuestion(id, one)
      console.log(`\n${id}/${one}${question === null ? '' : `: ${question.opening}`}`)
      for (const check of checksIn(shippedRubric(id), question)) console.log(`  ${check.criterion} · ${check.id}: ${check.means}`)
    }
  }
}

if (process.argv[1] === import.meta.filename) await print()
