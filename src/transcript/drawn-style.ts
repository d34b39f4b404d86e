import { z } from 'zod'
import { plainColour } from '#src/board/harmless-scene.ts'

/** What is missing is told apart from what is odd, which takes long to fail. */
const or = <Schema extends z.ZodType>(schema: Schema, otherwise: z.output<Schema>) =>
  z.preprocess((value) => (value === undefined ? otherwise : value), schema).catch(() => otherwise)
const colour = (otherwise: string) => or(z.string().max(64).regex(plainColour), otherwise)
const measure = (otherwise: number, { least, most }: { least: number; most: number }) =>
  or(z.number().min(least).max(most), otherwise)

/** How an element is to look, as Excalidraw keeps it; what is missing or odd is as its editor begins with. Sizes in pixels of the drawing. */
export const drawnStyleSchema = z.object({
  strokeColor: colour('#1e1e1e'),
  backgroundColor: colour('transparent'),
  fillStyle: or(z.string(), 'solid'),
  strokeWidth: measure(2, { least: 0, most: 100 }),
  strokeStyle: or(z.enum(['solid', 'dashed', 'dotted']), 'solid'),
  /** Of a hundred. */
  opacity: measure(100, { least: 0, most: 100 }),
  roundness: or(z.looseObject({}).nullable(), null),
  fontSize: measure(20, { least: 1, most: 10_000 }),
  fontFamily: or(z.number(), 5),
  textAlign: or(z.enum(['left', 'center', 'right']), 'left'),
  /** Of the size of the letters. */
  lineHeight: measure(1.25, { least: 0.5, most: 5 }),
})
export type DrawnStyle = z.infer<typeof drawnStyleSchema>
