import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { Question } from '#src/domain/guide.ts'
import type { Lexicon } from '#src/domain/lexicon.ts'
import { type TrackId, trackIds } from '#src/domain/track.ts'
import { groundOf } from '#src/evidence/ground.ts'
import { judgeKeyPoint, judgeStandingCheck, type Shown } from '#src/evidence/judge-check.ts'
import { shippedLexicon, shippedRubric } from '../support/content-files.ts'
import { phrasingsOf, questionFor } from './phrasings.ts'

const checkSchema = z.object({
  check: z.string(),
  /** What the interviewer asked before, where a check counts only in its place. */
  asked: z.string().optional(),
  says: z.string(),
})
const deniedSchema = checkSchema.extend({ denies: z.string() })
/** By "track/question", or "track/track" for checks of any question. */
const listOf = <Entry extends z.ZodType>(entry: Entry) => z.record(z.string(), z.array(entry))

/** Rules are tuned on the first part, and believed on the second. */
export type Part = 'fitting' | 'held-out'
type Verdict = Shown['verdict']

interface Judged {
  at: string
  part: Part
  words: string
  verdict: Verdict
}
/** A thing said, and the same denied. */
export interface Denied extends Judged {
  denial: { words: string; verdict: Verdict }
}
/** What is honestly said with a negating word. */
export interface Kept extends Judged {
  /** What it would be if negating words were not looked at. */
  unheeded: Verdict
}

const lexicon = shippedLexicon()
const withoutNegators: Lexicon = { ...lexicon, negators: [] }
const folder = join(import.meta.dirname, 'denials')

export const judgeDenied = (): Denied[] =>
  read('denied.yaml', deniedSchema).map(({ place, entry: { denies, ...asked } }) => ({
    ...judged({ place, asked }),
    denial: { words: denies, verdict: verdictOf({ place, asked: { ...asked, says: denies }, lexicon }) },
  }))

export const judgeKept = (): Kept[] => read('kept.yaml', checkSchema).map(({ place, entry }) => kept({ place, asked: entry }))

const negating =
  /\b(not|never|no|without|nobody|nothing|neither|nor|none|cannot|\w+n't|cant|dont|doesnt|instead of|rather than)\b/i

/** Of the phrasings on record those that hold a negating word: nobody wrote them with denials in mind. */
export function judgePhrasingsThatNegate(): Kept[] {
  const said = trackIds.flatMap((track) =>
    phrasingsOf(track).flatMap(({ name, checks }) =>
      Object.entries(checks).flatMap(([check, { asked, says }]) =>
        says.filter((words) => negating.test(words)).map((words) => ({ track, name, asked: { check, asked, says: words } })),
      ),
    ),
  )
  return said.map(({ track, name, asked }, nth) => kept({ place: { track, name, nth }, asked }))
}

interface Place {
  track: TrackId
  name: string
  nth: number
}
interface Asked {
  place: Place
  asked: z.infer<typeof checkSchema>
}

const kept = (said: Asked): Kept => ({ ...judged(said), unheeded: verdictOf({ ...said, lexicon: withoutNegators }) })

const judged = ({ place, asked }: Asked): Judged => ({
  at: `${place.track}/${place.name}/${asked.check}`,
  part: place.nth % 2 === 0 ? 'fitting' : 'held-out',
  words: asked.says,
  verdict: verdictOf({ place, asked, lexicon }),
})

function read<Entry extends z.ZodType>(file: string, schema: Entry): { place: Place; entry: z.infer<Entry> }[] {
  const lists = listOf(schema).parse(load(readFileSync(join(folder, file), 'utf8')))
  const entries = Object.entries(lists).flatMap(([at, list]) => list.map((entry) => ({ at, entry })))
  return entries.map(({ at, entry }, nth) => {
    const [track, name = ''] = at.split('/')
    const known = trackIds.find((id) => id === track)
    if (known === undefined) throw new Error(`There is no track "${track}".`)
    return { place: { track: known, name, nth }, entry }
  })
}

const questions = new Map<string, Question>()

function verdictOf({ place: { track, name }, asked, lexicon: heeded }: Asked & { lexicon: Lexicon }): Verdict {
  const question = questions.get(`${track}/${name}`) ?? questionFor(track, name)
  questions.set(`${track}/${name}`, question)
  const before = asked.asked === undefined ? [] : [{ turn: 2, text: 'Let me think where to begin with this.' }]
  const ground = groundOf({
    candidateSaid: [...before, { turn: 4, text: asked.says }],
    interviewerSaid: [
      { turn: 1, text: question.opening },
      ...(asked.asked === undefined ? [] : [{ turn: 3, text: asked.asked }]),
    ],
    lexicon: heeded,
  })
  const point = question.guide.keyPoints.find(({ id }) => id === asked.check)
  if (name !== 'track' && point !== undefined) return judgeKeyPoint(point, ground).verdict
  const standing = shippedRubric(track)
    .criteria.flatMap(({ checks }) => checks)
    .find(({ id }) => id === asked.check)
  if (standing === undefined) throw new Error(`${track}/${name} has no check "${asked.check}".`)
  return judgeStandingCheck(standing, ground).verdict
}
