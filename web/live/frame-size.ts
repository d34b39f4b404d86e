import { type ClientFrame, maxFrameBytes } from '#src/protocol/frames.ts'

/** Bytes that a frame takes on the line. */
export const frameBytes = (frame: ClientFrame): number => new TextEncoder().encode(JSON.stringify(frame)).length

export const fitsFrame = (bytes: number): boolean => bytes <= maxFrameBytes
