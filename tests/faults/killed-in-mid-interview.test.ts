import { expect, test } from 'vitest'
import { sitThroughFaults } from './sitting.ts'

/** `npm run test:faults` takes more of them, and seeds of its own. */
const seeds = process.env.HOTSEAT_FAULT_SEEDS?.split(',').map(Number) ?? [1, 2]
const kills = Number(process.env.HOTSEAT_FAULT_KILLS ?? 3)

test.each(seeds)('no word is lost or doubled, seed %i', { timeout: 60_000 + kills * 15_000 }, async (seed) => {
  const report = await sitThroughFaults({ seed, kills, stepsBetweenKills: 25 })
  expect(report.acknowledged).toBeGreaterThan(0)
  console.info(`seed ${seed}: ${JSON.stringify(report)}`)
})
