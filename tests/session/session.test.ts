import { expect, test } from 'vitest'
import { heldInterviewer, liveInterview, say, settle } from './live.ts'

test('the first connection hears the opening, and the opening is stored', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  const spoken = ['utterance-start', 'utterance-delta', 'utterance-delta', 'utterance-end']
  expect(tab.news()).toEqual(['welcome', 'snapshot', 'state', ...spoken, 'state'])
  const [opening, ...others] = await live.turns()
  expect(others).toEqual([])
  expect(opening).toMatchObject({ turn: 1, speaker: 'interviewer', move: { kind: 'open' }, spokenBy: 'rule-based@1' })
  expect((await live.interview()).questions[0]?.firstTurn).toBe(1)
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate', running: true, phase: 0, totalMs: 2_400_000 })
})

test('a turn is stored before it is acknowledged, and acknowledged before the interviewer is asked', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  tab.news()
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  expect(tab.news()).toEqual(['turn-stored', 'state', 'utterance-start'])
  expect(held.requests.at(-1)?.turns.at(-1)?.text).toBe('I would begin with the goals.')
  expect((await live.turns()).at(-1)).toMatchObject({ turn: 2, speaker: 'candidate', clientTurnId: 'turn-one' })
})

test('the same turn sent twice is stored once and acknowledged twice', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('How many parcels are there?', 'turn-one'))
  const stored = await live.turns()
  tab.news()
  await tab.send(say('How many parcels are there?', 'turn-one'))
  expect(tab.news()).toEqual(['turn-stored'])
  expect(await live.turns()).toEqual(stored)
})

test('an id that comes back with other words is refused, and the first words stay', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('How many parcels are there?', 'turn-one'))
  const stored = await live.turns()
  await tab.send(say('Something else.', 'turn-one'))
  expect(tab.errors()).toMatchObject([{ code: 'id-reused', clientTurnId: 'turn-one' }])
  expect(await live.turns()).toEqual(stored)
})

test('a turn that comes back with another drawing is refused as one with other words is', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  for (const revision of [1, 2, 9]) {
    if (revision < 9) await live.draw(revision === 1 ? 'client -> api' : 'client -> queue')
    const artifacts = [{ kind: 'board' as const, revision }]
    await tab.send({ type: 'say', clientTurnId: 'turn-one', text: 'Here is the sketch.', artifacts })
  }
  const refused = { code: 'id-reused', clientTurnId: 'turn-one' }
  expect(tab.errors()).toMatchObject([refused, refused])
})

test('a blank turn is refused', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say(' \n', 'turn-one'))
  expect(tab.errors()).toMatchObject([{ code: 'empty-turn', clientTurnId: 'turn-one' }])
  expect(await live.turns()).toHaveLength(1)
})

test('speaking while the interviewer speaks cuts it; the words so far are kept as an interrupted turn', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Let us begin with the ')
  live.clock.advance(50)
  await tab.send(say('Sorry, may I ask first?', 'turn-one'))
  await held.words('I am the second utterance.')
  await held.spoken()
  expect(await live.turns()).toMatchObject([
    { turn: 1, speaker: 'interviewer', text: 'Let us begin with the ', interrupted: true, move: null },
    { turn: 2, speaker: 'candidate', text: 'Sorry, may I ask first?' },
    { turn: 3, speaker: 'interviewer', text: 'I am the second utterance.', interrupted: false },
  ])
})

test('the first words are told at once, and then in pieces of at most one every 50 ms, each at its place', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('One ')
  await held.words('two ')
  await held.words('three ')
  live.clock.advance(50)
  await held.words('four')
  live.clock.advance(50)
  const deltas = tab.events.flatMap((event) => (event.type === 'utterance-delta' ? [[event.offset, event.text]] : []))
  expect(deltas).toEqual([
    [0, 'One '],
    [4, 'two three '],
    [14, 'four'],
  ])
})

