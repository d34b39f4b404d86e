import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Question } from '#src/domain/guide.ts'
import { type TrackId, trackIds } from '#src/domain/track.ts'
import { checkQuestion, reportsOf } from './check-question.ts'
import type { Content } from './content.ts'
import { createFaultList } from './fault-list.ts'
import { questionFiles, readQuestion } from './read-question.ts'
import { type ContentSource, listFolder } from './read-text.ts'

/**
 * The content with the questions of one's own folder, in the shape of rubrics/: `<track>/questions/<id>/question.md`, and beside it guide.yaml
 * and answers.md if one likes. They come after those that ship; one with the id of another of its track stands in its place. What has faults is
 * left out and told in `own.faults`, with files named below `folder`.
 */
export async function withOwnQuestions(content: Content, folder: string): Promise<Content> {
  const faults = createFaultList()
  const source = { root: folder, faults }
  const read = await readOwn(source)
  const sound = read.filter((question) => {
    check(question, { content, source })
    return !Object.values(filesOf(question, source)).some((file) => faults.has(file))
  })
  const replaced = new Set(sound.map(({ id }) => id))
  return {
    ...content,
    questions: [...content.questions.filter(({ id }) => !replaced.has(id)), ...sound],
    own: { folder, ids: sound.map(({ id }) => id), faults: faults.sorted() },
  }
}

/** A copy of the repository's layout is taken as well. */
const tracksIn = ({ root }: ContentSource): string => (existsSync(join(root, 'rubrics')) ? 'rubrics' : '')

const filesOf = (question: Question, source: ContentSource) => questionFiles(question, tracksIn(source))

async function readOwn(source: ContentSource): Promise<Question[]> {
  if (!existsSync(source.root)) {
    source.faults.of(source.root)('', 'this folder; it is missing')
    return []
  }
  const tracks = tracksIn(source)
  const folders = (await listFolder(source, { folder: tracks, kind: 'folders' })) ?? []
  const present = folders.filter((folder) => {
    const known = isTrack(folder)
    if (!known) source.faults.of(join(tracks, folder))('', `a folder named by a track: one of ${trackIds.join(', ')}`)
    return known
  })
  const read = await Promise.all(present.map((track) => readTrack(source, { track, tracks })))
  return read.flat()
}

const isTrack = (name: string): name is TrackId => trackIds.some((id) => id === name)

async function readTrack(source: ContentSource, { track, tracks }: { track: TrackId; tracks: string }): Promise<Question[]> {
  const ids = (await listFolder(source, { folder: join(tracks, track, 'questions'), kind: 'folders' })) ?? []
  const questions = await Promise.all(ids.map((id) => readQuestion(source, { track, id, tracks, short: true })))
  return questions.filter((question) => question !== undefined)
}

function check(question: Question, { content, source }: { content: Content; source: ContentSource }) {
  const { rubrics, topics, lexicon, questions } = content
  const reports = reportsOf(filesOf(question, source), source.faults)
  const rubric = rubrics.get(question.track)
  if (rubric === undefined) return reports.question('', 'a track that has a track.yaml')
  const namesake = questions.find(({ id, track }) => id === question.id && track !== question.track)
  if (namesake !== undefined) reports.question('', `an id of its own; ${namesake.track} has a question "${question.id}"`)
  checkQuestion(question, { rubric, topics, lexicon, inFull: false, ...reports })
}
