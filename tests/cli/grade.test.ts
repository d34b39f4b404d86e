import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { transcriptContent } from '#src/transcript/transcript-content.ts'
import { emptyFolder, hotseat, linesOf } from '../support/command-line.ts'
import { shippedQuestion, shippedRubric } from '../support/content-files.ts'
import { sampleTranscript } from '../support/sample-transcript.ts'

const jsonOf = (transcript: Parameters<typeof transcriptContent>[0]): string => JSON.stringify(transcriptContent(transcript))

const track = 'system-design'
const rubric = shippedRubric(track)
const criteria = rubric.criteria.map(({ id }) => id)

/** A folder with one good transcript of each name. */
function folderWith(...names: string[]): string {
  const folder = emptyFolder()
  const question = shippedQuestion(track, 'url-shortener')
  const answer = question.answers.find(({ quality }) => quality === 'senior')
  if (answer === undefined) throw new Error('the sample answer is gone')
  for (const name of names) {
    const transcript = { ...sampleTranscript({ question, rubric, answer, level: 'senior' }), id: name }
    writeFileSync(join(folder, `${name}.json`), jsonOf(transcript))
  }
  return folder
}

describe('grade', () => {
  test('prints one JSON line a file, in their order, and nothing else on standard output', async () => {
    const folder = folderWith('first', 'second')
    const { status, stdout, stderr } = await hotseat(['grade', 'first.json', 'second.json', '--format', 'json'], { folder })
    const [first, second, ...others] = linesOf(stdout)
    expect(others).toEqual([])
    expect(first).toEqual({
      id: 'first',
      track,
      level: 'senior',
      scorer: 'rule-based@1',
      ratings: Object.fromEntries(criteria.map((id) => [id, expect.toBeOneOf([1, 2, 3, 4])])),
      unscored: {},
      evidence: expect.any(Object),
      recommendation: expect.stringMatching(/^(strong|lean)-(no-)?hire$/),
      delivery: expect.objectContaining({ questions: [expect.objectContaining({ question: 'url-shortener', story: null })] }),
    })
    expect(second).toEqual({ ...first, id: 'second' })
    expect(stderr).toBe('grading first.json (1 of 2)\ngrading second.json (2 of 2)\n')
    expect(status).toBe(0)
  })

  test('goes on after files that cannot be graded, says why in their lines, and ends with 1', async () => {
    const folder = folderWith('good')
    writeFileSync(join(folder, 'bad.json'), '{"id": "bad", "turns": [{"speaker": "Bob", "text": ""}]}')
    writeFileSync(join(folder, 'binary.json'), Buffer.from([0, 255, 254, 7]))
    const files = ['missing.json', 'bad.json', '.', 'binary.json', 'good.json']
    const { status, stdout } = await hotseat(['grade', ...files, '--format', 'json'], { folder })
    expect(linesOf(stdout)).toEqual([
      { file: 'missing.json', error: expect.stringContaining('no such file') },
      {
        file: 'bad.json',
        error: expect.stringMatching(/^bad\.json is not a transcript:\ntrack: .*\n.*\n.*\nturns\[0\]\.speaker: /),
      },
      { file: '.', error: expect.stringContaining('directory') },
      { file: 'binary.json', error: expect.stringContaining('binary.json is no text that can be read') },
      expect.objectContaining({ id: 'good' }),
    ])
    expect(status).toBe(1)
  })

  test('grades a question that the bank lacks, and gives an interview that is too short as null with its reason', async () => {
    const folder = emptyFolder()
    const said = { speaker: 'candidate', text: 'I would keep a table of parcels. '.repeat(10) }
    const question = { id: 'parcel-tracker', text: 'Design a parcel tracker.' }
    const known = { track, level: 'mid', question }
    writeFileSync(join(folder, 'long.json'), JSON.stringify({ ...known, id: 'long', turns: [said, said, said] }))
    writeFileSync(join(folder, 'short.json'), JSON.stringify({ ...known, id: 'short', turns: [said] }))
    const { status, stdout } = await hotseat(['grade', 'long.json', 'short.json', '--format', 'json'], { folder })
    const [long, short] = linesOf(stdout)
    expect(Object.keys(long?.ratings ?? {})).toEqual(criteria)
    expect(short).toEqual({
      id: 'short',
      track,
      level: 'mid',
      scorer: 'rule-based@1',
      ratings: Object.fromEntries(criteria.map((id) => [id, null])),
      unscored: Object.fromEntries(criteria.map((id) => [id, expect.stringMatching(/^Too short to rate/)])),
      evidence: {},
      recommendation: null,
      delivery: expect.objectContaining({ turns: [{ turn: 1, words: 70, seconds: null }], phases: null }),
    })
    expect(status).toBe(0)
  })

  test('writes Markdown when no format is said', async () => {
    const folder = folderWith('good')
    const { status, stdout } = await hotseat(['grade', 'good.json', 'missing.json'], { folder })
    expect(stdout).toMatch(/^# System design, senior\n[\s\S]*\n\| Criterion \| Weight \| Rating \| Why \|\n/)
    expect(stdout).toContain('\n## How it was told\n\nCounted from words,')
    expect(stdout).toContain('\n- Not counted. Time per turn: this transcript does not say when anything was said.\n')
    expect(stdout).toContain('# missing.json\n\nNot graded: ENOENT')
    expect(status).toBe(1)
  })

  test('by a model needs one, and says so', async () => {
    const folder = folderWith('good')
    expect(await hotseat(['grade', 'good.json', '--scorer', 'model'], { folder })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'hotseat: --scorer model needs HOTSEAT_MODEL; .env.example says how to connect one.\n',
    })
  })
})

describe('wrong usage ends with 2, says what was wrong and shows the usage:', () => {
  test.each([
    { args: [], words: 'hotseat — mock interviews for backend engineers' },
    { args: ['juggle'], words: 'there is no command "juggle".' },
    { args: ['toString'], words: 'there is no command "toString".' },
    { args: ['grade'], words: 'grade needs at least one transcript file.' },
    { args: ['grade', 'a.json', '--colour'], words: "Unknown option '--colour'" },
    { args: ['grade', 'a.json', '--format', 'xml'], words: '--format is json or markdown, not "xml".' },
    { args: ['grade', 'a.json', '--format'], words: "Option '--format <value>' argument missing" },
    { args: ['grade', 'a.json', '--scorer', 'magic'], words: '--scorer is rule-based or model, not "magic".' },
    { args: ['export'], words: 'export needs either ids of interviews or --all.' },
    { args: ['export', 'one', '--all'], words: 'export needs either ids of interviews or --all.' },
    { args: ['lint', 'rubrics'], words: '"rubrics" is more than this command takes.' },
    { args: ['serve', '--port', '80'], words: "Unknown option '--port'" },
  ])('hotseat $args', async ({ args, words }) => {
    const { status, stdout, stderr } = await hotseat(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr).toContain('hotseat grade FILE…')
  })

  test('asked for, the usage is no error', { timeout: 60_000 }, async () => {
    const asked = await Promise.all([['help'], ['--help'], ['-h'], ['grade', '--help']].map((args) => hotseat(args)))
    for (const answer of asked)
      expect(answer).toEqual({ status: 0, stdout: expect.stringContaining('hotseat grade FILE…'), stderr: '' })
  })
})
