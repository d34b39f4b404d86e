import { z } from 'zod'

const valueSchema = z.union([z.string(), z.number(), z.null()])

/** queries.yaml of an SQL question: what can be asked of its database.sql, each with a query that answers it in SQLite. */
export const queriesSchema = z.strictObject({
  queries: z
    .array(
      z.strictObject({
        /** The task, as one would put it to a colleague. */
        asks: z.string().min(10),
        sql: z.string().min(6),
        /** What it returns from the seeded rows, in order. */
        rows: z.array(z.array(valueSchema)),
      }),
    )
    .min(2),
})
export type Queries = z.infer<typeof queriesSchema>

/** cases.yaml of a coding question: what its solution.ts, and a candidate's own code, must give. */
export const casesSchema = z.strictObject({
  /** The function or class that is called. */
  entry: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  cases: z
    .array(
      z.strictObject({
        name: z.string().min(5),
        /** Arguments of the constructor; unsaid for a function. */
        new: z.array(z.unknown()).optional(),
        /**
         * Calls in order: of the method `call`, or of the function itself. Without `gives`, what a call returns does not matter; `gives: null` is
         * met by undefined too, for YAML and other languages know one kind of nothing.
         */
        calls: z
          .array(
            z.strictObject({
              call: z.string().optional(),
              with: z.array(z.unknown()),
              gives: z.unknown().optional(),
              /** Part of the message of the error that it throws. */
              throws: z.string().optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(4),
})
export type Cases = z.infer<typeof casesSchema>
