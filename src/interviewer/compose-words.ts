import { wordsIn } from '#src/conduct/sentence-splitter.ts'
import type { Guide, KeyPoint } from '#src/domain/guide.ts'
import { checkAskedBy, factsOf, type Move, opensPart } from '#src/domain/move.ts'
import { minutesLeft, minutesOfPhase, wholeMinutes } from '#src/domain/phase-clock.ts'
import type { Phrases } from '#src/domain/phrases.ts'
import type { ProbeKind } from '#src/domain/rubric.ts'
import { pastNamed, tellableOf } from '#src/domain/steps-taken.ts'
import { sharesTellingWord } from '#src/evidence/telling-words.ts'
import { coachWords } from './coach-words.ts'
import { gapWords } from './gap-words.ts'
import type { SpeakRequest } from './interviewer.ts'
import { questionAgain } from './question-again.ts'
import { claimAbout, claimIn, leansOnTalk, openingOf, pointsBack, setsScene } from './quote.ts'
import { aboutDecision } from './rank-probes.ts'
import { replyWords } from './reply-words.ts'
import { hasRoomFor, isNearEnd } from './room-to-speak.ts'
import type { Standing } from './where-we-stand.ts'
import { fillIn, type Wording, wordingOf } from './wording.ts'

interface Scene {
  request: SpeakRequest
  standing: Standing
  wording: Wording
  /** Utterances before this one. */
  count: number
  guide: Guide
}

interface Options {
  request: SpeakRequest
  standing: Standing
  phrases: Phrases
}

/** The words of a move, from the guide, the phrases and the candidate's own words. Facts, hints and openings are the guide's, word for word. */
export function composeWords(move: Move, options: Options): string {
  const scene = sceneOf(options)
  return wordsOf(move, scene).trim()
}

/** The whole turn where the rules speak. */
export const wordsOfTurn = (move: Move, options: Options): string =>
  `${composeWords(move, options)} ${restOfFacts(move, options)}`.trim()

/** What follows facts when more were asked for than are told at once, else empty: a question that gets no answer should not look unheard. Said once: it is known then. */
function restOfFacts(move: Move, options: Options): string {
  const { standing, request, phrases } = options
  const told = factsOf(move)
  const left = standing.at.answer?.heldBack.filter((id) => !told.includes(id)) ?? []
  if (told.length === 0 || left.length === 0) return ''
  if (standing.guide.steps.some(({ id }) => left.includes(id))) return sceneOf(options).wording.say('step-rest')
  const wordings = phrases['answer-rest'] ?? []
  const wasSaid = request.turns.some(
    ({ speaker, text }) => speaker === 'interviewer' && wordings.some((one) => text.includes(one)),
  )
  return wasSaid ? '' : sceneOf(options).wording.say('answer-rest')
}

function sceneOf({ request, standing, phrases }: Options): Scene {
  const said = request.turns.filter(({ speaker }) => speaker === 'interviewer').map(({ text }) => text)
  const count = said.length
  const wording = wordingOf({ phrases, interview: request.interview, count, said })
  return { request, standing, wording, count, guide: standing.guide }
}

function wordsOf(move: Move, scene: Scene): string {
  const { wording, standing } = scene
  const { at } = standing
  switch (move.kind) {
    case 'open':
      return openingWords(scene)
    case 'answer':
      return factWords([move.fact, ...(move.also ?? [])], scene) || wordsWithoutFact(scene)
    case 'repeat':
      return wording.say(repeatKey(standing), { question: questionAgain(scene) })
    case 'probe':
      return join(beforeProbe(move, scene), lookingBack(move, scene), probeWords(move, scene))
    case 'challenge': {
      if (move.contradiction !== undefined) {
        const { earlier, later } = move.contradiction
        return wording.say('challenge-contradiction', { earlier: earlier.quote, later: later.quote })
      }
      if (move.gap !== undefined)
        return gapWords(move.gap, { gaps: [...at.gaps, ...(at.writing === null ? [] : [at.writing])], wording })
      const challenge = scene.guide.misconceptions.find(({ id }) => id === move.misconception)?.challenge ?? ''
      return join(acknowledgement(scene), challenge)
    }
    case 'hint':
      return hintWords(move, scene)
    case 'change-requirement':
      return scene.guide.changedRequirements.find(({ id }) => id === move.change)?.say ?? ''
    case 'next-phase':
      return nextPhaseWords(move, scene)
    case 'reply':
      return replyWords(scene)
    case 'close':
      return wording.say(`close-${move.reason}`, { minutes: wholeMinutes(at.clock.elapsedMs) })
    case 'coach':
      return coachWords(move, { standing, wording, rubric: scene.request.content.rubric })
    case 'nudge':
      return wording.say(mayHaveHint(scene) ? 'nudge-hint' : 'nudge')
    case 'listen':
      return wording.say(listenKey(scene))
    case 'wait':
    case 'steer':
      return wording.say(move.kind)
  }
}

