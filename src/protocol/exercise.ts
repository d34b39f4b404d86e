import { z } from 'zod'
import { casesSchema } from '#src/domain/exercise.ts'

/**
 * What the question that an interview is at hands out for the pads. `databaseFrom` and `casesFrom`: title of the phase with which that comes, while it is
 * still to come; null once it is there, and where there is none.
 */
export const exerciseSchema = z.object({
  /** SQL of SQLite that makes the question's tables and rows. */
  database: z.object({ sql: z.string() }).nullable(),
  databaseFrom: z.string().nullable(),
  cases: casesSchema.nullable(),
  casesFrom: z.string().nullable(),
})
export type ShownExercise = z.infer<typeof exerciseSchema>
