import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { conductReportSchema } from '#src/domain/conduct.ts'
import { emptyFolder, hotseat } from '../support/command-line.ts'

const said = (speaker: string, text: string) => ({ speaker, text })
const story = 'In March our checkout failed, I was on call, and I rolled the release back because every minute cost us orders.'
const transcript = (id: string, asked: string) =>
  JSON.stringify({
    id,
    track: 'behavioral',
    level: 'mid',
    question: { id: 'outage-investigated', text: 'Tell me about an outage that you investigated.' },
    turns: [
      said('interviewer', 'Tell me about an outage that you investigated.'),
      said('candidate', story),
      said('interviewer', asked),
      said('candidate', 'I looked at the error rate, and it rose with the release.'),
    ],
  })

/** A folder with an interviewer who keeps to the rules and one who does not. */
function folderOfTwo(): string {
  const folder = emptyFolder()
  writeFileSync(join(folder, 'well.json'), transcript('well', 'How did you know that it was the release?'))
  writeFileSync(join(folder, 'badly.json'), transcript('badly', 'Great answer! What did you look at, and who decided on it?'))
  return folder
}
const breachesIn = (line = '') => {
  const { id, track, ...report } = JSON.parse(line) as Record<string, unknown>
  return { id, track, rules: conductReportSchema.parse(report).breaches.map(({ rule, turn, quote }) => ({ rule, turn, quote })) }
}

test('prints a JSON line a file with every breach, its turn and words, and ends with 1 when there is one', async () => {
  const { status, stdout, stderr } = await hotseat(['check-conduct', 'well.json', 'badly.json', '--format', 'json'], {
    folder: folderOfTwo(),
  })
  const [well, badly] = stdout.trimEnd().split('\n').map(breachesIn)
  expect(well?.rules.filter(({ turn }) => turn === 3)).toEqual([])
  expect(badly).toMatchObject({ id: 'badly', track: 'behavioral' })
  expect(badly?.rules).toContainEqual({ rule: 'praise', turn: 3, quote: 'Great answer!' })
  expect(stderr).toBe('checking well.json (1 of 2)\nchecking badly.json (2 of 2)\n')
  expect(status).toBe(1)
})

test('as Markdown it reads as a page', async () => {
  const { stdout } = await hotseat(['check-conduct', 'badly.json'], { folder: folderOfTwo() })
  expect(stdout).toContain('# badly\n\n## How the interviewer behaved\n\n')
  expect(stdout).toContain('- turn 3, praise: “Great answer!”')
  expect(stdout).toMatch(/Follow-ups: 1, of which \d take up the candidate's own words\./)
})

test('a file that is no transcript is named with what is wrong, and the others are checked', async () => {
  const folder = folderOfTwo()
  writeFileSync(join(folder, 'none.json'), '[]')
  const { status, stdout } = await hotseat(['check-conduct', 'none.json', 'well.json', '--format', 'json'], { folder })
  const [none, well] = stdout.trimEnd().split('\n')
  expect(JSON.parse(none ?? '')).toMatchObject({ file: 'none.json', error: expect.stringContaining('not a transcript') })
  expect(breachesIn(well).id).toBe('well')
  expect(status).toBe(1)
})

test('without a file it says how it is used', async () => {
  const { status, stderr } = await hotseat(['check-conduct'], { folder: emptyFolder() })
  expect([status, stderr]).toEqual([2, expect.stringContaining('check-conduct needs at least one transcript file.')])
})
