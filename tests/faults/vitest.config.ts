import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'

const seeds = process.env.HOTSEAT_FAULT_SEEDS ?? Array.from({ length: 10 }, () => randomInt(1_000_000)).join(',')

/** The long form: 200 kills over ten seeds, which are told so that one that failed can be sat again. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    env: { HOTSEAT_FAULT_SEEDS: seeds, HOTSEAT_FAULT_KILLS: process.env.HOTSEAT_FAULT_KILLS ?? '20' },
    hookTimeout: 60_000,
  },
})
