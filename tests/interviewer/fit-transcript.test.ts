import { expect, test } from 'vitest'
import type { Turn } from '#src/domain/turn.ts'
import { fitTranscript } from '#src/interviewer/fit-transcript.ts'
import { turnLine, turnLineWithin } from '#src/interviewer/turn-line.ts'
import { estimatedTokens } from '#src/model/token-estimate.ts'

const turn = (number: number, text: string): Turn => ({
  turn: number,
  speaker: number % 2 === 0 ? 'candidate' : 'interviewer',
  text,
  artifacts: [],
  phase: 0,
  elapsedMs: 0,
  createdAt: 0,
  clientTurnId: null,
  move: null,
  spokenBy: null,
  interrupted: false,
})

const turns = [1, 2, 3, 4, 5, 6].map((number) => turn(number, `Turn ${number} says what there is to say about it. `.repeat(3)))
const tokens = (lines: readonly string[]) => lines.reduce((sum, line) => sum + estimatedTokens(line), 0)
const one = estimatedTokens(turnLine(turn(1, turns[0]?.text ?? '')))
const keptOf = ({ turn, speaker }: Turn) => (speaker === 'candidate' ? JSON.stringify({ turn, decided: ['x'] }) : null)

test('a transcript that fits goes whole, turn by turn', () => {
  expect(fitTranscript({ turns, room: 6 * one, keptOf })).toEqual({ lines: turns.map(turnLine), leftOut: [], cut: [] })
})

test('a turn longer than its share goes whole where there is room for all', () => {
  const all = [...turns, turn(7, 'And so on, and so on. '.repeat(500))]
  expect(fitTranscript({ turns: all, room: tokens(all.map(turnLine)), keptOf })).toEqual({
    lines: all.map(turnLine),
    leftOut: [],
    cut: [],
  })
})

test('of one that does not the oldest turns are left out, and what is kept of them stands first', () => {
  const { lines, leftOut, cut } = fitTranscript({ turns, room: 4 * one, keptOf })
  expect([leftOut, cut]).toEqual([[1, 2, 3], []])
  expect(lines).toEqual(['{"turn":2,"decided":["x"]}', ...turns.slice(3).map(turnLine)])
  expect(tokens(lines)).toBeLessThanOrEqual(4 * one)
})

test('when even what is kept is too much, the latest of it stands', () => {
  const many = Array.from({ length: 60 }, (_, index) => turn(index + 1, turns[0]?.text ?? ''))
  const room = 4 * one
  const { lines, leftOut } = fitTranscript({ turns: many, room, keptOf })
  expect(tokens(lines)).toBeLessThanOrEqual(room)
  const kept = lines.filter((line) => line.includes('decided')).map((line) => JSON.parse(line).turn)
  expect(kept).toEqual([...kept].sort((a, b) => a - b))
  expect(kept.at(-1)).toBe(leftOut.findLast((number) => number % 2 === 0))
  expect(kept.length).toBeLessThan(leftOut.length / 2)
})

test('each turn is asked once for what is kept of it', () => {
  const asked: number[] = []
  const { leftOut } = fitTranscript({
    turns,
    room: 3 * one,
    keptOf: (turn) => {
      asked.push(turn.turn)
      return keptOf(turn)
    },
  })
  expect(asked).toEqual(leftOut)
})

test('the last turn always goes, without its middle when it is too long', () => {
  const long = turn(7, `First words. ${'And so on, and so on. '.repeat(500)}Last words.`)
  const { lines, leftOut, cut } = fitTranscript({ turns: [...turns, long], room: 4 * one, keptOf })
  expect(cut).toEqual([7])
  expect(leftOut.length).toBeLessThan(6)
  const { text } = JSON.parse(lines.at(-1) ?? '')
  expect(text).toMatch(/^First words\..* \[…\] .*Last words\.$/s)
  expect(tokens(lines)).toBeLessThanOrEqual(4 * one)
})

test('code and words of one turn lose their middles alike, whatever JSON makes of them', () => {
  const long = {
    ...turn(2, '"\n'.repeat(2000)),
    artifacts: [{ id: 'pad', kind: 'code' as const, text: '\\ é漢\n'.repeat(2000) }],
  }
  const { line, isCut } = turnLineWithin(long, 500)
  expect([isCut, estimatedTokens(line) <= 500]).toEqual([true, true])
  const { text, artifacts } = JSON.parse(line)
  expect(text).toContain(' […] ')
  expect(artifacts[0].text).toContain(' […] ')
  expect(turnLineWithin(turn(2, 'Short.'), 500)).toEqual({ line: turnLine(turn(2, 'Short.')), isCut: false })
})
