import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { type DeliveryBands, deliveryBandsSchema } from '#src/domain/delivery.ts'
import { type Cases, casesSchema, type Queries, queriesSchema } from '#src/domain/exercise.ts'
import {
  guideSchema,
  type Question,
  questionHeadSchema,
  questionSchema,
  type SampleAnswer,
  sampleAnswerSchema,
} from '#src/domain/guide.ts'
import { type Lexicon, lexiconSchema } from '#src/domain/lexicon.ts'
import { type Phrases, phrasesSchema } from '#src/domain/phrases.ts'
import { type ReviewWords, reviewWordsSchema } from '#src/domain/review-words.ts'
import { type Rubric, rubricSchema } from '#src/domain/rubric.ts'
import { type Thresholds, thresholdsSchema } from '#src/domain/thresholds.ts'
import { type TrackId, trackIds } from '#src/domain/track.ts'

// Reads the shipped content file by file, so that a fault in one question fails that question's tests and no other's.
const root = join(import.meta.dirname, '../../rubrics')
const yaml = (...path: string[]): unknown => load(readFileSync(join(root, ...path), 'utf8'))

/** Nothing that ships changes while tests run, and none of them changes what it is given: it is read once for all files of a worker. */
function readOnce<Names extends readonly string[], T>(read: (...names: Names) => T): (...names: Names) => T {
  const known = new Map<string, T>()
  return (...names) => {
    const key = names.join('/')
    const held = known.get(key)
    if (held !== undefined) return held
    const made = read(...names)
    known.set(key, made)
    return made
  }
}

export const shippedLexicon = readOnce((): Lexicon => lexiconSchema.parse(yaml('lexicon.yaml')))
export const shippedThresholds = readOnce((): Thresholds => thresholdsSchema.parse(yaml('thresholds.json')))
export const shippedBands = readOnce((): DeliveryBands => deliveryBandsSchema.parse(yaml('delivery.yaml')))
export const shippedPhrases = readOnce((): Phrases => phrasesSchema.parse(yaml('phrases.yaml')))
export const shippedReviewWords = readOnce((): ReviewWords => reviewWordsSchema.parse(yaml('review.yaml')))
export const shippedRubric = readOnce((track: TrackId): Rubric => rubricSchema.parse(yaml(track, 'track.yaml')))

/** Track and id of every question of the bank. */
export const shippedQuestionIds = (): { track: TrackId; id: string }[] =>
  trackIds.flatMap((track) => {
    try {
      return readdirSync(join(root, track, 'questions')).map((id) => ({ track, id }))
    } catch {
      return []
    }
  })

export const shippedQuestion = readOnce((track: TrackId, id: string): Question => {
  const folder = join(track, 'questions', id)
  const [, head = '', opening = ''] = readFileSync(join(root, folder, 'question.md'), 'utf8').split(/^---\s*$/m)
  return questionSchema.parse({
    ...questionHeadSchema.parse(load(head)),
    id,
    track,
    opening: opening.trim(),
    guide: guideSchema.parse(yaml(folder, 'guide.yaml')),
    answers: sampleAnswers(readFileSync(join(root, folder, 'answers.md'), 'utf8')),
  })
})

interface Exercise {
  cases: Cases | null
  /** solution.ts; empty where there is none. */
  solution: string
  database: { sql: string } | null
  queries: Queries['queries']
}

/** What of a question can be run. */
export function shippedExercise(track: TrackId, id: string): Exercise {
  const read = (name: string) => {
    const file = join(root, track, 'questions', id, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const [cases, queries, sql] = [read('cases.yaml'), read('queries.yaml'), read('database.sql')]
  return {
    cases: cases === null ? null : casesSchema.parse(load(cases)),
    solution: read('solution.ts') ?? '',
    database: sql === null ? null : { sql },
    queries: queries === null ? [] : queriesSchema.parse(load(queries)).queries,
  }
}

function sampleAnswers(markdown: string): SampleAnswer[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [quality = '', ...parts] = section.split(/^### /m)
      return sampleAnswerSchema.parse({
        quality: quality.trim(),
        parts: parts.map((part) => {
          const [phase = '', ...lines] = part.split('\n')
          return { phase: phase.trim(), text: lines.join('\n').trim() }
        }),
      })
    })
}
