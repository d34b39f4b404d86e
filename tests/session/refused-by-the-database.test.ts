import { expect, test } from 'vitest'
import { StoreError } from '#src/errors.ts'
import type { Store } from '#src/store/store.ts'
import { heldInterviewer, liveInterview, say } from './live.ts'

/** Lets the next calls of one operation of the database fail, as a full disk does. */
function refuse(store: Store, operation: 'appendTurn' | 'updateInterview', times = 1): void {
  const works = store[operation]
  let left = times
  Object.assign(store, {
    [operation]: async (...given: never[]) => {
      if (left-- > 0) throw new StoreError('The disk is full.')
      return await (works as (...all: never[]) => Promise<unknown>)(...given)
    },
  })
}

async function spokenTo() {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  return { held, live, tab }
}

test('an interrupt whose words cannot be stored gives the candidate the floor, and time is watched again', async () => {
  const { held, live, tab } = await spokenTo()
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  await held.words('Which')
  live.clock.advance(80)
  refuse(live.store, 'appendTurn')
  await tab.send({ type: 'interrupt', command: 'command-1' })
  expect(tab.errors()).toMatchObject([{ code: 'not-stored', command: 'command-1' }])
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate', running: true })
  await live.pass(2)
  expect(held.requests.at(-1)?.cue).toBe('silence')
})

test('a pause that cannot be stored leaves the clock running, and the same command may be sent again', async () => {
  const { live, tab } = await spokenTo()
  refuse(live.store, 'updateInterview')
  await tab.send({ type: 'pause', command: 'command-1' })
  expect(tab.errors()).toMatchObject([{ code: 'not-stored', command: 'command-1' }])
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate', running: true })
  await tab.send({ type: 'pause', command: 'command-1' })
  expect(tab.standing()).toMatchObject({ state: 'paused', running: false })
  expect((await live.interview()).paused).toBe(true)
})

test('a close that cannot be stored leaves the interview running on its clock', async () => {
  const { held, live, tab } = await spokenTo()
  await tab.send(say('That is all I have.', 'turn-one'))
  await held.words('Thank you.')
  refuse(live.store, 'appendTurn')
  await held.spoken({ kind: 'close', reason: 'finished' })
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate', running: true })
  await live.pass(1)
  expect((await live.interview()).elapsedMs).toBe(60_000)
})

test('an end that cannot be stored is tried again once a minute, not without a pause', async () => {
  const live = await liveInterview({ interview: { minutes: 5 } })
  const tab = await live.join('tab-1')
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  await live.pass(4.5)
  refuse(live.store, 'appendTurn', Number.POSITIVE_INFINITY)
  refuse(live.store, 'updateInterview', Number.POSITIVE_INFINITY)
  const spoken = () => tab.events.filter(({ type }) => type === 'utterance-failed').length
  await live.pass(4)
  expect(spoken()).toBeGreaterThanOrEqual(3)
  expect(spoken()).toBeLessThanOrEqual(5)
})
