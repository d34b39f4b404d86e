import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintContent, loadContent } from '#src/content/load-content.ts'
import { ContentError } from '#src/errors.ts'
import { plant, smallContent, smallThresholds } from './small-content.ts'

const trackFile = 'rubrics/concepts/track.yaml'
const folder = 'rubrics/concepts/questions/locks'

test('loads the content of a folder', async () => {
  const content = await loadContent(await smallContent())

  expect({
    rubrics: [...content.rubrics.keys()],
    questions: content.questions.map(({ id, track, title, levels, opening, answers }) => ({
      id,
      track,
      title,
      levels,
      opening,
      answers,
    })),
    prompts: [...content.prompts.values()],
    lexicon: content.lexicon,
    phrases: content.phrases,
    thresholds: content.thresholds,
  }).toEqual({
    rubrics: ['concepts'],
    questions: [
      {
        id: 'locks',
        track: 'concepts',
        title: 'Locks',
        levels: ['junior', 'senior'],
        opening: 'When do you take a lock?',
        answers: ['mid', 'senior', 'weak'].map((quality) => ({
          quality,
          parts: [{ phase: 'concept', text: 'An answer with a key, because it has to be found again.' }],
        })),
      },
    ],
    prompts: [
      { id: 'speak', version: 1, inputs: ['question'], output: 'one sentence', system: 'You ask.', user: '{{question}}' },
    ],
    lexicon: { negators: ['not'], cues: { because: ['because', 'so that'] } },
    phrases: { nudge: ['Take your time.'] },
    thresholds: smallThresholds,
  })
})

test('has no faults to report on sound content', async () => {
  expect(await lintContent(await smallContent())).toEqual([])
})

test('throws every fault at once, by file', async () => {
  const root = await smallContent()
  await plant(root, { file: trackFile, from: 'weight: 20', to: 'weight: 30' })
  await plant(root, { file: `${folder}/guide.yaml`, from: 'criterion: depth', to: 'criterion: width' })
  await rm(join(root, 'rubrics/phrases.yaml'))

  const thrown: unknown = await loadContent(root).catch((error: unknown) => error)

  expect(thrown).toBeInstanceOf(ContentError)
  expect((thrown as ContentError).faults).toEqual([
    { file: `${folder}/guide.yaml`, path: 'keyPoints[2].criterion', expected: 'a criterion of the track, not "width"' },
    { file: `${folder}/guide.yaml`, path: 'keyPoints', expected: 'at least one key point of each criterion; "depth" has none' },
    { file: trackFile, path: 'criteria', expected: 'weights that sum to 100, not 110' },
    { file: 'rubrics/phrases.yaml', path: '', expected: 'this file; it is missing' },
  ])
  expect((thrown as ContentError).message).toContain(`${trackFile} · criteria: weights that sum to 100, not 110`)
})

test('names the files that are missing', async () => {
  const root = await smallContent()
  await Promise.all(
    ['rubrics/lexicon.yaml', 'rubrics/thresholds.json', `${folder}/answers.md`, `${folder}/guide.yaml`, trackFile, 'prompts'].map(
      (path) => rm(join(root, path), { recursive: true }),
    ),
  )

  expect(await lintContent(root)).toEqual([
    { file: 'prompts', path: '', expected: 'this folder; it is missing' },
    { file: 'prompts/manner.yaml', path: '', expected: 'this file; it is missing' },
    { file: `${folder}/answers.md`, path: '', expected: 'this file; it is missing' },
    { file: `${folder}/guide.yaml`, path: '', expected: 'this file; it is missing' },
    { file: trackFile, path: '', expected: 'this file; it is missing' },
    { file: 'rubrics/lexicon.yaml', path: '', expected: 'this file; it is missing' },
    { file: 'rubrics/thresholds.json', path: '', expected: 'this file; it is missing' },
  ])
})

test('lists what is wrong with the recommended bands as it does any other fault', async () => {
  const root = await smallContent()
  const file = 'rubrics/delivery.yaml'
  await plant(root, { file, from: 'from: 90, to: 180', to: 'from: 190, to: 180' })
  await plant(root, { file, from: 'atMost: 30', to: 'atMost: 130' })

  expect(await lintContent(root)).toEqual([
    { file, path: 'story.answer.seconds', expected: 'a "from" that is not above its "to"' },
    { file, path: 'interviewerShare.atMost', expected: expect.any(String) },
  ])
})

test('knows the topics that a question is sorted by', async () => {
  const root = await smallContent()
  const file = `${folder}/question.md`
  await plant(root, { file, from: 'topics: [concurrency]', to: 'topics: [concurrency, weather]' })

  expect(await lintContent(root)).toEqual([
    { file, path: 'topics[1]', expected: 'a topic of rubrics/topics.yaml, not "weather"' },
  ])
})

