import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { Question } from '#src/domain/guide.ts'
import { levels } from '#src/domain/track.ts'
import type { Artifact } from '#src/domain/turn.ts'
import type { Cue } from '#src/interviewer/interviewer.ts'
import { boards } from './boards.ts'

const lines = z
  .record(z.string(), z.array(z.string()).min(1))
  .parse(load(readFileSync(join(import.meta.dirname, 'lines.yaml'), 'utf8')))

/** What a candidate does after the interviewer's turn: speaks, or lets the interviewer speak again. */
export type Reply =
  | { say: string; artifacts?: Artifact[] }
  | { cue: Extract<Cue, 'silence' | 'hint-asked' | 'ended-by-candidate'> }
/** What a candidate hears: the interviewer's words, and the phase they stand in. */
export interface Heard {
  text: string
  phase: string
}
/** A candidate in one interview. Remembers what it said; the same words heard in the same order give the same replies. */
export type Candidate = (heard: Heard) => Reply

export const temperaments = [
  'strong',
  'average',
  'terse',
  'rambling',
  'bluffing',
  'silent',
  'off-topic',
  'hostile',
  'injecting',
  'echoing',
  'recovering',
  'asking',
  'finishing-early',
  'pasting',
  'drawing',
  'typing',
  'thorough',
  'front-loading',
  'clarifying',
  'lasting',
] as const
export type Temperament = (typeof temperaments)[number]

/** A candidate of this temperament for this question, who draws on its sample answers. */
export function candidateOf(temperament: Temperament, question: Question): Candidate {
  const [weak, mid, best] = [answered(question, 'weak'), answered(question, 'mid'), answered(question, 'best')]
  const said = {
    strong: byPhase(best, paragraphsOf),
    thorough: byPhase(best, paragraphsOf, ofAllOthers(question, best)),
    lasting: byPhase(best, paragraphsOf, [], ownWords(question)),
    further: byPhase([], paragraphsOf, ofAllOthers(question, best), ownWords(question)),
    atLength: byPhase(best, longTurnsOf, ofAllOthers(question, best)),
    average: byPhase(mid, paragraphsOf),
    sentences: byPhase(mid, sentencesOf),
    bluffs: byPhase(weak, sentencesOf),
  }
  let turn = 0
  const drawn = boards()
  const typed = pad()
  const line = (name: string) => ({ say: lines[name]?.[(turn - 1) % (lines[name]?.length ?? 1)] ?? '' })
  const reply = (heard: Heard): Reply => {
    turn++
    if (heard.phase === 'wrap-up') return { say: lines.closing?.[0] ?? '' }
    switch (temperament) {
      case 'strong':
        return said.strong(heard)
      case 'average':
        return said.average(heard)
      case 'terse':
        return shortened(said.sentences(heard))
      case 'bluffing':
        return said.bluffs(heard)
      case 'rambling': {
        if (turn % 4 === 0) return { say: (lines.filler ?? []).join(' ') }
        const { say } = said.average(heard)
        return { say: [line('filler').say, say, ...(lines.filler ?? [])].join(' ') }
      }
      case 'silent':
        return turn % 2 === 0 ? line('silent') : { cue: 'silence' }
      case 'off-topic':
      case 'hostile':
      case 'injecting':
      case 'asking':
        return line(temperament)
      case 'echoing':
        return { say: heard.text }
      case 'recovering':
        if (turn <= 2) return line('blank')
        return turn === 3 ? { cue: 'hint-asked' } : said.average(heard)
      case 'finishing-early':
        return turn > 3 ? { cue: 'ended-by-candidate' } : said.average(heard)
      case 'thorough':
        return said.thorough(heard)
      case 'lasting':
        return said.lasting(heard)
      case 'front-loading':
        return turn <= 2 ? { say: halfOf(best, turn) } : said.further(heard)
      case 'clarifying':
        return turn <= (lines.clarifying?.length ?? 0) ? line('clarifying') : said.atLength(heard)
      case 'pasting':
        return turn === 1 ? { say: pasted(best) } : said.average(heard)
      case 'drawing':
        return { ...said.strong(heard), artifacts: beforeDrawing.has(heard.phase) ? [] : drawn() }
      case 'typing':
        return { ...said.average(heard), artifacts: typed(heard) }
    }
  }
  return reply
}

