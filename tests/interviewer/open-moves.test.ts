import { describe, expect, test } from 'vitest'
import { moveId } from '#src/interviewer/move-id.ts'
import { openMoves } from '#src/interviewer/open-moves.ts'
import type { CheckState, Standpoint, WayIn } from '#src/interviewer/standpoint.ts'
import { answer, check, designSchedule, standpoint, storySchedule } from './standpoints.ts'

/** A point of a part to come that the last answer gave. */
const toldAhead = (id: string): CheckState => check(id, { due: 'later', shown: 'yes', near: true })

/** What is always open when the candidate has spoken and there is time. */
const always = ['answer:assume', 'repeat', 'steer']
const deep = { phase: 2, next: 3, exchanges: 3, clock: { elapsed: 20, spent: 8, budget: 25 } }
const intro = {
  phase: 0,
  next: 1,
  exchanges: 1,
  probes: 0,
  lastMove: { kind: 'open' },
  clock: { elapsed: 1, spent: 1, budget: 2 },
} as const
const wrapUp = {
  phase: 3,
  next: null,
  lastMove: { kind: 'next-phase', phase: 3 },
  clock: { elapsed: 36, spent: 1, budget: 5 },
} as const
const added = { probes: 0, checks: [check('scope', { shown: 'partly', near: true })], answer: answer({ words: 30 }) }
const apart = { earlier: { turn: 2, quote: 'there is no cache' }, later: { turn: 6, quote: 'the cache holds it' } }
const story = { schedule: storySchedule, phase: 1, next: 2, clock: { total: 15, elapsed: 8, spent: 3, budget: 5 } }
const ofResult = { criterion: 'result', weight: 30, probes: [{ kind: 'metrics', ask: 'How did it end?' }] } as const
const ending = check('ending', { ...ofResult, source: 'standing', essential: true })
const point = check('outcome', { ...ofResult, must: true })
const blank = { kind: 'stalled', words: 3 } as const

interface Row {
  situation: string
  at: Standpoint
  favourite: string
  /** The whole open set where it matters; order aside. */
  open?: string[]
}

