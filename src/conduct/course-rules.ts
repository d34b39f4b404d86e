import { mostWordsCounted } from '#src/domain/conduct.ts'
import type { ReadSitting } from './heard.ts'
import { by, byTurn, type Finding } from './rule.ts'
import { stemsOf } from './sentence-rules.ts'
import { wordsIn } from './sentence-splitter.ts'
import { mostShareOfWords, talkOf } from './talk.ts'
import { equalsClock, timesStated } from './times.ts'

const minuteMs = 60_000
/** Rounds of so many minutes leave time for the candidate's own questions. */
const wrapUpFrom = 30

/** Says how long it takes and what it is. */
export function findNoOpening({ heard: [first], input, cues }: ReadSitting): Finding[] {
  if (first === undefined || input.minutes === null) return []
  const own = first.sentences.filter(({ isOpening }) => !isOpening).map(({ text }) => text)
  const said = own.join(' ')
  const minutes = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return minutes.includes(input.minutes) && cues.has('format-said', said)
    ? []
    : byTurn(first, 'Says neither how long it takes nor how it goes, or only one of them.')
}

export function findNoClosing({ heard, cues }: ReadSitting): Finding[] {
  const last = heard.at(-1)
  if (last === undefined || last.move?.kind === 'close' || cues.has('closing', last.text)) return []
  return byTurn(last, 'The last turn of the interview closes nothing.')
}

/** An end that the candidate chose needs none. One who speaks through the wrap-up's minutes left no turn to begin it. */
export function findNoWrapUp({ heard, input }: ReadSitting): Finding[] {
  const { schedule, minutes } = input
  const last = heard.at(-1)
  if (schedule === null || minutes === null || minutes < wrapUpFrom || last?.move?.kind !== 'close') return []
  const wrapUps = schedule.filter(({ role }) => role === 'wrap-up')
  const entered = heard.some(({ move }) => move?.kind === 'next-phase' && schedule[move.phase]?.role === 'wrap-up')
  if (wrapUps.length === 0 || entered || last.move.reason === 'ended-by-candidate') return []
  const beginsMs = (minutes - wrapUps.reduce((sum, phase) => sum + phase.minutes, 0)) * minuteMs
  // A nudge is no turn in which one could have gone on: the candidate had not said anything.
  const hadTurn = heard.some((turn) => turn !== last && turn.move?.kind !== 'nudge' && (turn.elapsedMs ?? 0) >= beginsMs)
  return last.move.reason === 'finished' || hadTurn ? byTurn(last, 'No minutes were left for the candidate’s own questions.') : []
}

/** Enters a phase without a word of it, or is in another one all at once. */
export function findUnannounced({ heard, input, cues }: ReadSitting): Finding[] {
  return heard.flatMap((turn, at) => {
    const { move } = turn
    if (move?.kind === 'next-phase') {
      const title = input.schedule?.[move.phase]?.title ?? ''
      const said = stemsOf(turn.text)
      const announced =
        cues.has('moving-on', turn.text) ||
        turn.sentences.some(({ isOpening }) => isOpening) ||
        [...stemsOf(title)].some((stem) => said.has(stem))
      return announced ? [] : byTurn(turn, 'Goes on to another part without saying so.')
    }
    const before = heard[at - 1]
    const jumped =
      before !== undefined &&
      before.phase !== null &&
      turn.phase !== null &&
      before.phase !== turn.phase &&
      before.move?.kind !== 'next-phase'
    return jumped ? byTurn(turn, 'Is in another part without having said so.') : []
  })
}

export const findWrongTimes = (sitting: ReadSitting): Finding[] =>
  timesStated(sitting)
    .filter((time) => !equalsClock(time))
    .map(({ turn, sentence, minutes, left }) =>
      by(turn, sentence, `Says ${minutes}; the clock had ${Math.max(0, Math.round(left))}.`),
    )

/** Noted at the longest turn that was no opening. */
export function findTalkShare({ heard, input }: ReadSitting): Finding[] {
  const { share } = talkOf(input.turns)
  if (share === null || share <= mostShareOfWords) return []
  const [longest] = heard.slice(1).sort((a, b) => wordsIn(b.text) - wordsIn(a.text))
  return longest === undefined
    ? []
    : byTurn(
        longest,
        `${Math.round(share)} percent of the words that count (of one answer no more than ${mostWordsCounted}); at most ${mostShareOfWords}. This turn is the longest.`,
      )
}
