import type { SourceFormat, UnreadPlace } from '#src/domain/imported.ts'
import type { Artifact } from '#src/domain/turn.ts'
import { hasWords, linesOf } from './clean-lines.ts'
import { fromBeginning, type readTime } from './clock-times.ts'
import { blocksOfCode } from './code-blocks.ts'
import { type KnownSpeakers, knownSpeakersOf } from './known-speakers.ts'
import { headOf, type LineHead, timeAlone } from './line-heads.ts'
import { splitMerged } from './merged-lines.ts'
import type { Reading, SourceUtterance } from './source.ts'
import { labelKey } from './speaker-labels.ts'

type Time = ReturnType<typeof readTime>
type Draft = Omit<SourceUtterance, 'text' | 'atMs'> & { lines: string[]; time: Time }

/** Lines that a meeting tool adds, and that nobody said. */
const added =
  /^\s*(?:\S.{0,60} (?:started|stopped) transcription|Transcri(?:ption|bed) (?:ended after \S+|by https?:\/\/otter\.ai)|This editable transcript was computer[- ]generated.*|Meeting ended after .*)\.?\s*$/i

/** Reads text and Markdown in which labels say who speaks. Without any label, every paragraph is an utterance of nobody. Never throws. */
export function readLabelled(text: string, format: SourceFormat): Reading {
  const labelled = reading(text, format, true)
  // Where only labels are left and nobody says a word, they were no labels.
  return labelled.utterances.length > 0 ? labelled : reading(text, format, false)
}

function reading(text: string, format: SourceFormat, withLabels: boolean): Reading {
  const lines = linesOf(text)
  const code = blocksOfCode(lines)
  const heads = lines.map((line, at) => (code.inside[at] || !withLabels ? null : headOf(line)))
  const filled = lines.filter((line, at) => !code.inside[at] && hasWords(line)).length
  const known = knownSpeakersOf(
    heads.filter((head) => head !== null),
    filled,
    listedIn(lines),
  )
  const draft = new Drafts(known)
  const unread: UnreadPlace[] = []
  const leave = (at: number, reason: string) => unread.push({ line: at + 1, text: lines[at] ?? '', reason })
  for (const { line, reason } of code.unread) leave(line - 1, reason)

  for (const [at, line] of lines.entries()) {
    const block = code.startingAt.get(at)
    const head = heads[at] ?? null
    const time = timeAlone(line)
    if (block !== undefined) draft.attach(block, at)
    else if (code.inside[at]) continue
    else if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/.test(line)) draft.breakParagraph()
    else if (added.test(line.slice(0, 200))) leave(at, 'added by the tool, nobody said it')
    else if (head !== null && known.has(labelKey(head.label))) draft.begin(head, at)
    else if (time !== null) draft.nextTime = time
    else if (known.size > 0 && /^\s*#{1,6}\s/.test(line)) leave(at, 'a heading, nobody said it')
    else if (!draft.add(line.replace(/^\s*>\s?/, ''), at)) leave(at, 'stands before anybody speaks')
  }

  const filledDrafts: Draft[] = []
  for (const one of draft.all) {
    if (one.artifacts.length > 0 || hasWords(one.lines.join('\n'))) filledDrafts.push(one)
    else leave(one.line - 1, 'a speaker without words')
  }
  const times = fromBeginning(filledDrafts.map(({ time }) => time))
  return {
    format,
    utterances: filledDrafts.map(({ lines: said, time: _, ...one }, at) => ({
      ...one,
      text: said.join('\n').trim(),
      atMs: times[at] ?? null,
    })),
    unread: unread.sort((a, b) => a.line - b.line),
    lost: draft.all.length - filledDrafts.length,
  }
}

/** The names beneath a line `Attendees`, as Google Meet writes them. */
function listedIn(lines: readonly string[]): string[] {
  const at = lines.slice(0, 20).findIndex((line) => /^\s*#*\s*Attendees:?\s*$/i.test(line))
  const names = at === -1 ? undefined : lines.slice(at + 1, at + 5).find((line) => line.trim() !== '')
  return names?.slice(0, 5000).split(',') ?? []
}

/** The utterances so far, the last of them open. */
class Drafts {
  readonly all: Draft[] = []
  /** A time that stood on a line of its own, for what comes next. */
  nextTime: Time = null
  #isBroken = false
  readonly #known: KnownSpeakers
  constructor(known: KnownSpeakers) {
    this.#known = known
  }

  begin({ label, time, rest }: LineHead, at: number): void {
    const { first, others } = splitMerged(rest, this.#known)
    this.#open(this.#known.get(labelKey(label)) ?? label, at, time, first)
    for (const other of others) this.#open(other.label, at, null, other.text)
  }

  /** False where nobody speaks yet, though somebody will. */
  add(line: string, at: number): boolean {
    const last = this.all.at(-1)
    if (this.#known.size === 0 && (last === undefined || this.#isBroken)) this.#open(null, at, null, line.trim())
    else if (last === undefined) return false
    else {
      if (this.#isBroken && last.lines.length > 0) last.lines.push('')
      const { first, others } = splitMerged(line, this.#known)
      last.lines.push(first)
      for (const other of others) this.#open(other.label, at, null, other.text)
    }
    this.#isBroken = false
    return true
  }

  attach(artifact: Omit<Artifact, 'id'>, at: number): void {
    if (this.all.length === 0) this.#open(null, at, null, '')
    this.all.at(-1)?.artifacts.push({ id: `block-${at + 1}`, ...artifact })
  }

  breakParagraph(): void {
    this.#isBroken = true
  }

  #open(label: string | null, line: number, time: Time, text: string): void {
    this.all.push({ label, line: line + 1, time: time ?? this.nextTime, lines: text === '' ? [] : [text], artifacts: [] })
    this.nextTime = null
    this.#isBroken = false
  }
}