test('goes on with the rest when the lexicon is missing', async () => {
  const root = await smallContent()
  await rm(join(root, 'rubrics/lexicon.yaml'))
  await plant(root, { file: `${folder}/guide.yaml`, from: 'aims: [point-1]', to: 'aims: [point-9]' })

  expect(await lintContent(root)).toEqual([
    { file: `${folder}/guide.yaml`, path: 'hints[0].aims[0]', expected: 'a key point of this guide, not "point-9"' },
    { file: 'rubrics/lexicon.yaml', path: '', expected: 'this file; it is missing' },
  ])
})

test('says where a file cannot be parsed', async () => {
  const root = await smallContent()
  await plant(root, { file: `${folder}/guide.yaml`, from: 'version: 1', to: 'version: 1: 2' })
  await plant(root, { file: `${folder}/question.md`, from: 'levels: [junior, senior]', to: 'levels: [junior, senior' })
  await plant(root, { file: 'rubrics/phrases.yaml', from: 'nudge:', to: 'nudge: [a]\nnudge:' })
  await writeFile(join(root, 'rubrics/thresholds.json'), '{ "shares": ')

  const faults = await lintContent(root)

  expect(faults.map(({ file, path }) => ({ file, path }))).toEqual([
    { file: `${folder}/guide.yaml`, path: 'line 1, column 11' },
    { file: `${folder}/question.md`, path: 'line 4, column 1' },
    { file: 'rubrics/phrases.yaml', path: 'line 2, column 1' },
    { file: 'rubrics/thresholds.json', path: '' },
  ])
  expect(faults.map((fault) => fault.expected.replace(/:.*/s, ''))).toEqual([
    'YAML that can be read',
    'YAML that can be read',
    'YAML that can be read',
    'JSON that can be read',
  ])
})

test('says where YAML would drop the end of an entry without quotes', async () => {
  const root = await smallContent()
  await plant(root, { file: `${folder}/guide.yaml`, from: '["lock + @because"]', to: '\n      - locks # rows' })

  expect(await lintContent(root)).toEqual([
    {
      file: `${folder}/guide.yaml`,
      path: expect.stringMatching(/^line \d+$/),
      expected: expect.stringContaining('YAML drops what follows " #"'),
    },
  ])
})

test('says what the shape of a file should have been', async () => {
  const root = await smallContent()
  await plant(root, { file: trackFile, from: 'version: 1\n', to: '' })
  await plant(root, { file: trackFile, from: 'role: work', to: 'role: labour' })
  await plant(root, { file: trackFile, from: 'about: Short questions.', to: 'abuot: Short questions.' })
  await plant(root, { file: trackFile, from: 'rating: 2', to: 'rating: 5' })
  await plant(root, { file: `${folder}/guide.yaml`, from: '["lock + @because"]', to: '["lock + + two", "so-so"]' })
  await plant(root, { file: `${folder}/guide.yaml`, from: 'central: true', to: 'central: "yes"' })
  await plant(root, { file: `${folder}/question.md`, from: 'title: Locks', to: 'title: ""' })

  expect(await lintContent(root)).toEqual([
    {
      file: `${folder}/guide.yaml`,
      path: 'keyPoints[0].shows[0]',
      expected: 'a word pattern: an empty phrase: a stray "+", "|" or "!"',
    },
    {
      file: `${folder}/guide.yaml`,
      path: 'keyPoints[0].shows[1]',
      expected:
        'a word pattern: "so-so": words are lower-case letters and digits, without hyphen or apostrophe; "*" only at one end',
    },
    { file: `${folder}/guide.yaml`, path: 'misconceptions[0].central', expected: 'a boolean, not a string' },
    { file: `${folder}/question.md`, path: 'title', expected: 'at least 3 characters' },
    { file: trackFile, path: 'version', expected: 'a number; it is missing' },
    { file: trackFile, path: 'about', expected: 'a string; it is missing' },
    { file: trackFile, path: 'phases[0].role', expected: 'one of intro, work, wrap-up, not "labour"' },
    { file: trackFile, path: 'criteria[0].checks[0].rating', expected: 'another value than 5: 2, or 3, or 4' },
    { file: trackFile, path: 'abuot', expected: 'no such key; it is misspelt or does not belong here' },
  ])
})

