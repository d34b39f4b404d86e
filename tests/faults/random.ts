import { createHash } from 'node:crypto'

/** Numbers in [0, 1) that are the same for the same seed: the n-th is the first 32 bits of the hash of seed and n. */
export function randomOf(seed: number): () => number {
  let drawn = 0
  return () => createHash('sha256').update(`${seed}/${drawn++}`).digest().readUInt32BE() / 2 ** 32
}