function repeatKey({ at, answered }: Standing): string {
  if (at.answer?.kind !== 'repeat') return 'question-stands'
  return answered?.checksMeaning === true ? 'repeat-meant' : 'repeat'
}

/** To a question that the fact sheet does not answer. */
function wordsWithoutFact(scene: Scene): string {
  const { standing, wording } = scene
  if (standing.asksForTime) return wording.say('time-left', { left: minutesLeft(standing.at.clock) })
  if (asksForStory(scene)) return puttingOff(scene) || wording.say('answer-story')
  return wording.say(standing.asksInVain ? (standing.asksOfTold ? 'answer-unchanged' : 'answer-unseen') : 'answer-assume')
}

/** To a question about the company in the middle of a story; empty when there was none. */
function puttingOff({ standing: { at, asksOfCompany }, wording }: Scene): string {
  if (!asksOfCompany) return ''
  const hasWrapUp = at.schedule.slice(at.phase + 1).some(({ role }) => role === 'wrap-up')
  return wording.say(hasWrapUp ? 'answer-company' : 'answer-company-none')
}

/** Before anything was said there is nothing to go on with, and in the wrap-up nothing to go on to, but for somebody in the middle of it. */
function listenKey({ standing: { at, offersChoice } }: Scene): string {
  if (offersChoice) return 'listen-choice'
  const isUnderWay = at.answer?.kind === 'asks-leave' || at.answer?.flowing === true
  const role = at.schedule[at.phase]?.role
  if (role === 'intro' && at.answer?.kind === 'asks-leave') return 'listen-intro'
  return role === 'wrap-up' && !isUnderWay ? 'listen-wrap-up' : 'listen'
}

const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ')

function openingWords({ request, standing, wording }: Scene): string {
  const { interview, content } = request
  const count = interview.questions.length
  const questions = count === 1 ? wording.say('questions-one') : wording.say('questions-several', { count })
  const format = wording.say('open', { title: content.rubric.title, minutes: interview.minutes, questions })
  const setting = interview.company === 'neutral' ? '' : wording.say(`setting-${interview.company}`)
  return `${join(format, setting, wording.say(`mode-${interview.mode}`))}\n\n${standing.questionText}`
}

const factWords = (ids: (string | null)[], scene: Scene): string =>
  ids
    .map((id) => (id === null ? '' : factAtItsTime(id, scene)))
    .join(' ')
    .trim()

/** What is told as it was says so. */
function factAtItsTime(id: string, { guide, wording }: Scene): string {
  const fact = tellableOf(guide).find((one) => one.id === id)?.fact ?? ''
  const past = pastNamed(guide, id)
  return fact === '' || past === null ? fact : wording.say(`told-as-before-${past.before}`, { fact })
}

const mostWordsOfAcknowledgement = 6
const mostWordsOfAnchor = 16

const hasRoom = (words: number, { request, standing, guide }: Scene): boolean =>
  hasRoomFor(words, {
    turns: request.turns,
    change: guide.changedRequirements.find(({ id }) => id === standing.at.change)?.say ?? '',
    isNearEnd: isNearEnd(standing.at.clock),
  })

/** Neutral and short, and not in every turn: said each time, it becomes a form. */
function acknowledgement(scene: Scene): string {
  const { count, wording, request } = scene
  if (!hasRoom(mostWordsOfAcknowledgement, scene)) return ''
  const skips = request.interview.persona === 'quiet' ? count % 3 !== 0 : count % 3 === 2
  return skips ? '' : wording.say('acknowledge')
}

/** A general question is put to what was said just now, whatever its check; and what came up again just now is no thing from before. */
function lookingBack(move: AskedProbe, { standing, wording }: Scene): string {
  const isEarlier = standing.at.checks.some(({ id, due, near }) => id === move.check && due === 'earlier' && !near)
  return isEarlier && !isGeneralAsk(askOf(move, standing), move, standing) ? wording.say('back-to-earlier') : ''
}