test('finds what is wrong inside a track', async () => {
  const root = await smallContent()
  await plant(root, { file: trackFile, from: 'id: concepts', to: 'id: sql' })
  await plant(root, { file: trackFile, from: 'minutes: 5, each', to: 'minutes: 6, each' })
  await plant(root, {
    file: trackFile,
    from: '{ phase: concept, minutes: 4, each: true }, { phase: wrap-up, minutes: 3 }',
    to: '{ phase: wrap-up, minutes: 3 }, { phase: concept, minutes: 4 }, { phase: encore, minutes: 8 }',
  })
  await plant(root, { file: trackFile, from: 'feeds: [correctness,', to: 'feeds: [charm,' })
  await plant(root, {
    file: trackFile,
    from: '"What would you like to ask me?"',
    to: '"Great. What now? And what else?", { announce: "Now what?", ask: Go on., asksFor: [charm-two] }',
  })
  await plant(root, { file: trackFile, from: 'id: depth-two', to: 'id: clarity-two' })
  await plant(root, { file: trackFile, from: 'partly: 10', to: 'partly: 30' })
  await plant(root, { file: trackFile, from: 'rating: 4', to: 'rating: 3' })
  await plant(root, { file: trackFile, from: 'key + @because', to: 'key + @becuase' })
  await plant(root, { file: trackFile, from: 'shows: [unless]', to: 'drill: Practise it.' })
  await plant(root, { file: trackFile, from: 'Why is that so?" }', to: 'Why is that so?" }, askedIn: [concept, wrap-up]' })
  await plant(root, {
    file: trackFile,
    from: 'id: completeness-two,',
    to: 'id: completeness-two, essential: true, askedIn: [concept],',
  })

  expect((await lintContent(root)).filter((fault) => fault.file === trackFile)).toEqual([
    { file: trackFile, path: 'id', expected: '"concepts", as its folder is called, not "sql"' },
    { file: trackFile, path: 'phases[0].feeds[0]', expected: 'a criterion of the track, not "charm"' },
    { file: trackFile, path: 'phases[1].openers[0]', expected: 'one question at a time, not 2 question marks' },
    { file: trackFile, path: 'phases[1].openers[0]', expected: 'neutral words; "Great" praises or grades' },
    { file: trackFile, path: 'phases[1].openers[0].announce', expected: 'no question: that belongs to "ask"' },
    { file: trackFile, path: 'phases[1].openers[1].asksFor[0]', expected: 'a standing check of the track, not "charm-two"' },
    { file: trackFile, path: 'phases[1].openers[1].announce', expected: 'no question: that belongs to "ask"' },
    { file: trackFile, path: 'criteria[0].id', expected: 'a phase that feeds it; none names "correctness"' },
    { file: trackFile, path: 'plans[0].minutes', expected: 'phases that add up to 5 minutes, not 6' },
    { file: trackFile, path: 'plans[1].phases[1].phase', expected: "phases in the track's order, each once" },
    { file: trackFile, path: 'plans[1].phases[2].phase', expected: 'a phase of the track, not "encore"' },
    { file: trackFile, path: 'plans[1].phases', expected: 'an "each" phase, since there are 3 questions' },
    { file: trackFile, path: 'criteria[0].checks', expected: 'at least one check that is evidence for rating 4' },
    { file: trackFile, path: 'criteria[0].checks[0].feature.partly', expected: 'at most the 20 of "yes", not 30' },
    { file: trackFile, path: 'criteria[0].checks[1].askedIn[1]', expected: 'a phase of work of the track, not "wrap-up"' },
    { file: trackFile, path: 'criteria[0].checks[2]', expected: '"shows", "feature" or both, as what it is met by' },
    { file: trackFile, path: 'criteria[1].checks[0].askedIn', expected: 'a "probe" beside it, which it says something of' },
    { file: trackFile, path: 'criteria[1].checks[0].essential', expected: 'a "probe" beside it, which it says something of' },
    {
      file: trackFile,
      path: 'criteria[4].checks[0].id',
      expected: 'an id of its own in the track; "clarity-two" is there twice',
    },
    {
      file: trackFile,
      path: 'criteria[0].checks[1].shows[0]',
      expected: 'a cue list of rubrics/lexicon.yaml; "@becuase" is none',
    },
  ])
})