test('a connection that comes back in mid-utterance is told exactly what it missed', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('One ')
  live.clock.advance(50)
  const had = tab.position()
  await tab.leave()
  await held.words('two')
  live.clock.advance(50)
  const again = await live.join('tab-1', had)
  expect(again.events).toMatchObject([
    { type: 'welcome', resumed: true },
    { type: 'utterance-delta', offset: 4, text: 'two' },
  ])
})

test('a connection without a position gets a snapshot with the words so far', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  await live.join('tab-1')
  await held.words('One two')
  live.clock.advance(50)
  const second = await live.join('tab-2')
  expect(second.events).toMatchObject([
    { type: 'welcome', resumed: false },
    {
      type: 'snapshot',
      turns: [],
      partial: { turn: 1, attempt: 1, text: 'One two' },
      standing: { state: 'interviewer-speaking' },
    },
  ])
})

test('a position of another life of the session gets a snapshot', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  const had = tab.position()
  await live.restart()
  const again = await live.join('tab-1', had)
  expect(again.events.slice(0, 2)).toMatchObject([{ type: 'welcome', resumed: false }, { type: 'snapshot' }])
})

test('two tabs hear the same, and the draft of one is told to both and kept', async () => {
  const live = await liveInterview()
  const one = await live.join('tab-1')
  const two = await live.join('tab-2')
  one.news()
  two.news()
  await one.send({ type: 'draft', text: 'I would beg' })
  expect(two.events.at(-1)).toMatchObject({ type: 'draft', connection: 'tab-1', text: 'I would beg' })
  await one.send(say('I would begin with goals.', 'turn-one'))
  expect(one.news()).toEqual(two.news())
  expect(two.standing().drivenBy).toBe('tab-1')
  expect((await live.interview()).draft).toBe('')
})

test('stopped and started, the conversation and the draft are as they were, and nothing is said twice', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('How many parcels are there?', 'turn-one'))
  await tab.send({ type: 'draft', text: 'So I would' })
  const before = await live.turns()
  await live.restart()
  const again = await live.join('tab-1')
  expect(again.events[1]).toMatchObject({ type: 'snapshot', turns: before, draft: 'So I would' })
  expect(await live.turns()).toEqual(before)
})

test('stopped while the interviewer speaks, it answers the stored turn after the start', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  await held.words('And how do')
  live.clock.advance(50)
  await live.restart()
  await live.join('tab-1')
  expect(held.requests.at(-1)).toMatchObject({ cue: 'candidate-spoke', turns: [{ turn: 1 }, { turn: 2 }] })
  await held.words('How fresh must it be?')
  await held.spoken()
  expect((await live.turns()).map(({ text }) => text)).toEqual([
    'Welcome.',
    'I would begin with the goals.',
    'How fresh must it be?',
  ])
})

test('a failed utterance is said plainly, the turn is stored once, and resume tries again', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  await held.words('And how')
  tab.news()
  await held.failed('The model stopped in mid-sentence.')
  expect(tab.news()).toEqual(['utterance-failed', 'state'])
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate' })
  expect(tab.standing().notice).toMatch(/^The model stopped in mid-sentence\./)
  await tab.send({ type: 'resume', command: 'command-1' })
  expect(held.requests.at(-1)?.cue).toBe('candidate-spoke')
  await held.words('How fresh?')
  await held.spoken()
  expect(tab.standing().notice).toBeNull()
  expect((await live.turns()).map(({ turn, text }) => [turn, text])).toEqual([
    [1, 'Welcome.'],
    [2, 'I would begin with the goals.'],
    [3, 'How fresh?'],
  ])
})

test('a withdrawn attempt starts the utterance anew and says why', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Half a sen')
  live.clock.advance(50)
  await held.restart('The model does not answer; this turn is spoken by the rules.')
  expect(tab.standing().notice).toBe('The model does not answer; this turn is spoken by the rules.')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  expect(tab.events.filter(({ type }) => type === 'utterance-start')).toMatchObject([{ attempt: 1 }, { attempt: 2 }])
  expect(await live.turns()).toMatchObject([{ turn: 1, text: 'Welcome.' }])
})

