import type { Point } from '#src/board/geometry.ts'

/** A figure as an attribute has it, to a hundredth of a pixel. */
export const figure = (value: number): string => String(Math.round(value * 100) / 100 || 0)

export const pointList = (points: readonly Point[]): string => points.map(({ x, y }) => `${figure(x)},${figure(y)}`).join(' ')
