import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contradictionIn } from '#src/evidence/contradictions.ts'
import { readTranscript } from '#src/transcript/read-transcript.ts'
import { lexicon } from '../interviewer/fixtures.ts'

const between = (...texts: string[]) =>
  contradictionIn(
    texts.map((text, at) => ({ turn: at * 2 + 2, text })),
    lexicon,
  )

describe('a contradiction', () => {
  test.each([
    {
      what: 'a part taken, then left out',
      said: ['I put Redis in front of the table.', 'It is small. We do not use Redis here.'],
      quotes: ['I put Redis in front of the table', 'We do not use Redis here'],
    },
    {
      what: 'a part left out, then taken',
      said: ['There is no cache in this design.', 'I read it, and I have a cache for the popular parcels.'],
      quotes: ['There is no cache in this design', 'and I have a cache for the popular parcels'],
    },
    {
      what: 'one quantity with figures far apart',
      said: ['The gateway keeps scans for 5 minutes.', 'Fine. The gateway keeps scans for 90 minutes.'],
      quotes: ['The gateway keeps scans for 5 minutes', 'The gateway keeps scans for 90 minutes'],
    },
  ])('is found: $what', ({ said, quotes }) => {
    const found = between(...said)
    expect([found?.earlier, found?.later]).toEqual(quotes.map((quote, at) => ({ turn: at * 2 + 2, quote })))
    for (const { quote } of [found?.earlier, found?.later].filter((one) => one !== undefined)) {
      expect(quote.split(' ').length).toBeLessThanOrEqual(12)
      expect(said.some((text) => text.includes(quote))).toBe(true)
    }
  })

  test.each([
    ['a condition', 'There is no cache in this design.', 'If it grows, I add a cache for the popular parcels.'],
    ['a change of mind', 'I put Redis in front of the table.', 'I take it back, we do not use Redis here.'],
    ['what comes after one', 'I put Redis in front of the table.', 'I take that back. We do not use Redis here.'],
    [
      'what was taken back before',
      'I put Redis in front of the table.',
      'I take that back. We do not use Redis here.',
      'It is small. We do not use Redis here.',
    ],
    ['a hedge', 'I put Redis in front of the table.', 'I think we do not need Redis, maybe.'],
    ['another thing', 'I put Redis in front of the table.', 'I would use no CDN for the pages.'],
    ['a question', 'I put Redis in front of the table.', 'Should I say that we do not use Redis?'],
    ['figures near to each other', 'The gateway keeps scans for 5 minutes.', 'The gateway keeps scans for 10 minutes.'],
    ['figures of other things', 'The gateway keeps scans for 5 minutes.', 'A customer waits for 90 minutes at the door.'],
    ['an average and a peak', 'The gateway takes 20 scans per second.', 'At peak the gateway takes 90 scans per second.'],
    ['a comparison', 'The gateway keeps scans for 5 minutes.', 'The gateway keeps scans for 5 minutes and pages for 90 minutes.'],
  ])('is not seen in %s', (_, ...said) => {
    expect(between(...said)).toBeNull()
  })

  test('is between the last turn and one before, never between two that lie back', () => {
    expect(between('I put Redis in front of the table.', 'We do not use Redis here.', 'Scans come in by the gateway.')).toBeNull()
  })

  test('has no hit in the labelled transcripts: whatever looser rules found there was none', () => {
    const calibration = join(import.meta.dirname, '../calibration')
    const found = ['transcripts', 'further-transcripts'].flatMap((folder) =>
      readdirSync(join(calibration, folder))
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => {
          const { turns } = readTranscript(readFileSync(join(calibration, folder, name), 'utf8'), name)
          const said = turns.flatMap(({ speaker, text }, turn) => (speaker === 'candidate' ? [{ turn: turn + 1, text }] : []))
          return said.flatMap((_, at) => contradictionIn(said.slice(0, at + 1), lexicon) ?? [])
        }),
    )
    expect(found).toEqual([])
  })
})