test('a hint is given once for a command that comes twice', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(
    say('Let us start with the requirements. I would first ask what matters to customers and who they are.', 'turn-one'),
  )
  expect(tab.standing().hint.available).toBe(true)
  await tab.send({ type: 'hint', command: 'hint-command-1' })
  const turns = await live.turns()
  expect(turns.at(-1)?.move?.kind).toBe('hint')
  await tab.send({ type: 'hint', command: 'hint-command-1' })
  expect(await live.turns()).toEqual(turns)
  expect(tab.standing().hint.rung).toBe(0)
})

test('a hint in the introduction, or a command on an ended interview, is refused with its reason', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send({ type: 'hint', command: 'hint-command-1' })
  await tab.send({ type: 'end', command: 'end-command-1' })
  await tab.send({ type: 'pause', command: 'pause-command' })
  await tab.send(say('One more thing.', 'turn-late'))
  expect(tab.errors()).toMatchObject([
    { code: 'no-hint', command: 'hint-command-1' },
    { code: 'not-running', command: 'pause-command' },
    { code: 'not-running', clientTurnId: 'turn-late' },
  ])
})

test('a hint that was refused is refused again under the same id, not told as given', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send({ type: 'hint', command: 'command-1' })
  await tab.send({ type: 'hint', command: 'command-1' })
  expect(tab.errors()).toMatchObject([{ code: 'no-hint' }, { code: 'no-hint' }])
})

test('a command id used for another command is refused', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send({ type: 'pause', command: 'command-1' })
  await tab.send({ type: 'resume', command: 'command-1' })
  expect(tab.errors()).toMatchObject([{ code: 'id-reused', command: 'command-1' }])
  expect(tab.standing().state).toBe('paused')
})

test('a pause stops the clock, and what is said ends it', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.pass(2)
  await tab.send({ type: 'pause', command: 'command-1' })
  await live.pass(30)
  expect(tab.standing()).toMatchObject({ state: 'paused', running: false, elapsedMs: 120_000 })
  await tab.send(say('I am back. How many parcels are there?', 'turn-one'))
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate', running: true, elapsedMs: 120_000 })
})

test('a pause while the interviewer speaks begins when it has spoken', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome')
  await tab.send({ type: 'pause', command: 'command-1' })
  expect(tab.standing()).toMatchObject({ state: 'interviewer-speaking', running: false })
  await held.words('.')
  await held.spoken({ kind: 'open' })
  expect(tab.standing()).toMatchObject({ state: 'paused', running: false })
  expect(await live.turns()).toMatchObject([{ text: 'Welcome.' }])
})

test('interrupt ends the utterance and gives the candidate the floor', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('A very long ')
  live.clock.advance(50)
  await tab.send({ type: 'interrupt', command: 'command-1' })
  expect(tab.standing().state).toBe('awaiting-candidate')
  expect(await live.turns()).toMatchObject([{ text: 'A very long ', interrupted: true }])
})

test('after 90 seconds of silence the interviewer nudges once; typing puts it off', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(
    say('Let us start. I would first ask what matters to customers, who they are, and what they expect.', 'turn-one'),
  )
  const asked = (await live.turns()).length
  await live.pass(1)
  await tab.send({ type: 'draft', text: 'Hm' })
  await live.pass(1)
  expect(await live.turns()).toHaveLength(asked)
  await live.pass(0.5)
  expect((await live.turns()).at(-1)?.move?.kind).toBe('nudge')
  expect((await live.turns()).at(-1)?.text).toMatch(/thinking is fine.*hint/i)
  await tab.send({ type: 'draft', text: 'Hm, so' })
  await live.pass(10)
  expect(await live.turns()).toHaveLength(asked + 1)
})

test('what is too long for a draft is typing all the same', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  for (let typed = 0; typed < 4; typed++) {
    await live.pass(1)
    await tab.send({ type: 'typing' })
  }
  expect(await live.turns()).toHaveLength(1)
  await live.pass(1.5)
  expect((await live.turns()).at(-1)?.move?.kind).toBe('nudge')
})