/** A blank is not acknowledged. */
const beforeProbe = (move: AskedProbe, scene: Scene): string =>
  scene.standing.looksInVain
    ? scene.wording.say('nothing-seen')
    : move.probe === 'recover'
      ? ''
      : puttingOff(scene) || turningAway(move, scene) || acknowledgement(scene)

/** Every other time that the answer was about something else, and no word of it comes back, it is said that the subject changes, in place of an acknowledgement. */
function turningAway(move: AskedProbe, scene: Scene): string {
  const { at } = scene.standing
  const asked = at.checks.find(({ id }) => id === move.check)
  const goesOn = asked === undefined || asked.near || asked.due !== 'now' || move.check === checkAskedBy(at.lastMove)
  if (goesOn || at.lastMove?.kind !== 'probe' || at.answer?.kind !== 'answer' || scene.count % 2 !== 0) return ''
  const ask = askOf(move, scene.standing) ?? ''
  const goesOnFrom = leansOnTalk.test(ask) || sharesTellingWord(ask, scene.standing.quotableFor(move.check)[0] ?? '')
  if (goesOnFrom || isGeneralAsk(ask, move, scene.standing) || !hasRoom(mostWordsOfAcknowledgement, scene)) return ''
  return scene.wording.say('another-point')
}

const isGeneralAsk = (ask: string | undefined, { probe }: { probe: ProbeKind }, { generalProbes }: Standing): boolean =>
  ask !== undefined && generalProbes.get(probe) === ask

interface AskedProbe {
  check: string
  probe: ProbeKind
  beyond?: true | undefined
}

/** The question of a probe: what goes beyond what was told, else the planned one of its kind, else a general one. */
export const askOf = (probe: AskedProbe, { at, generalProbes, beyond }: Standing): string | undefined =>
  (probe.beyond === true ? beyond.find(({ check }) => check === probe.check)?.ask : undefined) ??
  at.checks.find(({ id }) => id === probe.check)?.probes.find(({ kind }) => kind === probe.probe)?.ask ??
  generalProbes.get(probe.probe)

/** The planned probe, held to what the candidate said. */
function probeWords(move: AskedProbe, scene: Scene): string {
  const { standing, wording } = scene
  const beyond = move.beyond === true ? standing.beyond.find(({ check }) => check === move.check) : undefined
  if (beyond?.quote === null) return beyond.ask
  if (beyond !== undefined)
    return join(wording.say(beyond.quote.isFresh ? 'anchor' : 'anchor-earlier', { quote: beyond.quote.words }), beyond.ask)
  if (move.probe === 'recover') return wording.say(recoverKey(scene))
  const ask = askOf(move, standing) ?? keyPointOf(move.check, scene)?.probes[0]?.ask ?? wording.say('recover')
  const isGeneral = isGeneralAsk(ask, move, standing)
  const calling = isGeneral ? standing.signals.find(({ kind }) => kind === move.probe)?.sentence : null
  const isPointing = pointsBack(ask) || (isGeneral && calling == null)
  const now = calling == null ? quoteFor(move, { ask, isPointing, standing }) : calledIn(calling, move.probe)
  if (ask.includes('{quote}')) return fillIn(ask, { quote: now === null ? wording.say('anchor-none') : `"${now}"` })
  const thing = isGeneral || goesIntoAPart(move, { ask, standing }) ? standing.namedThing : null
  const onThing = () => (thing === null ? ask : join(wording.say('anchor-thing', { thing }), ask))
  if (isGeneral && ofTheWhole.has(move.probe)) return intoThing.has(move.probe) ? onThing() : ask
  // A question that leans on what was said says nothing without it.
  const mayBeLeftOut = !isGeneral && !(isPointing && now !== null)
  if (mayBeLeftOut && !hasRoom(mostWordsOfAnchor + wordsIn(ask), scene)) return ask
  // The name of a part says which one; a claim that is not about it would not.
  const isOfPart = isGeneral && calling == null && intoThing.has(move.probe) && thing !== null
  // Said in each turn, it becomes a form; and before a scene of its own a quote is heard as a part of it.
  if (isOfPart || quotedInARow(scene) > 0 || (!isGeneral && !isPointing && setsScene(ask))) return onThing()
  if (now !== null) return join(wording.say(isPointing ? 'anchor-pointing' : 'anchor', { quote: now }), ask)
  const before = goesIntoAPart(move, { ask, standing }) ? null : earlierQuoteFor(move, { ask, standing })
  return before === null ? onThing() : join(wording.say('anchor-earlier', { quote: before }), ask)
}

