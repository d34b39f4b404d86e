import type { ImportPreview } from '#src/domain/import.ts'
import type { Imported, ImportQuality, SourceFormat, SpeakerRole } from '#src/domain/imported.ts'

export const formatWords: Record<SourceFormat, string> = {
  'hotseat-json': 'An export of Hotseat',
  'hotseat-markdown': 'An export of Hotseat, as Markdown',
  json: 'JSON',
  markdown: 'Markdown with speaker labels',
  text: 'Plain text',
  webvtt: 'Captions (WebVTT)',
  srt: 'Captions (SRT)',
  zoom: 'A Zoom transcript',
  'google-meet': 'A Google Meet transcript',
  teams: 'A Teams transcript',
  otter: 'An Otter transcript',
}

export const roleWords: Record<SpeakerRole, string> = {
  interviewer: 'Interviewer',
  candidate: 'Candidate',
  'left-out': 'Neither',
}

/** The quality gate, said aloud. */
export function qualityWords({ verdict, share }: ImportQuality): { title: string; means: string } {
  const percent = `${Math.round(share * 100)} %`
  switch (verdict) {
    case 'full':
      return { title: `${percent} of it has a speaker and words`, means: 'That is enough to score it like any interview.' }
    case 'flagged':
      return {
        title: `Only ${percent} of it has a speaker and words`,
        means: 'It can be scored, and the scorecard rests on what was read. Look at what is left out below.',
      }
    case 'partial':
      return {
        title: `${percent} of it has a speaker and words`,
        means:
          'That is little. What was read can be scored, and much will stay unscored. If the speakers can be named in the text, do that first.',
      }
    default:
      return verdict satisfies never
  }
}

/** How much there is: contributions, minutes, and what would be stored. */
export function amountWords({ utterances, minutes, turns }: Pick<ImportPreview, 'utterances' | 'minutes' | 'turns'>): string {
  const over =
    minutes === null ? ', without times' : minutes < 1 ? '' : ` over ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`
  const read = `${utterances === 1 ? 'One contribution' : `${count(utterances)} contributions`}${over}.`
  return `${read} That makes ${turnsOf(turns.interviewer)} of the interviewer and ${turnsOf(turns.candidate)} of the candidate.`
}

const turnsOf = (turns: number): string => (turns === 1 ? 'one turn' : turns === 0 ? 'no turn' : `${count(turns)} turns`)

export const count = (number: number): string => number.toLocaleString('en')

export const timesWords = (times: number): string => (times === 1 ? 'once' : times === 2 ? 'twice' : `${count(times)} times`)

/** Where an imported interview came from, and what that means for its ratings. */
export function importedWords({ fileName, format, revision, quality }: Imported): string {
  const form = formatWords[format].replace(/^(?!Markdown)[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())
  const from = `Imported: ${form}, ${fileName ?? 'pasted'}${revision > 1 ? `, corrected, revision ${revision}` : ''}.`
  const percent = `${Math.round(quality.share * 100)} %`
  switch (quality.verdict) {
    case 'full':
      return from
    case 'flagged':
      return `${from} Only ${percent} of it had a speaker and words, and the ratings rest on that.`
    case 'partial':
      return `${from} Only ${percent} of it had a speaker and words: take the ratings as partial.`
    default:
      return quality.verdict satisfies never
  }
}
