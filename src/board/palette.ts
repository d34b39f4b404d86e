import { z } from 'zod'

export const partKindSchema = z.enum(['client', 'load-balancer', 'service', 'cache', 'database', 'queue', 'cdn', 'worker'])
export type PartKind = z.infer<typeof partKindSchema>

/** One of the usual parts, as it is put on the board: the label it begins with, and its shape and size in pixels. */
export interface PalettePart {
  kind: PartKind
  label: string
  shape: 'rectangle' | 'ellipse' | 'diamond'
  width: number
  height: number
}

export const palette: readonly PalettePart[] = [
  { kind: 'client', label: 'Client', shape: 'ellipse', width: 160, height: 80 },
  { kind: 'load-balancer', label: 'Load balancer', shape: 'diamond', width: 200, height: 120 },
  { kind: 'service', label: 'Service', shape: 'rectangle', width: 160, height: 80 },
  { kind: 'cache', label: 'Cache', shape: 'rectangle', width: 160, height: 80 },
  { kind: 'database', label: 'Database', shape: 'ellipse', width: 180, height: 100 },
  { kind: 'queue', label: 'Queue', shape: 'rectangle', width: 200, height: 60 },
  { kind: 'cdn', label: 'CDN', shape: 'ellipse', width: 160, height: 80 },
  { kind: 'worker', label: 'Worker', shape: 'rectangle', width: 160, height: 80 },
]

/** Under this name an element's `customData` says which part of the palette it came from. */
export const partKey = 'part'

/** Which part of the palette an element came from; null for what was drawn by hand. */
export function partKindOf(customData: Record<string, unknown> | null | undefined): PartKind | null {
  return partKindSchema.safeParse(customData?.[partKey]).data ?? null
}