/** What is settled before somebody takes the pen. */
const beforeDrawing: ReadonlySet<string> = new Set(['intro', 'requirements', 'data'])

/** What the typing candidate has on the pad, sent when it is new: first two loops, one in the other, and after the phase for code one loop with a map. */
function pad(): (heard: Heard) => Artifact[] {
  let sent = ''
  return ({ phase }) => {
    const text = lines[phase === 'code' ? 'code-first' : 'code-later']?.[0] ?? ''
    if (sent === text || (sent === '' && phase !== 'code')) return []
    sent = text
    return [{ id: 'code', kind: 'code', language: 'typescript', text }]
  }
}

const shortTurn = 80
const longTurn = 120

type Parts = Question['answers'][number]['parts']

function answered({ answers }: Question, quality: 'weak' | 'mid' | 'best'): Parts {
  const good = answers.filter((answer) => answer.quality !== 'weak')
  const best = levels.findLast((level) => good.some((answer) => answer.quality === level))
  const wanted = quality === 'best' ? best : quality
  return (answers.find((answer) => answer.quality === wanted) ?? good[0])?.parts ?? []
}

const isAll = (): string => lines.done?.[0] ?? ''

/** The next piece of the part for the phase one stands in; when it is used up, the next of what is kept for that, or that this is all. */
function byPhase(
  parts: Parts,
  cut: (text: string) => string[],
  kept: Parts = [],
  last: (heard: Heard) => string = isAll,
): (heard: Heard) => { say: string } {
  const left = new Map(parts.map(({ phase, text }) => [phase, cut(text)]))
  const further = kept.flatMap(({ phase, text }) => cut(text).map((piece) => ({ phase, piece })))
  const next = (phase: string) => {
    const at = Math.max(
      0,
      further.findIndex((one) => one.phase === phase),
    )
    return further.splice(at, 1)[0]?.piece
  }
  return (heard) => ({ say: left.get(heard.phase)?.shift() ?? next(heard.phase) ?? last(heard) })
}

/** Of somebody who goes on answering when all that they had prepared is said: the point that was asked for, and two sentences of their own. */
function ownWords({ guide }: Question): (heard: Heard) => string {
  const own = lines['own-words'] ?? []
  let turn = 0
  return ({ text }) => {
    turn++
    const point = guide.keyPoints.find(({ probes }) => probes.some(({ ask }) => text.includes(ask)))?.point
    return [point, own[(2 * turn) % own.length], own[(2 * turn + 1) % own.length]].filter((one) => one !== undefined).join(' ')
  }
}

/** What other good answers say: somebody who has more to say than one of them. */
const ofAllOthers = ({ answers }: Question, best: Parts): Parts =>
  answers.filter(({ quality, parts }) => quality !== 'weak' && parts !== best).flatMap(({ parts }) => parts)

/** What somebody says in a turn before they stop: paragraphs, short ones together. */
const paragraphsOf = (text: string): string[] => turnsOf(text, shortTurn)
const longTurnsOf = (text: string): string[] => turnsOf(text, longTurn)

function turnsOf(text: string, least: number): string[] {
  const turns: string[] = []
  for (const paragraph of text.split(/\n\s*\n/).filter((one) => one.trim() !== '')) {
    const last = turns.at(-1)
    if (last !== undefined && last.split(/\s+/).length < least) turns[turns.length - 1] = `${last}\n\n${paragraph}`
    else turns.push(paragraph)
  }
  return turns
}
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '')
const shortened = ({ say }: { say: string }) => ({ say: say.split(/\s+/).slice(0, 6).join(' ') })
/** All of an answer in two turns, whatever phase one stands in. */
const halfOf = (parts: Parts, turn: number): string => {
  const paragraphs = parts.flatMap(({ text }) => paragraphsOf(text))
  const middle = Math.ceil(paragraphs.length / 2)
  return (turn === 1 ? paragraphs.slice(0, middle) : paragraphs.slice(middle)).join('\n\n')
}
/** Some two thousand words at once. */
const pasted = (parts: Parts): string => {
  const once = parts.map(({ text }) => text).join('\n\n')
  return Array.from({ length: Math.ceil(2000 / once.split(/\s+/).length) }, () => once).join('\n\n')
}
