import type { ImportQuality, SourceFormat } from '#src/domain/imported.ts'
import type { Transcript } from '#src/domain/transcript.ts'
import { cleanText, expectedForms, shortened } from './clean-lines.ts'
import { hasCues, readCues } from './read-cues.ts'
import { readForeignJson } from './read-foreign-json.ts'
import { readLabelled } from './read-labelled.ts'
import { readOwnMarkdown } from './read-own-markdown.ts'
import { readTranscript, TranscriptError } from './read-transcript.ts'
import { withoutRecord } from './record-block.ts'
import type { Reading, Source } from './source.ts'
import { voicesOf } from './suggest-roles.ts'

/** Lines with something in them; three hours of captions have some fifteen thousand. */
const mostLines = 100_000
const mostSpeakers = 200

/**
 * Reads a transcript of any form, told by what it looks like and then by `fileName` (null where it was pasted). Takes time in proportion to its length. Throws
 * TranscriptError, with what was expected, for what is no transcript at all; all else that cannot be read is listed as unread.
 */
export function readSource(text: string, fileName: string | null): Source {
  const name = fileName ?? 'The text'
  const clean = withoutRecord(cleanText(text, name))
  if (/^\s*[[{]/.test(clean)) {
    const content = jsonIn(clean)
    if (content !== undefined) return readJson(clean, content, name)
    if (/\.json$/i.test(fileName ?? '')) throw new TranscriptError(`${name} is not whole JSON. ${expectedForms}`)
  }
  const lines = countLines(clean)
  if (lines > mostLines) return sourceOf(unparted(clean, lines))
  const own = readOwnMarkdown(clean)
  if (own !== null && own.utterances.length > 0) return sourceOf(own)
  const format = formatOf(clean, fileName)
  const isCues = hasCues(clean)
  const reading = isCues ? readCues(clean, format) : readLabelled(clean, format)
  if (isCues && reading.utterances.length === 0) throw new TranscriptError(`${name} has captions without words. ${expectedForms}`)
  return sourceOf(reading)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Text may begin with a bracket too.
    return undefined
  }
}

function readJson(text: string, content: unknown, name: string): Source {
  const written = ourForm(text, name)
  if (written !== null) return { ...sourceOf(readingOf(written)), written, stated: written }
  const { stated, ...reading } = readForeignJson(content, name)
  return { ...sourceOf(reading), stated }
}

function ourForm(text: string, name: string): Transcript | null {
  try {
    // What a file of our own holds for restoring it is no part of what was said.
    const { record, ...transcript } = readTranscript(text, name)
    if (record === undefined) return transcript as Transcript
    // What others said of it was said of the interview that it restores.
    const { objections: _, reviews: __, ...words } = transcript
    return words as Transcript
  } catch (error) {
    if (error instanceof TranscriptError) return null
    throw error
  }
}

function readingOf({ turns }: Transcript): Reading {
  const utterances = turns.map(({ speaker, text, artifacts, elapsedMs }, at) => ({
    label: speaker === 'interviewer' ? 'Interviewer' : 'Candidate',
    text,
    line: at + 1,
    atMs: typeof elapsedMs === 'number' && elapsedMs >= 0 ? elapsedMs : null,
    artifacts,
  }))
  return { format: 'hotseat-json', utterances, unread: [], lost: 0 }
}

/** A text of more lines than anybody's interview has: all of it is kept, as words of nobody. */
const unparted = (text: string, lines: number): Reading => ({
  format: 'text',
  utterances: [{ label: null, text: text.trim(), line: 1, atMs: null, artifacts: [] }],
  unread: [
    {
      line: 1,
      text,
      reason: `with ${lines} lines it has more than the ${mostLines} of any interview: nobody's label was looked for`,
    },
  ],
  lost: 0,
})

function countLines(text: string): number {
  let lines = 0
  for (const _ of text.matchAll(/\S[^\n\r]*/g)) lines += 1
  return lines
}

/** So many different labels are no names: each stays with the words that it stands before. */
function withNames(utterances: Reading['utterances']): Reading['utterances'] {
  const labels = new Set(utterances.map(({ label }) => label))
  if (labels.size <= mostSpeakers) return utterances
  return utterances.map((one) => (one.label === null ? one : { ...one, label: null, text: `${one.label}: ${one.text}` }))
}

function sourceOf({ format, utterances: read, unread, lost }: Reading): Source {
  const utterances = withNames(read)
  const timed = utterances.filter(({ atMs }) => atMs !== null).length
  return {
    format,
    utterances,
    speakers: voicesOf(utterances),
    unread: shortened(unread),
    quality: qualityOf(utterances.filter(({ label }) => label !== null).length, utterances.length + lost),
    timed: utterances.length > 0 && timed >= 0.9 * utterances.length,
    written: null,
    stated: {},
  }
}

/** How much was read, by how many of the contributions have a speaker and words. */
export function qualityOf(whole: number, all: number): ImportQuality {
  const share = all === 0 ? 0 : whole / all
  return { verdict: share > 0.8 ? 'full' : share >= 0.6 ? 'flagged' : 'partial', share }
}

/** What tells a form, the surest first; looked for in the beginning of a text, and in its end where a tool signs there. */
const marks: [SourceFormat, RegExp][] = [
  ['zoom', /^(?:\[[^\]\n\r]{1,60}\] \d{1,2}:\d\d:\d\d\s*$|\d\d:\d\d:\d\d\s+From .{1,60}:)/m],
  [
    'teams',
    /^(?:.{1,60} started transcription|\d+:\d+:\d+\.\d+ --> \d+:\d+:\d+\.\d+[\r\n]+\p{Lu}[^\r\n:]{1,60}[\r\n]+\S)|^[\da-f]{8}-[\da-f-]{27}\/\d+-\d+\s*$/mu,
  ],
  ['zoom', /^WEBVTT\s+1[\r\n]+\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}[\r\n]+[^<\r\n]{1,60}: /],
  ['webvtt', /^WEBVTT(?:\s|$)/],
  ['srt', /^\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{1,3} --> /m],
  [
    'google-meet',
    /^(?:Attendees|Invited .{0,200}|Transcription ended after .{1,40}|This editable transcript was computer.generated.*)\s*$/m,
  ],
  ['otter', /otter\.ai/i],
  ['markdown', /^(?:#{1,6} \S|```|\*\*\S|> )/m],
]
const endings: [SourceFormat, RegExp][] = [
  ['webvtt', /\.vtt$/i],
  ['srt', /\.srt$/i],
  ['otter', /otter/i],
  ['markdown', /\.(?:md|markdown)$/i],
]

function formatOf(text: string, fileName: string | null): SourceFormat {
  const ends = `${text.slice(0, 20_000)}\n${text.slice(-1000)}`
  const [told] = marks.find(([, mark]) => mark.test(ends)) ?? []
  if (told !== undefined && told !== 'markdown') return told
  // Names with a time above the words are how both Otter and Teams export; Teams sets three spaces between.
  const stamp = /^\p{L}[^\n\r:]{0,60}?(\s{2,3})\d{1,2}:\d\d(?::\d\d)?\s*$/mu.exec(ends)
  if (stamp !== null) return stamp[1]?.length === 3 ? 'teams' : 'otter'
  return told ?? endings.find(([, ending]) => ending.test(fileName ?? ''))?.[0] ?? 'text'
}
