import { z } from 'zod'
import { personNameSchema } from '#src/domain/share.ts'
import { spaceSchema } from '#src/domain/space.ts'

/** Where people come in who have the access secret, or a link from another browser of theirs after `#move=`. */
export const entryPath = '/enter'
/** The code of the problem that this browser has no space yet, where there are spaces. */
export const noSpace = 'no-space'

/** The secret and a name make a space; a link's token opens the one it is of. */
export const spaceEntryRequestSchema = z.union([
  z.strictObject({ secret: z.string().max(512), name: personNameSchema }),
  z.strictObject({ move: z.string().max(256) }),
])
export type SpaceEntryRequest = z.infer<typeof spaceEntryRequestSchema>

/** Null: what this browser sees is of whoever started the server. */
export const ownSpaceSchema = z.object({ space: spaceSchema.pick({ name: true, createdAt: true }).nullable() })
export type OwnSpace = z.infer<typeof ownSpaceSchema>

export const spaceNameRequestSchema = z.strictObject({ name: personNameSchema })

/** A link's token, told this once. */
export const spaceMoveSchema = z.object({ token: z.string(), /** Epoch milliseconds. */ expiresAt: z.number().int() })
export type SpaceMove = z.infer<typeof spaceMoveSchema>

export const leftSchema = z.object({ left: z.literal(true) })