test('finds what is wrong inside a question', async () => {
  const root = await smallContent()
  const guide = `${folder}/guide.yaml`
  await plant(root, { file: guide, from: 'Any one will do.', to: `"${'word '.repeat(41).trim()}"` })
  await plant(root, { file: guide, from: 'id: point-2', to: 'id: point-1' })
  await plant(root, { file: guide, from: 'id: point-3', to: 'id: depth-four' })
  await plant(root, { file: guide, from: 'phase: concept', to: 'phase: overture' })
  await plant(root, { file: guide, from: 'What does it do then?', to: 'Good point. What does it do? And why?' })
  await plant(root, { file: guide, from: '"lock + @because"', to: '"lock + @whim"' })
  await plant(root, {
    file: guide,
    from: '  - phase: concept\n    aims: [point-1]',
    to: '  - phase: finale\n    aims: [point-7]',
  })
  await plant(root, { file: guide, from: 'feeds: [point-2]', to: 'feeds: [point-8]' })
  await plant(root, { file: guide, from: 'criterion: depth, central', to: 'criterion: luck, central' })
  await plant(root, { file: `${folder}/answers.md`, from: '## senior\n### concept', to: '## mid\n### coda' })
  await plant(root, { file: `${folder}/answers.md`, from: '## weak', to: '## lead' })

  expect(await lintContent(root)).toEqual([
    { file: `${folder}/answers.md`, path: 'mid', expected: 'an id of its own; "mid" is there twice' },
    { file: `${folder}/answers.md`, path: 'mid.coda', expected: 'a phase of the track, not "coda"' },
    { file: `${folder}/answers.md`, path: '', expected: 'a weak answer beside the others, under "## weak"' },
    { file: guide, path: 'keyPoints[0].shows[0]', expected: 'a cue list of rubrics/lexicon.yaml; "@whim" is none' },
    { file: guide, path: 'keyPoints[1].id', expected: 'an id of its own; "point-1" is there twice' },
    { file: guide, path: 'keyPoints[2].id', expected: 'an id that no standing check of the track has, not "depth-four"' },
    { file: guide, path: 'keyPoints[0].phase', expected: 'a phase of the track, not "overture"' },
    { file: guide, path: 'hints[0].phase', expected: 'a phase of the track, not "finale"' },
    { file: guide, path: 'hints[0].aims[0]', expected: 'a key point of this guide, not "point-7"' },
    { file: guide, path: 'changedRequirements[0].feeds[0]', expected: 'a key point of this guide, not "point-8"' },
    { file: guide, path: 'misconceptions[0].criterion', expected: 'a criterion of the track, not "luck"' },
    { file: guide, path: 'facts[0].fact', expected: 'at most 40 words, not 41' },
    { file: guide, path: 'keyPoints[0].probes[0].ask', expected: 'one question at a time, not 2 question marks' },
    { file: guide, path: 'keyPoints[0].probes[0].ask', expected: 'neutral words; "Good point" praises or grades' },
  ])
})

test('finds what is wrong around the tracks', async () => {
  const root = await smallContent()
  await plant(root, {
    file: 'rubrics/lexicon.yaml',
    from: '"because, so that"',
    to: '"because | since, Because, so that, so that"',
  })
  await plant(root, { file: 'prompts/speak.md', from: 'inputs: [question]', to: 'inputs: [question, level]' })
  await plant(root, { file: 'prompts/speak.md', from: '{{question}}', to: '{{question}} {{track}} {{ name }}' })
  await plant(root, { file: 'prompts/speak.md', from: 'id: speak', to: 'id: talk' })
  await writeFile(join(root, 'prompts/bare.md'), 'Just a text.\n')
  await writeFile(
    join(root, 'prompts/lopsided.md'),
    '---\nid: lopsided\nversion: 1\ninputs: []\noutput: none\n---\n# user\nOnly this.\n',
  )
  await writeFile(join(root, 'rubrics/README.md'), 'Not content.\n')

  expect(await lintContent(root)).toEqual([
    { file: 'prompts/bare.md', path: '', expected: 'front matter: YAML between a first line "---" and another line "---"' },
    { file: 'prompts/lopsided.md', path: '', expected: 'the text under "# system" and then "# user", with nothing else around' },
    { file: 'prompts/speak.md', path: 'id', expected: '"speak", as the file is called, not "talk"' },
    {
      file: 'prompts/speak.md',
      path: '',
      expected: 'a mark such as {{question}}: letters only between the braces, not "{{ name }}"',
    },
    { file: 'prompts/speak.md', path: 'inputs', expected: '"track", which the text uses as {{track}}' },
    { file: 'prompts/speak.md', path: 'inputs[1]', expected: 'an input that the text uses; {{level}} is nowhere in it' },
    {
      file: 'rubrics/lexicon.yaml',
      path: 'cues.because[0]',
      expected: 'one phrase of words, without "|", "+", "~" or "@", not "because | since"',
    },
    {
      file: 'rubrics/lexicon.yaml',
      path: 'cues.because[1]',
      expected:
        'a phrase of words: "Because": words are lower-case letters and digits, without hyphen or apostrophe; "*" only at one end',
    },
    { file: 'rubrics/lexicon.yaml', path: 'cues.because[3]', expected: 'each phrase once; "so that" is there twice' },
  ])
})

test('reports a folder that is no track', async () => {
  const root = await smallContent()
  await rename(join(root, 'rubrics/concepts'), join(root, 'rubrics/notions'))

  expect(await lintContent(root)).toEqual([
    { file: 'rubrics', path: '', expected: 'a folder for one track at the least' },
    {
      file: 'rubrics/notions',
      path: '',
      expected: "a track's name: one of system-design, behavioral, concepts, sql, coding, incident",
    },
  ])
})