test('who asks for a minute is given three before anything is said', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('I would first ask what matters to customers, who they are, and what they expect of it.', 'turn-one'))
  await tab.send(say('Good question, I need a minute to think about that.', 'turn-two'))
  expect((await live.turns()).at(-1)).toMatchObject({ move: { kind: 'wait' }, text: expect.stringMatching(/take your time\.$/i) })
  const waiting = (await live.turns()).length
  await live.pass(2.75)
  expect(await live.turns()).toHaveLength(waiting)
  await live.pass(0.5)
  expect((await live.turns()).at(-1)?.move?.kind).toBe('nudge')
  await live.pass(10)
  expect(await live.turns()).toHaveLength(waiting + 1)
})

test('coaching comes on request, once for an answer, and what was asked stays asked', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  expect(tab.standing().coach).toBe(false)
  await tab.send(say('Let us start with what it must do for the customers, and how fresh it has to be.', 'turn-one'))
  await tab.send(say('A scan must be visible at most ten seconds late, since somebody waits at the door.', 'turn-two'))
  const asked = (await live.turns()).at(-1)?.text ?? ''
  expect(tab.standing().coach).toBe(true)
  await tab.send({ type: 'coach', command: 'command-1' })
  const coached = (await live.turns()).at(-1)
  expect(coached?.move).toEqual({ kind: 'coach', criterion: expect.any(String) })
  expect(coached?.text).toContain('"A scan must be visible at most ten seconds late"')
  expect(tab.standing()).toMatchObject({ coach: false, hint: { rung: null, available: true } })
  await tab.send({ type: 'coach', command: 'command-2' })
  expect(tab.errors()).toMatchObject([{ code: 'no-coaching', command: 'command-2' }])
  await tab.send(say('Could you repeat the question?', 'turn-three'))
  const question = asked.split(/(?<=[.?])\s/).findLast((sentence) => sentence.endsWith('?')) ?? '-'
  expect((await live.turns()).at(-1)?.text).toContain(question)
})

test('a mock has no coaching', async () => {
  const live = await liveInterview({ interview: { mode: 'mock' } })
  const tab = await live.join('tab-1')
  await tab.send(say('Let us start with what it must do for the customers, and how fresh it has to be.', 'turn-one'))
  expect(tab.standing().coach).toBe(false)
  await tab.send({ type: 'coach', command: 'command-1' })
  expect(tab.errors()).toMatchObject([{ code: 'no-coaching', message: expect.stringContaining('practice mode only') }])
  expect((await live.turns()).some(({ move }) => move?.kind === 'coach')).toBe(false)
})

test('at the end of time the interviewer closes, and the end is told once', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.pass(40)
  const last = (await live.turns()).at(-1)
  expect(last?.move).toEqual({ kind: 'close', reason: 'time-up' })
  expect(await live.interview()).toMatchObject({ status: 'ended', elapsedMs: 2_400_000 })
  expect(tab.standing()).toMatchObject({ state: 'ended', running: false })
  expect(live.ended).toEqual(['interview-1'])
})

test('an unsent draft gets a minute at the end of time, and counts when it is sent', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.pass(39)
  await tab.send({ type: 'draft', text: 'One last thought' })
  await live.pass(1)
  expect(tab.standing()).toMatchObject({ state: 'awaiting-candidate' })
  expect(tab.standing().notice).toMatch(/^Time is up/)
  await tab.send(say('One last thought about queues.', 'turn-last'))
  expect((await live.turns()).slice(-2)).toMatchObject([
    { text: 'One last thought about queues.' },
    { move: { kind: 'close', reason: 'time-up' } },
  ])
})

test('an unsent draft that stays unsent does not keep the interview open', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await live.pass(39)
  await tab.send({ type: 'draft', text: 'One last thought' })
  await live.pass(2)
  expect(tab.standing().state).toBe('ended')
  expect((await live.interview()).draft).toBe('One last thought')
})