/** After an opening there is nothing yet that anything could be near to; of a story one remembers. */
function recoverKey(scene: Scene): string {
  const { lastMove } = scene.standing.at
  if (lastMove === null || !opensPart(lastMove)) return asksForStory(scene) ? 'recover-memory' : 'recover'
  return asksForStory(scene) ? 'recover-story' : 'recover-opening'
}

/** Something of it was told. */
const isBegun = ({ standing }: Scene): boolean => standing.at.checks.some(({ shown }) => shown !== 'none')

const asksForStory = ({ request }: Scene): boolean => request.content.rubric.oneStory === true

/** Kinds of general questions that ask how a part works. */
const intoThing: ReadonlySet<ProbeKind> = new Set<ProbeKind>(['clarify', 'deepen', 'failure', 'operate'])
/** Kinds of general questions about the whole of what was said: put to one claim of it, they would ask something else. */
const ofTheWhole: ReadonlySet<ProbeKind> = new Set<ProbeKind>([
  'decide',
  'operate',
  'edge-case',
  'conflict',
  'reflection',
  'theory-to-event',
])

/** Put to one part alone a question about the whole would change its meaning. */
const goesIntoAPart = (move: { check: string }, { ask, standing }: { ask: string; standing: Standing }): boolean =>
  standing.at.checks.some(({ id, probes }) => id === move.check && probes.some((one) => one.ask === ask && one.about === 'part'))

/** The interviewer's latest turns that quoted something, without one between them that did not. */
function quotedInARow({ request }: Scene): number {
  const own = request.turns.filter(({ speaker }) => speaker === 'interviewer')
  return own.length - 1 - own.findLastIndex(({ text }) => !text.includes('"'))
}

const keyPointOf = (id: string, { guide }: Scene): KeyPoint | undefined => guide.keyPoints.find((point) => point.id === id)

/** Two words in common: one of them may be anybody's. */
const fewestShared = 2

/**
 * A claim of the last answer about the very thing that is asked; where the question leans on what was said, the claim that it leans on. Null when there is
 * none: other words of the answer before a question would be heard as its subject.
 */
function quoteFor(
  { check, probe }: { check: string; probe: ProbeKind },
  { ask, isPointing, standing }: { ask: string; isPointing: boolean; standing: Standing },
): string | null {
  const [said = ''] = standing.quotableFor(check)
  const about = claimAbout(said, ask, fewestShared)
  const touching = standing.touched.get(check)
  if (isPointing && aboutDecision.has(probe)) return standing.decided ?? about ?? calledBy(probe, standing)
  if (isPointing) return ofDeed(ask, (touching === undefined ? null : claimIn(touching)) ?? standing.pointedBackTo)
  // In a sentence that speaks of this very point one word is enough; a general check is touched by many.
  const isOwnPoint = standing.guide.keyPoints.some(({ id }) => id === check)
  const speaking = isOwnPoint ? (standing.spokenOf.get(check) ?? touching) : undefined
  const found = about ?? (speaking === undefined ? null : claimAbout(speaking, ask))
  return ask.includes('{quote}') ? (found ?? standing.pointedBackTo) : found
}

/** The words that call for a follow-up of this kind; null when the answer as a whole does, or none of it can be quoted. */
function calledBy(probe: ProbeKind, { signals }: Standing): string | null {
  const sentence = signals.find(({ kind }) => kind === probe)?.sentence ?? null
  return sentence === null ? null : calledIn(sentence, probe)
}

/** What is quoted of a sentence that calls for a follow-up: of several things done together the first, else what it comes to. */
const calledIn = (sentence: string, probe: ProbeKind): string | null =>
  probe === 'ownership' ? (openingOf(sentence) ?? claimIn(sentence)) : (claimIn(sentence) ?? openingOf(sentence))

/** "How did you do that?" leans on something that the candidate did. */
const ofDeed = (ask: string, claim: string | null): string | null =>
  /\bdo(?:ing)? that\b/i.test(ask) && claim !== null && !/^(?:i|we)\b/i.test(claim) ? null : claim

/** Words of an earlier answer that are plainly about what is asked now. */
function earlierQuoteFor({ check }: { check: string }, { ask, standing }: { ask: string; standing: Standing }): string | null {
  for (const text of standing.quotableFor(check).slice(1)) {
    const claim = claimAbout(text, ask, fewestShared)
    if (claim !== null) return claim
  }
  return null
}

