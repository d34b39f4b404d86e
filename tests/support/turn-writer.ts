// Stores turns without end, and notes each one that was acknowledged: in a file that outlives it, then on standard output. It is there to be killed.
import { appendFileSync, writeSync } from 'node:fs'
import { systemClock } from '#src/domain/clock.ts'
import { openSqliteStore } from '#src/store/sqlite-store.ts'

const [file = '', ackFile = '', interviewId = ''] = process.argv.slice(2)
const store = openSqliteStore({ file, clock: systemClock })
for (;;) {
  const { turn } = await store.appendTurn(interviewId, {
    speaker: 'candidate',
    text: `An answer of process ${process.pid}. ${'It goes on for a while. '.repeat(40)}`,
    artifacts: [],
    phase: 0,
    elapsedMs: 0,
    clientTurnId: null,
    move: null,
    spokenBy: null,
    interrupted: false,
  })
  appendFileSync(ackFile, `${turn}\n`)
  writeSync(1, `${turn}\n`)
}