test('the candidate ends it: the interviewer closes and the session goes', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send({ type: 'end', command: 'command-1' })
  expect((await live.turns()).at(-1)?.move).toEqual({ kind: 'close', reason: 'ended-by-candidate' })
  expect(live.ended).toEqual(['interview-1'])
})

test('a close that cannot be spoken ends the interview all the same', async () => {
  const held = heldInterviewer()
  const live = await liveInterview({ interviewer: held.interviewer })
  const tab = await live.join('tab-1')
  await held.words('Welcome.')
  await held.spoken({ kind: 'open' })
  await tab.send({ type: 'end', command: 'command-1' })
  await held.failed('The model is gone.')
  expect(tab.standing().state).toBe('ended')
  expect(await live.interview()).toMatchObject({ status: 'ended' })
  expect(live.ended).toEqual(['interview-1'])
})

test('with nobody connected it runs on for two minutes and then pauses itself', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.leave()
  await live.pass(10)
  expect(await live.interview()).toMatchObject({ paused: true, elapsedMs: 120_000 })
  const back = await live.join('tab-1')
  expect(back.standing()).toMatchObject({ state: 'paused', running: false })
  expect(back.standing().notice).toMatch(/paused/)
})

test('what was sent while paused, right before leaving, is answered by the session that those who come back join', async () => {
  const live = await liveInterview()
  const first = await live.join('tab-1')
  await first.send({ type: 'pause', command: 'command-1' })
  const session = await live.sessions.open('interview-1', 'owner-1')
  await Promise.all([first.send(say('I would begin with the goals.', 'turn-one')), first.leave()])
  expect(await live.sessions.open('interview-1', 'owner-1')).toBe(session)
  expect((await live.turns()).map(({ speaker }) => speaker)).toEqual(['interviewer', 'candidate', 'interviewer'])
})

test('a machine that slept does not count as interview time', async () => {
  const live = await liveInterview()
  await live.join('tab-1')
  await live.pass(1)
  live.clock.advance(15_000)
  await settle()
  const sleeping = live.clock.now()
  live.clock.jump(8 * 3_600_000)
  await settle()
  expect(live.clock.now() - sleeping).toBe(8 * 3_600_000)
  expect((await live.interview()).elapsedMs).toBeLessThanOrEqual(75_000)
})

test('an interview of somebody else is not there', async () => {
  const live = await liveInterview()
  expect(await live.sessions.open('interview-1', 'somebody')).toBeNull()
  expect(await live.sessions.open('interview-2', 'owner-1')).toBeNull()
})

test('what the database refuses is said, and the words may be sent again', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  live.store.close()
  await tab.send(say('How many parcels are there?', 'turn-one'))
  expect(tab.errors()).toMatchObject([{ code: 'not-stored', clientTurnId: 'turn-one' }])
  await live.restart()
  const again = await live.join('tab-1')
  await again.send(say('How many parcels are there?', 'turn-one'))
  expect((await live.turns()).at(1)).toMatchObject({ text: 'How many parcels are there?', clientTurnId: 'turn-one' })
})

test('who comes back within a minute is told what was missed; after a minute of quiet nothing is kept, and a snapshot comes', async () => {
  const live = await liveInterview()
  const tab = await live.join('tab-1')
  await tab.send(say('I would begin with the goals.', 'turn-one'))
  const early = tab.events.findLast((event) => event.type === 'turn-stored')
  const have = early !== undefined && 'seq' in early ? { epoch: early.epoch, seq: early.seq } : null
  const soon = await live.join('tab-2', have)
  expect(soon.events[0]).toMatchObject({ type: 'welcome', resumed: true })
  const newest = tab.position()
  live.clock.advance(61_000)
  await settle()
  const late = await live.join('tab-3', have)
  expect(late.events.slice(0, 2).map(({ type }) => type)).toEqual(['welcome', 'snapshot'])
  expect(late.events[0]).toMatchObject({ resumed: false })
  const complete = await live.join('tab-4', newest)
  expect(complete.events[0]).toMatchObject({ type: 'welcome', resumed: true })
})