/** Whether a nudge may point at the help that can be had: in mock mode nobody offers it. */
const mayHaveHint = ({ standing: { at } }: Scene): boolean =>
  at.mode === 'practice' && at.hint !== null && at.schedule[at.phase]?.role === 'work'

function hintWords(move: Extract<Move, { kind: 'hint' }>, scene: Scene): string {
  const { standing, wording, guide } = scene
  if (standing.at.hint === null) return wording.say('hint-none')
  if (move.rung === 1 && asksForStory(scene)) return wording.say(isBegun(scene) ? 'hint-1-story' : 'recover-story')
  if (move.rung < 2) return wording.say(`hint-${move.rung}`)
  const ladder = guide.hints.find(({ aims }) => aims.join() === move.aims.join())
  const texts = { 2: ladder?.category, 3: ladder?.constraint, 4: ladder?.choice, 5: ladder?.point }
  return wording.say(`hint-${move.rung}`, { hint: texts[move.rung as 2 | 3 | 4 | 5] ?? '' })
}

/** More than so many times the wrap-up's minutes is no end of a round: nobody has half an hour of questions. */
const muchLeft = 2

function nextPhaseWords(move: Extract<Move, { kind: 'next-phase' }>, scene: Scene): string {
  const { facts = [] } = move
  const isLate = (id: string) => scene.standing.at.owed.includes(id) && scene.standing.at.answer?.facts.includes(id) !== true
  const now = facts.filter((id) => !isLate(id))
  const late = facts.filter(isLate)
  const told = now.length > 0 ? factWords(now, scene) : ''
  const toldLate = late.length > 0 ? scene.wording.say('told-late', { fact: factWords(late, scene) }) : ''
  return join(join(told, toldLate), entryWords(move, scene))
}

function entryWords(move: Extract<Move, { kind: 'next-phase' }>, scene: Scene): string {
  const { standing, wording, request, count } = scene
  const { interview, content } = request
  const phase = interview.schedule[move.phase]
  const left = minutesLeft(standing.at.clock)
  if (phase === undefined) return wording.say('close-finished')
  const { schedule, minutes: totalMinutes } = interview
  const minutes = minutesOfPhase({ schedule, totalMinutes, phase: move.phase, elapsedMs: standing.at.clock.elapsedMs })
  const openers = content.rubric.phases.find(({ id }) => id === phase.phase)?.openers ?? []
  if (phase.role === 'wrap-up') {
    if (interview.minutes < 30) return wording.say('wrap-up-short', { left })
    if (left > phase.minutes * muchLeft) return wording.say('wrap-up-early', { left })
    const opener = openers[count % Math.max(1, openers.length)]
    return opener === undefined ? wording.say('wrap-up', { left }) : fillIn(join(opener.announce, opener.ask), { minutes: left })
  }
  if (opensQuestion(move.phase, scene))
    return join(wording.say('next-question', { left }), interview.questions[phase.question]?.text ?? '')
  if (move.facts !== undefined && inIntro(scene)) return wording.say('enter-at-work', { minutes })
  const { wayIn } = standing.at
  const announce = wayIn?.announce == null ? '' : fillIn(wayIn.announce, { minutes })
  if (move.check !== undefined && move.probe !== undefined) {
    const probe = probeWords({ check: move.check, probe: move.probe }, scene)
    if (announce !== '' && !inIntro(scene)) return join(announce, probe)
    return join(acknowledgement(scene), wording.say('enter-going-on', { minutes }), probe)
  }
  if (openers.length === 0) return wording.say('enter-open', { minutes })
  const opener = wayIn?.opener
  if (opener == null) return join(announce, wording.say('enter-told'))
  const time = standing.at.sparing ? '' : wording.say('time-left', { left })
  return join(time, fillIn(join(opener.announce, opener.ask), { minutes }))
}

/** Whether a phase of the schedule, by its index, begins with a question that was not asked yet. */
export function opensQuestion(index: number, { request, standing }: Pick<Scene, 'request' | 'standing'>): boolean {
  const phase = request.interview.schedule[index]
  return phase !== undefined && phase.role !== 'wrap-up' && !standing.askedQuestions.has(phase.question)
}

const inIntro = ({ standing: { at } }: Scene): boolean => at.schedule[at.phase]?.role === 'intro'
