import type { ImportQuality, SourceFormat } from '#src/domain/imported.ts'
import { cleanText, shortened } from './clean-lines.ts'
import { readLabelled } from './read-labelled.ts'
import type { Reading, Source } from './source.ts'
import { voicesOf } from './suggest-roles.ts'

/**
 * Reads a transcript of any form, told by what it looks like and then by `fileName` (null where it was pasted). Takes time in proportion to its length. Throws
 * TranscriptError, with what was expected, for what is no transcript at all; all else that cannot be read is listed as unread.
 */
export function readSource(text: string, fileName: string | null): Source {
  const clean = cleanText(text, fileName ?? 'The text')
  return sourceOf(readLabelled(clean, formatOf(clean, fileName)))
}

function sourceOf({ format, utterances, unread, lost }: Reading): Source {
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

function formatOf(text: string, fileName: string | null): SourceFormat {
  return /\.(?:md|markdown)$/i.test(fileName ?? '') || /^(?:#{1,6} |```|\*\*\S)/m.test(text.slice(0, 20_000))
    ? 'markdown'
    : 'text'
}
