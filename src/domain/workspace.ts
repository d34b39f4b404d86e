import { z } from 'zod'

/** Where a candidate writes beside the conversation. */
export const padKindSchema = z.enum(['code', 'sql'])
export type PadKind = z.infer<typeof padKindSchema>

/** Longest text of a pad, UTF-16 units: fits a frame beside an answer, JSON escapes and scripts of three bytes aside. */
export const maxPadLength = 12_000

export const padLanguageSchema = z.enum(['typescript', 'javascript', 'python', 'java', 'go', 'sql'])
export type PadLanguage = z.infer<typeof padLanguageSchema>

/** A pad as it stands. Kept with the interview while it is written, and copied into a turn as an artifact when the turn is sent. */
export const padSchema = z.strictObject({
  pad: padKindSchema,
  text: z.string().max(maxPadLength),
  language: padLanguageSchema,
})
export type Pad = z.infer<typeof padSchema>

/** Limits of one drawing. Bytes are of its JSON in UTF-8: an element takes about 600 as its editor writes it. */
export const maxSceneElements = 2_000
export const maxSceneBytes = 2 * 1_048_576

/** Of all boards of an interview that went with a turn: with them it still fits one exported file. */
export const maxBoardsBytes = 8 * 1_048_576

/** Longest side of a picture of a board, pixels, and its longest file, bytes: lines on white take a tenth of that. */
export const maxPictureSide = 1_024
export const maxPictureBytes = 512 * 1_024

/** A board as a candidate sees it, for a model that sees pictures. */
export interface BoardPicture {
  /** The file, a PNG. */
  png: Uint8Array
  /** Pixels. */
  width: number
  height: number
}
