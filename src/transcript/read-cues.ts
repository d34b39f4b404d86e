import type { SourceFormat, UnreadPlace } from '#src/domain/imported.ts'
import { hasWords, linesOf } from './clean-lines.ts'
import { readTime } from './clock-times.ts'
import { knownSpeakersOf } from './known-speakers.ts'
import { headOf } from './line-heads.ts'
import { joinRolling, wordsOf } from './rolling-captions.ts'
import type { Reading, SourceUtterance } from './source.ts'
import { cleanLabel, isNameShaped, labelKey } from './speaker-labels.ts'

/** A stretch of a recording with the words that one voice says in it. */
export interface Cue {
  line: number
  startMs: number
  endMs: number
  label: string | null
  text: string
  /** A dash says that somebody else speaks, without saying who. */
  isOther: boolean
}

const moment = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?`
const timing = new RegExp(`^\\s*(${moment})\\s*-->\\s*(${moment})(?:\\s.*)?$`)
/** Two times that something else joins than the arrow: a caption's times, and not what somebody said. */
const brokenTiming = new RegExp(`^\\s*${moment}\\s*[-–—>→=~]{1,4}\\s*${moment}\\s*$`)
const sbvTiming = /^\s*(\d{1,2}:\d\d:\d\d\.\d{3}),(\d{1,2}:\d\d:\d\d\.\d{3})\s*$/
const noWords = /^(?:NOTE|STYLE|REGION)(?:\s|$)/

/** Whether a text is made of cues: two times joined by an arrow, or `WEBVTT` at the top. */
export const hasCues = (text: string): boolean =>
  /^\s*WEBVTT(?:\s|$)/.test(text) || text.split(/[\r\n]+/, 40).some((line) => line.length < 200 && timingOf(line) !== null)

/** Reads WebVTT, SRT and the captions of meeting tools: voice tags, names before a colon, or a name on a line of its own. Never throws. */
export function readCues(text: string, format: SourceFormat): Reading {
  const lines = linesOf(text)
  const unread: UnreadPlace[] = []
  const leave = (at: number, reason: string) => unread.push({ line: at + 1, text: lines[at] ?? '', reason })
  const blocks: { at: number; times: [number, number]; body: { at: number; line: string }[] }[] = []
  let skipping: string | null = null
  let broken = 0
  for (const [at, line] of lines.entries()) {
    const times = line.length > 200 ? null : timingOf(line)
    const open = blocks.at(-1)
    if (line.trim() === '') skipping = null
    else if (times !== null) {
      skipping = null
      blocks.push({ at, times, body: [] })
    } else if (skipping !== null) leave(at, skipping)
    else if (noWords.test(line) && (lines[at - 1] ?? '').trim() === '') {
      skipping = 'a note or a style, nobody said it'
      leave(at, skipping)
    } else if (line.length < 200 && (line.includes('-->') || brokenTiming.test(line))) {
      skipping = 'the times of this caption could not be read'
      broken += 1
      leave(at, skipping)
    } else if (isCueId(lines, at)) continue
    else if (open !== undefined) open.body.push({ at, line })
    else if (!/^\s*WEBVTT/.test(line)) leave(at, 'stands before the first caption')
  }

  const heads = blocks.flatMap(({ body }) => body.flatMap(({ line }) => headOf(line) ?? []))
  const known = knownSpeakersOf(heads, blocks.length)
  for (const [key, label] of namedBefore(blocks.map(({ body }) => body[0]?.line ?? ''))) known.set(key, known.get(key) ?? label)
  const empty = blocks.filter(({ body }) => body.every(({ line }) => !hasWords(plainOf(line))))
  for (const { at } of empty) leave(at, 'a caption without words')
  let carried: string | null = null
  const cues = blocks
    .map((block, order) => ({ ...block, order }))
    .sort((a, b) => a.times[0] - b.times[0] || a.order - b.order)
    .flatMap(({ times: [startMs, endMs], body, at }) => {
      const found: (Omit<Cue, 'text'> & { texts: string[] })[] = []
      const begin = (label: string | null, line: number, said: string, isOther = false) =>
        found.push({ line: line + 1, startMs, endMs, label, texts: [said], isOther })
      for (const { at: lineAt, line } of body) {
        const tagged = voicesIn(line)
        const words = plainOf(line)
        const head = tagged.length === 0 ? headOf(words) : null
        const name = head === null ? undefined : known.get(labelKey(head.label))
        if (tagged.length > 0) for (const { label, said } of tagged) begin(label, lineAt, said)
        else if (head !== null && name !== undefined) {
          carried = name
          begin(name, lineAt, head.rest)
        } else if (format === 'teams' && known.size === 0 && lineAt === at + 1 && body.length > 1 && isNameShaped(line))
          begin(cleanLabel(line), lineAt, '')
        else if (dash.test(words) && body.length > 1) begin(null, lineAt, words.replace(dash, ''), true)
        else if (found.length === 0) begin(carried, lineAt, words)
        else found.at(-1)?.texts.push(words)
      }
      return found
        .map(({ texts, ...cue }) => ({ ...cue, text: texts.join(' ').trim() }))
        .filter(({ text: said }) => hasWords(said))
    })
  return {
    format,
    utterances: joined(joinRolling(cues)),
    unread: unread.sort((a, b) => a.line - b.line),
    lost: empty.length + broken,
  }
}

/** Where nearly every caption begins with a name, as in Zoom's, whoever is named but once speaks as well: else their words would be another's. */
function namedBefore(firstLines: readonly string[]): [string, string][] {
  const filled = firstLines.filter((line) => hasWords(plainOf(line)))
  const heads = filled.flatMap((line) => headOf(plainOf(line)) ?? []).filter((head) => head.style === 'plain' && !head.isTight)
  return heads.length < 4 || heads.length < 0.9 * filled.length ? [] : heads.map(({ label }) => [labelKey(label), label])
}

const dash = /^[-–—]\s*(?=\S)/

function timingOf(line: string): [number, number] | null {
  const found = timing.exec(line) ?? sbvTiming.exec(line)
  if (found === null) return null
  const [start, end] = [momentOf(found[1] ?? ''), momentOf(found[2] ?? '')]
  return start === null || end === null ? null : [start, end]
}

/** Older exports of Teams write `0:0:2.5`. */
const momentOf = (text: string): number | null => readTime(text.replaceAll(/:(\d)(?=[:.,]|$)/g, ':0$1'))?.ms ?? null

/** A line just above the times of a caption and below an empty one: its number or name. */
function isCueId(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1] ?? ''
  if (next.length > 200 || timingOf(next) === null) return false
  return (lines[at - 1] ?? '').trim() === '' || /^\s*\d+\s*$/.test(lines[at] ?? '')
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
  '#39': "'",
  apos: "'",
}

/** The words of a caption's line, without its tags. */
const plainOf = (line: string): string =>
  line
    .replaceAll(/<\/?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,40}\}/gi, '')
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The parts of a line that stand under voice tags. */
function voicesIn(line: string): { label: string; said: string }[] {
  const tags = [...line.matchAll(/<v(?:\.[^\s<>]{0,60})?\s+([^<>]{1,100})>/g)]
  return tags.map((tag, at) => ({
    label: cleanLabel(plainOf(tag[1] ?? '')),
    said: plainOf(line.slice(tag.index + tag[0].length, tags[at + 1]?.index)),
  }))
}

/** Silence after which words without a name begin anew. */
const longGapMs = 2000

/** Captions of one voice in a row are one utterance; without a name, one ends with its sentence or with a silence. */
function joined(cues: readonly Cue[]): SourceUtterance[] {
  const utterances: (Omit<SourceUtterance, 'text'> & { texts: string[]; endMs: number })[] = []
  for (const { label, text, line, startMs, endMs, isOther } of cues) {
    const last = utterances.at(-1)
    const goesOn =
      last !== undefined &&
      last.label === label &&
      !isOther &&
      (label !== null || (startMs - last.endMs < longGapMs && !/[.?!…。？！؟]["”’)]*$/u.test(last.texts.at(-1) ?? '')))
    if (goesOn) {
      last.texts.push(text)
      last.endMs = Math.max(last.endMs, endMs)
    } else utterances.push({ label, line, atMs: startMs, artifacts: [], texts: [text], endMs })
  }
  return utterances.map(({ texts, endMs: _, ...one }) => ({ ...one, text: wordsOf(texts.join(' ')).join(' ') }))
}
