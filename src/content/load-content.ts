import { approachesSchema } from '#src/domain/approach.ts'
import { deliveryBandsSchema } from '#src/domain/delivery.ts'
import type { Question } from '#src/domain/guide.ts'
import { type Lexicon, lexiconSchema } from '#src/domain/lexicon.ts'
import { mannerLinesSchema } from '#src/domain/manner-lines.ts'
import { phrasesSchema } from '#src/domain/phrases.ts'
import { reviewWordsSchema } from '#src/domain/review-words.ts'
import { type Rubric, rubricSchema } from '#src/domain/rubric.ts'
import { thresholdsSchema } from '#src/domain/thresholds.ts'
import { type Topics, topicsSchema } from '#src/domain/topic.ts'
import { type TrackId, trackIds } from '#src/domain/track.ts'
import { ContentError, type ContentFault } from '#src/errors.ts'
import { checkCueNames, checkJoined, checkLexicon } from './check-patterns.ts'
import { checkQuestion, reportsOf } from './check-question.ts'
import { checkRubric } from './check-rubric.ts'
import type { Content } from './content.ts'
import { loadCached } from './content-cache.ts'
import { createFaultList, type FaultList } from './fault-list.ts'
import { withOwnQuestions } from './own-questions.ts'
import { readJson } from './read-json.ts'
import { readPrompt } from './read-prompt.ts'
import { questionFiles, readQuestion } from './read-question.ts'
import { type ContentSource, listFolder } from './read-text.ts'
import { readYaml } from './read-yaml.ts'

const lexiconFile = 'rubrics/lexicon.yaml'
const trackFile = (track: string) => `rubrics/${track}/track.yaml`

export interface LoadOptions {
  /** A folder of questions of one's own. */
  own?: string | null
  /** Where what was loaded is kept for the next time; unsaid: nowhere. */
  cacheFile?: string | null
}

/**
 * Everything under `root`'s prompts/ and rubrics/, and the questions of the folder `own`. Throws ContentError with every fault of every file
 * under `root`; a fault of one's own questions only keeps that question out, and is told in `own`.
 */
export async function loadContent(root: string, { own = null, cacheFile = null }: LoadOptions = {}): Promise<Content> {
  const load = async () => {
    const { content, faults } = await readContent(root)
    if (content === undefined) throw new ContentError(faults)
    return content
  }
  const content = await (cacheFile === null ? load() : loadCached(root, cacheFile, load))
  return own === null ? content : withOwnQuestions(content, own)
}

/** Every fault of the content under `root`, or of one's own questions once that has none, by file; empty when all of it loads. */
export async function lintContent(root: string, options: LoadOptions = {}): Promise<readonly ContentFault[]> {
  try {
    return (await loadContent(root, options)).own?.faults ?? []
  } catch (error) {
    if (error instanceof ContentError) return error.faults
    throw error
  }
}

async function readContent(root: string): Promise<{ content: Content | undefined; faults: ContentFault[] }> {
  const faults = createFaultList()
  const source = { root, faults }
  const [tracks, prompts, manner, lexicon, phrases, thresholds, delivery, review, topics, approaches] = await Promise.all([
    readTracks(source),
    readPrompts(source),
    readYaml(source, { file: 'prompts/manner.yaml', schema: mannerLinesSchema }),
    readYaml(source, { file: lexiconFile, schema: lexiconSchema }),
    readYaml(source, { file: 'rubrics/phrases.yaml', schema: phrasesSchema }),
    readJson(source, { file: 'rubrics/thresholds.json', schema: thresholdsSchema }),
    readYaml(source, { file: 'rubrics/delivery.yaml', schema: deliveryBandsSchema }),
    readYaml(source, { file: 'rubrics/review.yaml', schema: reviewWordsSchema }),
    readYaml(source, { file: 'rubrics/topics.yaml', schema: topicsSchema }),
    readYaml(source, { file: 'rubrics/approaches.yaml', schema: approachesSchema }),
  ])
  if (lexicon !== undefined) checkLexicon(lexicon, faults.of(lexiconFile))
  for (const track of tracks) checkTrack(track, { lexicon, topics, faults })
  const found = faults.sorted()
  const shared = { manner, lexicon, phrases, thresholds, delivery, review, topics, approaches }
  if (found.length > 0 || !isWhole(shared)) return { content: undefined, faults: found }
  const rubrics = new Map(tracks.flatMap(({ id, rubric }) => (rubric === undefined ? [] : [[id, rubric] as const])))
  return {
    content: { rubrics, questions: tracks.flatMap((track) => track.questions), prompts, ...shared, own: null },
    faults: [],
  }
}

type Whole<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }
const isWhole = <T extends object>(parts: T): parts is T & Whole<T> => !Object.values(parts).includes(undefined)

interface ReadTrack {
  id: TrackId
  rubric: Rubric | undefined
  questions: Question[]
}

async function readTracks(source: ContentSource): Promise<ReadTrack[]> {
  const folders = await listFolder(source, { folder: 'rubrics', kind: 'folders' })
  if (folders === undefined) return []
  for (const folder of folders)
    if (!trackIds.some((id) => id === folder))
      source.faults.of(`rubrics/${folder}`)('', `a track's name: one of ${trackIds.join(', ')}`)
  const present = trackIds.filter((id) => folders.includes(id))
  if (present.length === 0) source.faults.of('rubrics')('', 'a folder for one track at the least')
  return Promise.all(present.map((id) => readTrack(source, id)))
}

async function readTrack(source: ContentSource, id: TrackId): Promise<ReadTrack> {
  const [rubric, folders] = await Promise.all([
    readYaml(source, { file: trackFile(id), schema: rubricSchema }),
    listFolder(source, { folder: `rubrics/${id}/questions`, kind: 'folders' }),
  ])
  const questions = await Promise.all((folders ?? []).map((folder) => readQuestion(source, { track: id, id: folder })))
  return { id, rubric, questions: questions.filter((question) => question !== undefined) }
}

async function readPrompts(source: ContentSource): Promise<Content['prompts']> {
  const files = (await listFolder(source, { folder: 'prompts', kind: 'files' })) ?? []
  const names = files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -'.md'.length))
  const prompts = await Promise.all(names.map((name) => readPrompt(source, name)))
  return new Map(prompts.flatMap((prompt) => (prompt === undefined ? [] : [[prompt.id, prompt] as const])))
}

function checkTrack(
  { id, rubric, questions }: ReadTrack,
  { lexicon, topics, faults }: { lexicon: Lexicon | undefined; topics: Topics | undefined; faults: FaultList },
) {
  if (rubric !== undefined) {
    checkRubric(rubric, { folder: id, report: faults.of(trackFile(id)) })
    checkJoined(rubric, faults.of(trackFile(id)))
    if (lexicon !== undefined) checkCueNames(rubric, { lexicon, report: faults.of(trackFile(id)) })
  }
  for (const question of questions) {
    const reports = reportsOf(questionFiles(question), faults)
    checkQuestion(question, { rubric, topics, lexicon, inFull: true, ...reports })
  }
}
