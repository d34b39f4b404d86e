import { hasWords, linesOf } from './clean-lines.ts'
import { readTime } from './clock-times.ts'
import { blocksOfCode } from './code-blocks.ts'
import { plainRead } from './plain.ts'
import type { Reading, SourceUtterance } from './source.ts'

const beginning = /^## Transcript\s+\*\*1 · (?:Interviewer|Candidate)\*\*(?: \([\d:]+\))?$/m
const head = /^\*\*\d+ · (Interviewer|Candidate)\*\*(?: \(([\d:]+)\))?\s*$/

/**
 * Reads the transcript of Markdown that Hotseat wrote, as `transcriptToMarkdown` writes it; null for any other text. What stands above is the result and no
 * part of what was said, and a name within somebody's words names nobody.
 */
export function readOwnMarkdown(text: string): Reading | null {
  const lines = linesOf(text)
  const from = beginning.test(text.replaceAll('\r\n', '\n')) ? lines.findIndex((line) => /^## Transcript\s*$/.test(line)) : -1
  if (from === -1) return null
  const code = blocksOfCode(lines.map((line, at) => (at < from ? '' : line)))
  const unread: Reading['unread'] = code.unread.map((place) => ({ ...place, text: lines[place.line - 1] ?? '' }))
  const leave = (at: number, reason: string) => unread.push({ line: at + 1, text: lines[at] ?? '', reason })
  for (const [at, line] of lines.slice(0, from).entries())
    if (line.trim() !== '') leave(at, 'stands above the transcript, nobody said it')

  const turns: (Omit<SourceUtterance, 'text'> & { said: string[] })[] = []
  for (const [at, line] of lines.entries()) {
    if (at <= from) continue
    const block = code.startingAt.get(at)
    const [, label, time] = code.inside[at] ? [] : (head.exec(line) ?? [])
    const last = turns.at(-1)
    if (label !== undefined) turns.push({ label, line: at + 1, atMs: readTime(time ?? '')?.ms ?? null, artifacts: [], said: [] })
    else if (block !== undefined) last?.artifacts.push({ id: `block-${at + 1}`, ...block })
    else if (!code.inside[at] && line.trim() !== '') last?.said.push(plainRead(line.replace(/^>\s?/, '')))
  }
  const filled = turns.filter(({ said, artifacts }) => artifacts.length > 0 || hasWords(said.join('\n')))
  for (const turn of turns) if (!filled.includes(turn)) leave(turn.line - 1, 'a speaker without words')
  return {
    format: 'hotseat-markdown',
    utterances: filled.map(({ said, ...turn }) => ({ ...turn, text: said.join('\n').trim() })),
    unread: unread.sort((a, b) => a.line - b.line),
    lost: turns.length - filled.length,
  }
}
