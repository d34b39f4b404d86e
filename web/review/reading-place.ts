import type { ShownTurn } from '#src/protocol/frames.ts'
import { trimmed, type WordsPlace } from '../scorecard/selected-words.ts'
import type { ReviewMark } from './review-marks.ts'

/** The turn that the keyboard is in, else the first that is in view; 1 before any. */
export function readingTurn(): number {
  const focused = document.activeElement?.closest('[id^="turn-"]')
  const inView = [...document.querySelectorAll('li[id^="turn-"]')].find((turn) => turn.getBoundingClientRect().bottom > 120)
  return Number((focused ?? inView)?.id.slice('turn-'.length) ?? 1)
}

/** Where no words are selected: those of the mark that one stands at, else all of the turn that is being read. */
export function wordsInView(turns: readonly ShownTurn[], mark: ReviewMark | null): WordsPlace | null {
  const turn = turns.find((one) => one.turn === (mark?.turn ?? readingTurn()))
  if (turn === undefined) return null
  const artifact = mark?.artifact ?? null
  const text = artifact === null ? turn.text : (turn.artifacts.find(({ id }) => id === artifact)?.text ?? '')
  const place = { turn: turn.turn, start: mark?.start ?? 0, end: mark?.end ?? text.length }
  return trimmed(artifact === null ? place : { ...place, artifact }, text)
}
