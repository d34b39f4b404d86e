import { z } from 'zod'
import { approachesSchema } from '#src/domain/approach.ts'
import { deliveryBandsSchema } from '#src/domain/delivery.ts'
import { casesSchema, queriesSchema } from '#src/domain/exercise.ts'
import { guideSchema, questionHeadSchema } from '#src/domain/guide.ts'
import { lexiconSchema } from '#src/domain/lexicon.ts'
import { mannerLinesSchema } from '#src/domain/manner-lines.ts'
import { phrasesSchema } from '#src/domain/phrases.ts'
import { reviewWordsSchema } from '#src/domain/review-words.ts'
import { rubricSchema } from '#src/domain/rubric.ts'
import { topicsSchema } from '#src/domain/topic.ts'

const schemas = {
  guide: { title: 'A question’s guide', schema: guideSchema },
  track: { title: 'A track: phases, plans, criteria', schema: rubricSchema },
  lexicon: { title: 'Cue words', schema: lexiconSchema },
  delivery: { title: 'What is recommended for how an answer is told', schema: deliveryBandsSchema },
  review: { title: 'What a review says when one goes back over an interview', schema: reviewWordsSchema },
  manner: { title: 'How a model that interviews is told to sound', schema: mannerLinesSchema },
  phrases: { title: 'What the rule-based interviewer says between questions', schema: phrasesSchema },
  topics: { title: 'What questions are sorted by', schema: topicsSchema },
  approaches: { title: 'Ways to go about an answer', schema: approachesSchema },
  cases: { title: 'What the code asked for must give', schema: casesSchema },
  queries: { title: 'Queries over a question’s database', schema: queriesSchema },
  'question-head': { title: 'Front matter of a question', schema: questionHeadSchema },
}

/** The JSON Schemas by which an editor checks content while it is written: file name to text. */
export function editorSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`]
    }),
  )
}