const rows: Row[] = [
  // Cues that decide by themselves
  { situation: 'the start', at: standpoint({ cue: 'start', lastMove: null, answer: null }), favourite: 'open', open: ['open'] },
  {
    situation: 'an answer before any opening (it failed)',
    at: standpoint({ lastMove: null }),
    favourite: 'open',
    open: ['open'],
  },
  { situation: 'the end of the time', at: standpoint({ cue: 'time-up' }), favourite: 'close:time-up', open: ['close:time-up'] },
  {
    situation: 'an end by the candidate',
    at: standpoint({ cue: 'ended-by-candidate' }),
    favourite: 'close:ended-by-candidate',
    open: ['close:ended-by-candidate'],
  },
  {
    situation: 'an end before the opening',
    at: standpoint({ cue: 'ended-by-candidate', lastMove: null }),
    favourite: 'close:ended-by-candidate',
  },
  { situation: 'silence', at: standpoint({ cue: 'silence', answer: null }), favourite: 'nudge', open: ['nudge'] },
  { situation: 'coaching asked for', at: standpoint({ cue: 'coach-asked', answer: null }), favourite: 'coach', open: ['coach'] },
  {
    situation: 'a plea for time',
    at: standpoint({ answer: answer({ kind: 'asks-time', words: 4 }) }),
    favourite: 'wait',
    open: ['wait'],
  },
  {
    situation: 'a plea for time when the phase is over',
    at: standpoint({ answer: answer({ kind: 'asks-time', words: 4 }), clock: { spent: 20 } }),
    favourite: 'wait',
  },
  { situation: 'a hint asked for', at: standpoint({ cue: 'hint-asked', answer: null }), favourite: 'hint:2', open: ['hint:2'] },
  {
    situation: 'a hint asked for when none is left',
    at: standpoint({ cue: 'hint-asked', answer: null, hint: null }),
    favourite: 'hint:0',
    open: ['hint:0'],
  },

  // Probing
  {
    situation: 'an answer, points open',
    at: standpoint(),
    favourite: 'probe:scope:deepen',
    open: ['probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'a program handed in before its part of the round',
    at: standpoint({
      answer: answer({ givesCode: true }),
      schedule: designSchedule.map((phase, at) => (at === 2 ? { ...phase, writes: true as const } : phase)),
    }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'code in a round that has no part for it',
    at: standpoint({ answer: answer({ givesCode: true }) }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'an account of parts to come, with nothing open that must be there',
    at: standpoint({ checks: [check('scope'), ...['queue', 'keys'].map(toldAhead)] }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'an account of parts to come, with a must point open',
    at: standpoint({ checks: [check('scope', { must: true }), ...['queue', 'keys'].map(toldAhead)] }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'a look ahead in one point',
    at: standpoint({ checks: [check('scope'), toldAhead('queue')] }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'more of this part than of parts to come',
    at: standpoint({
      checks: [
        check('scope'),
        ...['goals', 'sizes'].map((id) => check(id, { shown: 'yes', near: true })),
        ...['queue', 'keys'].map(toldAhead),
      ],
    }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'the heavier point shown',
    at: standpoint({ checks: [check('scope', { shown: 'yes' }), check('sizes')] }),
    favourite: 'probe:sizes:deepen',
  },
  {
    situation: 'the heavier point partly shown',
    at: standpoint({ checks: [check('scope', { shown: 'partly' }), check('sizes', { weight: 40 })] }),
    favourite: 'probe:sizes:deepen',
  },
  {
    situation: 'a point partly shown and asked about once',
    at: standpoint({ checks: [check('scope', { shown: 'partly', asked: 1 })] }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'a point asked about twice',
    at: standpoint({ checks: [check('scope', { asked: 2 }), check('sizes')] }),
    favourite: 'probe:sizes:deepen',
  },
  {
    situation: 'a weak answer to the first probe of a point',
    at: standpoint({
      lastMove: { kind: 'probe', check: 'scope', probe: 'specify' },
      checks: [check('scope', { asked: 1 }), check('sizes', { weight: 50 })],
    }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'no planned probe left on a point',
    at: standpoint({ checks: [check('scope', { probes: [] }), check('sizes')] }),
    favourite: 'probe:sizes:deepen',
  },
  {
    situation: 'a point of an earlier phase, heavier',
    at: standpoint({ checks: [check('old', { due: 'earlier', weight: 80 }), check('sizes')] }),
    favourite: 'probe:sizes:deepen',
  },
  {
    situation: 'only a point of an earlier phase',
    at: standpoint({ checks: [check('old', { due: 'earlier' })] }),
    favourite: 'probe:old:deepen',
  },
  {
    situation: 'a standing check of an earlier phase',
    at: standpoint({ checks: [check('old', { due: 'earlier', source: 'standing' })] }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'a point of a later phase',
    at: standpoint({ checks: [check('later', { due: 'later', weight: 90 })] }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'a point above the bar, plain answer',
    at: standpoint({ checks: [check('fine', { aboveBar: true })] }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'a point above the bar, strong answer',
    at: standpoint({ answer: answer({ strong: true }), checks: [check('fine', { aboveBar: true, weight: 20 }), check('sizes')] }),
    favourite: 'probe:fine:deepen',
  },
  {
    situation: 'all points settled',
    at: standpoint({ checks: [check('scope', { shown: 'yes' })] }),
    favourite: 'next-phase:2',
    open: ['next-phase:2', ...always],
  },
  {
    situation: 'as many probes as the phase has room for',
    at: standpoint({ probes: 3, clock: { spent: 6 } }),
    favourite: 'next-phase:2',
    open: ['next-phase:2', ...always],
  },
  {
    situation: 'as many probes as that, and half the minutes left',
    at: standpoint({ probes: 3, clock: { spent: 4 } }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'twice as many probes',
    at: standpoint({ probes: 6, clock: { spent: 4 } }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'the answer to a changed requirement, all probes spent',
    at: standpoint({ probes: 6, clock: { spent: 4 }, lastMove: { kind: 'change-requirement', change: 'hostile' } }),
    favourite: 'probe:scope:deepen',
  },

  // What the candidate does besides answering
  {
    situation: 'a question with a fact to it',
    at: standpoint({ answer: answer({ kind: 'question', facts: ['reads'] }), untold: ['reads', 'regions'] }),
    favourite: 'answer:reads',
    open: ['answer:reads', 'answer:regions', 'probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'facts, and nothing that asks for any',
    at: standpoint({ answer: answer({ mayAskForFacts: false }), untold: ['reads', 'regions'] }),
    favourite: 'probe:scope:deepen',
    open: ['probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'a question for two facts',
    at: standpoint({ answer: answer({ kind: 'question', facts: ['reads', 'regions'] }), untold: ['reads', 'regions'] }),
    favourite: 'answer:reads+regions',
  },
  {
    situation: 'a question that no fact answers',
    at: standpoint({ answer: answer({ kind: 'question' }) }),
    favourite: 'answer:assume',
  },
  { situation: 'a plea to repeat', at: standpoint({ answer: answer({ kind: 'repeat' }) }), favourite: 'repeat' },
  { situation: 'an order to the grader', at: standpoint({ answer: answer({ kind: 'off-limits' }) }), favourite: 'steer' },
  {
    situation: 'a second one after being steered',
    at: standpoint({ answer: answer({ kind: 'off-limits' }), lastMove: { kind: 'steer' }, beside: 2 }),
    favourite: 'repeat',
  },
  {
    situation: 'a third one after the question was asked again',
    at: standpoint({ answer: answer({ kind: 'off-limits' }), lastMove: { kind: 'repeat' }, beside: 3 }),
    favourite: 'steer',
  },
  {
    situation: 'a fourth one, which gets nowhere',
    at: standpoint({ answer: answer({ kind: 'off-limits' }), lastMove: { kind: 'steer' }, beside: 4 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'the first one after a hint',
    at: standpoint({ answer: answer({ kind: 'off-limits' }), lastMove: { kind: 'hint', rung: 2, aims: [] }, beside: 1 }),
    favourite: 'steer',
  },
  {
    situation: 'the first one after the question was repeated on request',
    at: standpoint({ answer: answer({ kind: 'off-limits' }), lastMove: { kind: 'repeat' }, beside: 1 }),
    favourite: 'steer',
  },
  {
    situation: 'the answer asked for a third time, in practice',
    at: standpoint({
      answer: answer({ kind: 'off-limits', asksForAnswer: true }),
      lastMove: { kind: 'repeat' },
      hint: { rung: 0, aims: [] },
    }),
    favourite: 'hint:0',
  },
  {
    situation: 'the answer asked for a third time, in a mock',
    at: standpoint({
      answer: answer({ kind: 'off-limits', asksForAnswer: true }),
      lastMove: { kind: 'repeat' },
      hint: { rung: 0, aims: [] },
      mode: 'mock',
      beside: 3,
    }),
    favourite: 'steer',
  },
  {
    situation: 'the answer asked for a third time in the phase, with answers between, in practice',
    at: standpoint({
      answer: answer({ kind: 'off-limits', asksForAnswer: true }),
      pleas: 3,
      hint: { rung: 1, aims: [] },
    }),
    favourite: 'hint:1',
  },
  {
    situation: 'a third time, when the next hint holds help of its own',
    at: standpoint({ answer: answer({ kind: 'off-limits', asksForAnswer: true }), pleas: 3 }),
    favourite: 'steer',
  },
  {
    situation: 'a second time, with an answer between',
    at: standpoint({
      answer: answer({ kind: 'off-limits', asksForAnswer: true }),
      pleas: 2,
      hint: { rung: 1, aims: [] },
    }),
    favourite: 'steer',
  },
  {
    situation: 'the answer asked for a third time with answers between, in a mock',
    at: standpoint({
      answer: answer({ kind: 'off-limits', asksForAnswer: true }),
      pleas: 3,
      hint: { rung: 1, aims: [] },
      mode: 'mock',
    }),
    favourite: 'steer',
  },
  {
    situation: 'two things that do not go together, and a misconception',
    at: standpoint({ misconceptions: ['stateless'], contradictions: [apart] }),
    favourite: 'challenge:turn-2',
    open: ['challenge:turn-2', 'challenge:stateless', 'probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'a misconception',
    at: standpoint({ misconceptions: ['stateless'] }),
    favourite: 'challenge:stateless',
    open: ['challenge:stateless', 'probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'a misconception and a contradiction that were passed over: they may still be asked about',
    at: standpoint({ passedOver: { misconceptions: ['stateless'], contradictions: [apart] } }),
    favourite: 'probe:scope:deepen',
    open: ['challenge:turn-2', 'challenge:stateless', 'probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', ...always],
  },
  {
    situation: 'a misconception and a question',
    at: standpoint({ misconceptions: ['stateless'], answer: answer({ kind: 'question', facts: ['reads'] }) }),
    favourite: 'answer:reads',
  },

  // Blanks
  {
    situation: 'a first blank about a check that was asked about twice: the interview goes on',
    at: standpoint({ answer: answer(blank), stalled: 1, checks: [check('goals', { asked: 2 }), check('sizes')] }),
    favourite: 'probe:sizes:deepen',
  },
  { situation: 'a first blank', at: standpoint({ answer: answer(blank), stalled: 1 }), favourite: 'probe:goals:recover' },
  {
    situation: 'a blank at the opening of a part: a way into what is told first there',
    at: standpoint({ answer: answer(blank), stalled: 1, lastMove: { kind: 'next-phase', phase: 1 } }),
    favourite: 'probe:scope:recover',
  },
  {
    situation: 'a blank at an opening that asks for something: a way into that',
    at: standpoint({ answer: answer(blank), stalled: 1, lastMove: { kind: 'next-phase', phase: 1, asksFor: ['sizes'] } }),
    favourite: 'probe:sizes:recover',
  },
  {
    situation: 'a blank at the opening of a question',
    at: standpoint({ answer: answer(blank), stalled: 1, lastMove: { kind: 'open' } }),
    favourite: 'probe:scope:recover',
  },
  {
    situation: 'not knowing where to start at an opening: the same way in before the first rung',
    at: standpoint({
      answer: answer({ kind: 'hint-request', words: 6 }),
      lastMove: { kind: 'open' },
      hint: { rung: 0, aims: [] },
    }),
    favourite: 'probe:scope:recover',
  },
  {
    situation: 'a request for a hint at an opening once help has begun',
    at: standpoint({ answer: answer({ kind: 'hint-request', words: 6 }), lastMove: { kind: 'open' } }),
    favourite: 'hint:2',
  },
  {
    situation: 'a second blank in a row',
    at: standpoint({ answer: answer(blank), stalled: 2, lastMove: { kind: 'probe', check: 'goals', probe: 'recover' } }),
    favourite: 'hint:2',
    open: ['hint:2', 'probe:scope:deepen', 'probe:sizes:deepen', 'next-phase:2', 'wait', ...always],
  },
  {
    situation: 'a first word or two that shows nothing: the interview goes on',
    at: standpoint({ answer: answer({ words: 1 }), stalled: 1 }),
    favourite: 'probe:scope:deepen',
  },
  { situation: 'a second one in a row', at: standpoint({ answer: answer({ words: 1 }), stalled: 2 }), favourite: 'hint:2' },
  {
    situation: 'a second blank, no hint left',
    at: standpoint({ answer: answer(blank), stalled: 2, hint: null }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'a third blank, after the hint',
    at: standpoint({ answer: answer(blank), stalled: 3, lastMove: { kind: 'hint', rung: 2, aims: ['scope'] } }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'a fifth blank',
    at: standpoint({ answer: answer(blank), stalled: 5, lastMove: { kind: 'hint', rung: 3, aims: ['scope'] } }),
    favourite: 'next-phase:2',
  },

  // Answers that wander off
  {
    situation: 'a long answer that bears on nothing',
    at: standpoint({ answer: answer({ wandered: true }) }),
    favourite: 'repeat',
  },
  {
    situation: 'a second one running',
    at: standpoint({ answer: answer({ wandered: true }), lastMove: { kind: 'repeat' } }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'such an answer when the minutes are used up',
    at: standpoint({ answer: answer({ wandered: true }), clock: { elapsed: 10, spent: 8 } }),
    favourite: 'next-phase:2',
  },

  // Phases and their minutes
  {
    situation: 'the minutes of the phase used up',
    at: standpoint({ clock: { elapsed: 10, spent: 8 } }),
    favourite: 'next-phase:2',
    open: ['next-phase:2', 'probe:scope:deepen', 'probe:sizes:deepen', ...always],
  },
  {
    situation: 'a question when the minutes are used up',
    at: standpoint({ clock: { elapsed: 10, spent: 8 }, answer: answer({ kind: 'question', facts: ['reads'] }) }),
    favourite: 'answer:reads',
  },
  {
    situation: 'a question at one and a half times the minutes',
    at: standpoint({ clock: { elapsed: 14, spent: 12 }, answer: answer({ kind: 'question', facts: ['reads'] }) }),
    favourite: 'next-phase:2',
    open: ['next-phase:2', 'answer:reads', ...always],
  },
  {
    situation: 'twice the minutes',
    at: standpoint({ clock: { elapsed: 18, spent: 16 }, answer: answer({ kind: 'question', facts: ['reads'] }) }),
    favourite: 'next-phase:2',
    open: ['next-phase:2'],
  },
  {
    situation: "the wrap-up's minutes begin two phases early",
    at: standpoint({ clock: { elapsed: 35, spent: 3 } }),
    favourite: 'next-phase:3',
    open: ['next-phase:3'],
  },
  { situation: '"I am done" after a probe', at: standpoint({ answer: answer({ kind: 'done' }) }), favourite: 'next-phase:2' },
  {
    situation: '"I am done" for the second time, a must point open',
    at: standpoint({ answer: answer({ kind: 'done', doneBefore: true }), checks: [check('scope', { must: true })] }),
    favourite: 'next-phase:2',
  },
  {
    situation: '"I am done" before a must point was asked about',
    at: standpoint({ answer: answer({ kind: 'done' }), probes: 0, checks: [check('scope', { must: true })] }),
    favourite: 'probe:scope:deepen',
  },

  // The introduction
  {
    situation: 'a nod in the introduction',
    at: standpoint({ ...intro, answer: answer({ words: 4 }) }),
    favourite: 'next-phase:1',
  },
  {
    situation: 'a question about the task in the introduction, of which no fact tells',
    at: standpoint({ ...intro, answer: answer({ kind: 'question', words: 14 }) }),
    favourite: 'answer:assume',
  },
  {
    situation: 'one more, when the introduction has had its time',
    at: standpoint({ ...intro, clock: { elapsed: 4, spent: 4, budget: 2 }, answer: answer({ kind: 'question', words: 14 }) }),
    favourite: 'next-phase:1',
  },
  {
    situation: 'a long first turn that breaks off',
    at: standpoint({ ...intro, answer: answer({ flowing: true, words: 120 }) }),
    favourite: 'listen',
  },
  {
    situation: 'one that goes on after listening',
    at: standpoint({ ...intro, lastMove: { kind: 'listen' }, answer: answer({ flowing: true, words: 120 }) }),
    favourite: 'next-phase:1',
  },
  {
    situation: 'a turn that breaks off in the middle of the round',
    at: standpoint({ ...deep, answer: answer({ flowing: true, words: 120 }) }),
    favourite: 'probe:scope:deepen',
  },

  // A changed requirement
  {
    situation: 'two thirds through, part of the core said',
    at: standpoint({ ...deep, clock: { elapsed: 27, spent: 10, budget: 25 }, exchanges: 1, change: 'hostile', coreShown: 0.4 }),
    favourite: 'change:hostile',
  },
  {
    situation: 'two thirds through, nothing said that it could change',
    at: standpoint({ ...deep, clock: { elapsed: 27, spent: 10, budget: 25 }, change: 'hostile', coreShown: 0 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'well into the last phase, the core said',
    at: standpoint({ ...deep, change: 'hostile', coreShown: 0.5 }),
    favourite: 'change:hostile',
  },
  {
    situation: 'well into a phase that the change belongs to',
    at: standpoint({ exchanges: 3, clock: { elapsed: 12 }, change: 'hostile', changeBelongsHere: true, coreShown: 0.5 }),
    favourite: 'change:hostile',
  },
  {
    situation: 'the last phase just begun',
    at: standpoint({ ...deep, exchanges: 1, change: 'hostile', coreShown: 1 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'about to leave the last phase',
    at: standpoint({ ...deep, exchanges: 1, checks: [], change: 'hostile', coreShown: 0.2 }),
    favourite: 'change:hostile',
  },
  {
    situation: 'a first change made and points open: they come first',
    at: standpoint({ ...deep, change: 'region', changes: 1, coreShown: 1 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'a first change made, nothing else open and time left: a second one',
    at: standpoint({ ...deep, checks: [], change: 'region', changes: 1, coreShown: 1 }),
    favourite: 'change:region',
  },
  {
    situation: 'the answer to a first change, nothing else open',
    at: standpoint({
      ...deep,
      checks: [],
      change: 'region',
      changes: 1,
      coreShown: 1,
      lastMove: { kind: 'change-requirement', change: 'hostile' },
    }),
    favourite: 'next-phase:3',
  },
  {
    situation: 'a first change made, nothing else open, most of the time gone',
    at: standpoint({
      ...deep,
      clock: { elapsed: 30, spent: 20, budget: 25 },
      checks: [],
      change: 'region',
      changes: 1,
      coreShown: 1,
    }),
    favourite: 'next-phase:3',
  },
  {
    situation: 'done with one question in the last part, points open and time left: one more',
    at: standpoint({ ...deep, answer: answer({ kind: 'done', words: 7 }), coreShown: 1 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'done there a second time',
    at: standpoint({ ...deep, answer: answer({ kind: 'done', words: 7, doneBefore: true }), coreShown: 1 }),
    favourite: 'next-phase:3',
  },
  {
    situation: 'more probes than planned in the last part, the core held and time left',
    at: standpoint({ ...deep, probes: 30, coreShown: 1 }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'the change spoken already',
    at: standpoint({ ...deep, checks: [], change: null, coreShown: 1 }),
    favourite: 'next-phase:3',
  },
  {
    situation: 'a blank when the change is due',
    at: standpoint({ ...deep, change: 'hostile', coreShown: 1, answer: answer(blank), stalled: 1 }),
    favourite: 'probe:goals:recover',
  },

  // Several questions
  {
    situation: 'the second story finished',
    at: standpoint({
      schedule: storySchedule,
      phase: 1,
      next: 2,
      checks: [],
      clock: { total: 15, elapsed: 8, spent: 3, budget: 5 },
    }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'the last story of a round without wrap-up',
    at: standpoint({
      schedule: storySchedule,
      phase: 2,
      next: null,
      checks: [],
      clock: { total: 15, elapsed: 13, spent: 3, budget: 5 },
    }),
    favourite: 'close:finished',
  },
  {
    situation: 'the last story, early in its minutes and with points open: it may not be closed',
    at: standpoint({ schedule: storySchedule, phase: 2, next: null, clock: { total: 15, elapsed: 11, spent: 1, budget: 5 } }),
    favourite: 'probe:scope:deepen',
    open: ['probe:scope:deepen', 'probe:sizes:deepen', ...always],
  },
  {
    situation: 'the last story, late in its minutes: it may be closed although points are open',
    at: standpoint({ schedule: storySchedule, phase: 2, next: null, clock: { total: 15, elapsed: 14, spent: 4, budget: 5 } }),
    favourite: 'probe:scope:deepen',
    open: ['probe:scope:deepen', 'probe:sizes:deepen', 'close:finished', ...always],
  },
  {
    situation: 'a story without an ending, one planned probe left: it is kept for that',
    at: standpoint({ ...story, probes: 2, checks: [check('scope'), ending, point] }),
    favourite: 'probe:outcome:metrics',
  },
  {
    situation: 'the same with two planned probes left',
    at: standpoint({ ...story, probes: 1, checks: [check('scope'), ending, point] }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'the same by somebody who is done',
    at: standpoint({ ...story, probes: 0, answer: answer({ kind: 'done', doneBefore: true }), checks: [check('scope'), ending] }),
    favourite: 'probe:ending:metrics',
  },
  {
    situation: 'the same when its minutes are over',
    at: standpoint({
      ...story,
      probes: 3,
      checks: [check('scope'), ending],
      clock: { total: 15, elapsed: 10, spent: 5.5, budget: 5 },
    }),
    favourite: 'probe:ending:metrics',
  },
  {
    situation: 'a story asked for its ending already, by whatever check of that criterion',
    at: standpoint({
      ...story,
      probes: 3,
      checks: [ending, check('figure', { ...ofResult, source: 'standing', spent: ['metrics'], asked: 2 })],
      clock: { total: 15, elapsed: 9, spent: 4, budget: 5 },
    }),
    favourite: 'next-phase:2',
  },
  {
    situation: 'words that met the ending by chance, and nothing of the question’s own point',
    at: standpoint({ ...story, probes: 2, checks: [check('scope'), { ...ending, shown: 'yes' }, point] }),
    favourite: 'probe:outcome:metrics',
  },
  {
    situation: 'an ending in words of the question’s own point',
    at: standpoint({ ...story, probes: 2, checks: [check('scope'), { ...ending, shown: 'yes' }, { ...point, shown: 'partly' }] }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'more probes than planned in a story, with time left',
    at: standpoint({ ...story, probes: 4, clock: { total: 15, elapsed: 7, spent: 2, budget: 5 } }),
    favourite: 'probe:scope:deepen',
  },
  {
    situation: 'two thirds of a round of stories',
    at: standpoint({
      schedule: storySchedule,
      phase: 2,
      next: null,
      exchanges: 1,
      change: 'x',
      coreShown: 1,
      clock: { total: 15, elapsed: 11, spent: 1, budget: 5 },
    }),
    favourite: 'probe:scope:deepen',
  },

  // The wrap-up
  {
    situation: "the candidate's own question",
    at: standpoint({ ...wrapUp, answer: answer({ kind: 'question' }) }),
    favourite: 'reply',
    open: ['reply', 'close:finished'],
  },
  {
    situation: 'a plea for the grade in the wrap-up',
    at: standpoint({ ...wrapUp, answer: answer({ kind: 'off-limits' }) }),
    favourite: 'reply',
  },
  {
    situation: 'no question of their own',
    at: standpoint({ ...wrapUp, answer: answer({ words: 3 }) }),
    favourite: 'close:finished',
    open: ['close:finished', 'reply', 'listen'],
  },
  {
    situation: 'something added in the wrap-up that leaves nothing of its point to ask',
    at: standpoint({
      ...wrapUp,
      probes: 0,
      checks: [check('scope', { shown: 'yes', near: true })],
      answer: answer({ words: 12 }),
    }),
    favourite: 'listen',
    open: ['listen', 'reply', 'close:finished'],
  },
  {
    situation: 'something added that shows a part of a point',
    at: standpoint({ ...wrapUp, ...added }),
    favourite: 'probe:scope:deepen',
    open: ['probe:scope:deepen', 'listen', 'reply', 'close:finished'],
  },
  {
    situation: 'the same a second time: one follow-up is enough',
    at: standpoint({ ...wrapUp, ...added, probes: 1 }),
    favourite: 'listen',
  },
  {
    situation: 'the same with no time for another answer',
    at: standpoint({ ...wrapUp, ...added, clock: { elapsed: 39, spent: 4, budget: 5 } }),
    favourite: 'listen',
  },
  {
    situation: 'a short answer to that follow-up',
    at: standpoint({ ...wrapUp, lastMove: { kind: 'probe', check: 'scope', probe: 'deepen' }, answer: answer({ words: 6 }) }),
    favourite: 'listen',
  },
  {
    situation: 'nothing more after that follow-up',
    at: standpoint({ ...wrapUp, lastMove: { kind: 'probe', check: 'scope', probe: 'deepen' }, answer: answer({ kind: 'done' }) }),
    favourite: 'close:finished',
  },
  {
    situation: 'much added that the question does not look for',
    at: standpoint({ ...wrapUp, answer: answer({ words: 30 }) }),
    favourite: 'listen',
  },
  {
    situation: 'a wish to come back to something',
    at: standpoint({ ...wrapUp, answer: answer({ kind: 'asks-leave' }) }),
    favourite: 'listen',
  },
  {
    situation: 'a question about the task in the wrap-up',
    at: standpoint({ ...wrapUp, answer: answer({ kind: 'question', facts: ['reads'] }) }),
    favourite: 'answer:reads',
    open: ['answer:reads', 'reply', 'close:finished'],
  },
  {
    situation: 'a question about the company in words of a fact',
    at: standpoint({ ...wrapUp, answer: answer({ kind: 'question', facts: ['reads'], asksBesideTask: true }) }),
    favourite: 'reply',
  },
  {
    situation: 'the eleventh turn in the wrap-up',
    at: standpoint({ ...wrapUp, ...added, exchanges: 11 }),
    favourite: 'close:finished',
  },
  {
    situation: 'the sixth question in the wrap-up',
    at: standpoint({ ...wrapUp, replies: 5, answer: answer({ kind: 'question' }) }),
    favourite: 'close:finished',
  },
  {
    situation: 'silence in the wrap-up',
    at: standpoint({ ...wrapUp, cue: 'silence', answer: null, lastMove: { kind: 'nudge' } }),
    favourite: 'nudge',
    open: ['nudge'],
  },
]

describe('openMoves', () => {
  test.each(rows)('$situation → $favourite', ({ at, favourite, open }) => {
    const moves = openMoves(at)
    const ids = moves.open.map(moveId)
    expect(moveId(moves.favourite)).toBe(favourite)
    expect(ids[0]).toBe(favourite)
    expect(new Set(ids).size).toBe(ids.length)
    if (open !== undefined) expect([...ids].sort()).toEqual([...open].sort())
  })

  test('leaves the introduction with the facts that were asked for', () => {
    const at = standpoint({ ...intro, answer: answer({ kind: 'question', facts: ['reads', 'regions'] }) })
    expect(openMoves(at).favourite).toEqual({ kind: 'next-phase', phase: 1, facts: ['reads', 'regions'] })
  })

  test('leaves a part whose time is up with the facts that were asked for', () => {
    const at = standpoint({ clock: { spent: 20 }, answer: answer({ kind: 'question', facts: ['reads'] }) })
    expect(openMoves(at).favourite).toMatchObject({ kind: 'next-phase', facts: ['reads'] })
  })

  test('what there was no room for is told where another part begins, one fact at a time', () => {
    const late = { owed: ['reads', 'regions'], clock: { spent: 13 } }
    expect(openMoves(standpoint(late)).favourite).toMatchObject({ kind: 'next-phase', phase: 2, facts: ['reads'] })
    const wrapUp = designSchedule.findIndex(({ role }) => role === 'wrap-up')
    const { favourite } = openMoves(standpoint({ ...late, phase: wrapUp - 1, next: wrapUp }))
    expect(favourite).toMatchObject({ kind: 'next-phase', phase: wrapUp })
    expect(favourite).not.toHaveProperty('facts')
  })

  test('leaves the introduction with a probe when the candidate is under way', () => {
    const at = standpoint({ ...intro, answer: answer({ words: 80 }) })
    expect(openMoves(at).favourite).toEqual({ kind: 'next-phase', phase: 1, check: 'scope', probe: 'deepen' })
  })

  describe('goes on to the next part', () => {
    const told = (over: Partial<WayIn>): Standpoint =>
      standpoint({
        answer: answer({ kind: 'done' }),
        wayIn: { opener: null, announce: 'Now the details.', about: 'depth', checks: [], ...over },
      })

    test('with an opener, and says what it asks for', () => {
      const opener = { announce: 'Now the details.', ask: 'What happens to one scan?', asksFor: ['path-traced'] }
      expect(openMoves(told({ opener })).favourite).toEqual({ kind: 'next-phase', phase: 2, asksFor: ['path-traced'] })
    })

    test('with a point of that part that is open, where its openers ask for what was told', () => {
      const checks = [
        check('general', { source: 'standing', weight: 90 }),
        check('met', { shown: 'yes', weight: 80 }),
        check('left', { due: 'earlier', weight: 80 }),
        check('scan'),
      ]
      expect(openMoves(told({ checks })).favourite).toEqual({ kind: 'next-phase', phase: 2, check: 'scan', probe: 'deepen' })
    })

    test('with no general question but on what that part is about, and none that points back at nothing', () => {
      const general = (over: Partial<CheckState>) => [check('general', { source: 'standing', ...over })]
      const bare = { kind: 'next-phase', phase: 2 }
      expect(openMoves(told({ checks: general({}) })).favourite).toEqual({ ...bare, check: 'general', probe: 'deepen' })
      expect(openMoves(told({ checks: general({ criterion: 'judgement' }) })).favourite).toEqual(bare)
      const pointing = [{ kind: 'justify', ask: 'Why that, and not another?' }] as const
      expect(openMoves(told({ checks: general({ probes: pointing }) })).favourite).toEqual(bare)
    })
  })

  test('leaves it to whoever can read whether anything is left to ask of what two sentences met', () => {
    const moves = openMoves(standpoint({ ...deep, checks: [check('met', { shown: 'yes', settled: false })] }))
    expect(moves.favourite.kind).toBe('next-phase')
    expect(moves.open.map(moveId)).toContain('probe:met:deepen')
  })

  test('an order leads nowhere that was not open: the part stays', () => {
    const kinds = (kind: 'answer' | 'off-limits') =>
      openMoves(standpoint({ ...deep, answer: answer({ kind }) })).open.map((move) => move.kind)
    expect([kinds('answer').includes('next-phase'), kinds('off-limits').includes('next-phase')]).toEqual([true, false])
  })

  describe('with nothing else left to ask, and time', () => {
    const beyond = [{ kind: 'probe', check: 'met', probe: 'counterfactual', beyond: true }] as const
    const told = (over: Parameters<typeof standpoint>[0] = {}) =>
      openMoves(
        standpoint({
          ...deep,
          clock: { elapsed: 14, spent: 3, budget: 25 },
          checks: [check('met', { shown: 'yes' })],
          beyond,
          ...over,
        }),
      ).favourite

    test('goes into what was told unasked', () => {
      expect(told()).toEqual(beyond[0])
    })

    test('and once more for somebody who says that this is all', () => {
      expect(told({ answer: answer({ kind: 'done' }) })).toEqual(beyond[0])
      expect(told({ answer: answer({ kind: 'done', doneBefore: true }) }).kind).toBe('next-phase')
    })

    test.each([
      { situation: 'while a point is open', over: { checks: [check('met', { shown: 'yes' }), check('open')] } },
      { situation: 'once a question more has no room', over: { clock: { elapsed: 33, spent: 23, budget: 25 } } },
      { situation: 'after a blank', over: { stalled: 1, answer: answer({ kind: 'stalled' }) } },
      { situation: 'in the part that the interview begins with', over: { phase: 1, next: 2 } },
    ] satisfies { situation: string; over: Parameters<typeof standpoint>[0] }[])('but not $situation', ({ over }) => {
      expect(told(over)).not.toHaveProperty('beyond')
    })

    test('after one blank to such a question goes on to another, with no way back to what was told', () => {
      const another = { kind: 'probe', check: 'other', probe: 'failure', beyond: true } as const
      const checks = ['met', 'other'].map((id) => check(id, { shown: 'yes' }))
      const blanks = (stalled: number) =>
        told({ checks, beyond: [another], lastMove: beyond[0], stalled, answer: answer(blank), hint: null })
      expect(blanks(1)).toEqual(another)
      expect(blanks(2)).toEqual({ kind: 'next-phase', phase: 3 })
    })

    describe('and a requirement to change', () => {
      const changing = { change: 'hostile', coreShown: 0.8 }
      const at = (elapsed: number, over: Parameters<typeof standpoint>[0] = {}) =>
        moveId(told({ ...changing, clock: { elapsed, spent: 15, budget: 25 }, ...over }))
      const beyondMet = moveId(beyond[0])
      const twoQuestions = [...designSchedule.slice(0, 2), ...designSchedule.slice(1).map((phase) => ({ ...phase, question: 1 }))]

      test('goes beyond what was told until two thirds of the time, and to five sixths before another change', () => {
        expect([at(26), at(27)]).toEqual([beyondMet, 'change:hostile'])
        expect([at(33, { changes: 1 }), at(34, { changes: 1 })]).toEqual([beyondMet, 'change:hostile'])
      })

      test('changes it sooner where nothing is left to go beyond, or no time for it, or another question has had its time', () => {
        expect(at(26, { beyond: [] })).toBe('change:hostile')
        const checks = [check('met', { shown: 'yes' }), check('open')]
        expect(at(26, { clock: { elapsed: 26, spent: 23, budget: 25 }, checks })).toBe('change:hostile')
        expect(at(26, { schedule: twoQuestions, phase: 3, next: 4 })).toBe('change:hostile')
      })
    })
  })

  test('with time left asks for what must be there, however many questions the part has had', () => {
    const asked = (must: boolean) => openMoves(standpoint({ probes: 30, checks: [check('key', { must })] })).favourite.kind
    expect([asked(true), asked(false)]).toEqual(['probe', 'next-phase'])
  })

  test('coaches on another criterion than the last time, where another is open', () => {
    const coached = (coachedOn: string | null, criteria: string[]) =>
      openMoves(
        standpoint({
          cue: 'coach-asked',
          answer: null,
          coachedOn,
          checks: criteria.map((criterion, at) => check(criterion, { criterion, weight: 50 - at })),
        }),
      ).favourite
    expect(coached(null, ['depth', 'framing'])).toEqual({ kind: 'coach', criterion: 'depth' })
    expect(coached('depth', ['depth', 'framing'])).toEqual({ kind: 'coach', criterion: 'framing' })
    expect(coached('depth', ['depth'])).toEqual({ kind: 'coach', criterion: 'depth' })
  })

  test('gives the same moves for the same standpoint', () => {
    const at = standpoint({ misconceptions: ['a'], change: 'b', untold: ['c'] })
    expect(openMoves(structuredClone(at))).toEqual(openMoves(at))
  })
})
