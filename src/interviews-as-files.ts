import { contentHash } from './content/content-hash.ts'
import { HotseatError, NotFoundError } from './errors.ts'
import type { ExportFormat, RestoredFile } from './protocol/rest.ts'
import { countedOf, type ForCounting } from './read-interview.ts'
import type { Store } from './store/store.ts'
import { afterwardsToMarkdown } from './transcript/afterwards-to-markdown.ts'
import type { ArchivedFile } from './transcript/archive.ts'
import { archiveIndex, archiveNote, fileNameOf, type Listed } from './transcript/archive-index.ts'
import { interviewToTranscript } from './transcript/interview-to-transcript.ts'
import { type FoundRecord, recordsIn } from './transcript/read-archive.ts'
import { withRecord } from './transcript/record-block.ts'
import { recordToHtml } from './transcript/record-to-html.ts'
import { type Recorded, recordToJson } from './transcript/record-to-json.ts'
import { transcriptToMarkdown } from './transcript/transcript-to-markdown.ts'

interface Exporting {
  store: Store
  content: ForCounting
  owner: string
}

/** For who has the database file, and may know whose an interview is. */
const noInterview = async (store: Store, id: string): Promise<string> =>
  (await store.findOwner(id)) === null
    ? `There is no interview ${id}.`
    : `The interview ${id} is another owner's. --owner names the space that it is in.`

const notOpened = 'Scored. The ratings are left out until the scorecard was opened, so that you can rate yourself first.'

/**
 * An interview as a file: JSON that `grade` reads, Markdown, or a page, the latter two with its newest scorecard, or why there is none. JSON, and Markdown of
 * an interview that is over, hold the whole record. Rejects with NotFoundError or StoreError.
 */
export async function exportInterview(options: Exporting & { id: string; format: ExportFormat }): Promise<string> {
  const { store, id, owner } = options
  if ((await store.findInterview(id, owner)) === null) throw new NotFoundError(await noInterview(store, id))
  const recorded = await store.readRecord(id)
  return options.format === 'json' ? recordToJson(recorded) : await asProse(recorded, { ...options, format: options.format })
}

async function asProse(
  { record, unknownFields }: Recorded,
  { store, content, format }: Pick<Exporting, 'store' | 'content'> & { format: 'markdown' | 'html' },
): Promise<string> {
  const { interview, turns, content: held } = record
  const { id } = interview
  const [newest, job] = await Promise.all([store.latestScorecard(id), store.latestScoringJob(id)])
  // The candidate rated themselves, skipped it, or has seen the scorecard.
  const isHidden = newest !== null && record.selfRating === null && record.openedAt === null
  const scorecard = isHidden ? null : newest
  const note = isHidden ? notOpened : (job?.error ?? null)
  const transcript = interviewToTranscript(interview, turns)
  const counted = scorecard === null ? undefined : countedOf({ transcript, held }, content)
  const voices = {
    reviews: record.reviews.map(({ review }) => review),
    objections: await store.listObjections(id),
  }
  if (format === 'html') return recordToHtml({ record, scorecard, note, counted, voices: isHidden ? undefined : voices })
  const prose = transcriptToMarkdown({
    transcript,
    scorecard,
    rubric: held.rubric,
    note,
    ...counted,
    ...(isHidden ? {} : { voices, afterwards: afterwardsToMarkdown(record) }),
  })
  // While it runs the record tells what is secret until the end.
  return interview.status === 'ended' ? withRecord(prose, { record, unknownFields }) : prose
}

/** Lets the event loop turn: it is for those who talk, and one interview takes some milliseconds. */
const others = () => new Promise((resolve) => setImmediate(resolve))

/**
 * All interviews of an owner as the files of one archive, each in every form; of one that is not over, no record. Rejects as it goes, with StoreError. What is
 * deleted meanwhile is left out.
 */
export async function* everyFile({ store, content, owner }: Exporting): AsyncGenerator<ArchivedFile> {
  const listed: Listed[] = []
  // The oldest first: what is restored last is taken for the newest by a search.
  for (const { id } of (await store.listInterviews(owner)).reverse()) {
    await others()
    if ((await store.findInterview(id, owner)) === null) continue
    const recorded = await store.readRecord(id)
    const isOver = recorded.record.interview.status === 'ended'
    const name = fileNameOf(recorded.record)
    yield { name: `pages/${name}.html`, text: await asProse(recorded, { store, content, format: 'html' }) }
    await others()
    yield { name: `markdown/${name}.md`, text: await asProse(recorded, { store, content, format: 'markdown' }) }
    await others()
    if (isOver) yield { name: `json/${name}.json`, text: recordToJson(recorded) }
    listed.push({ name, record: { interview: recorded.record.interview }, isOver })
  }
  yield { name: 'index.html', text: archiveIndex(listed.toReversed()) }
  yield { name: 'README.txt', text: archiveNote }
}

/**
 * Restores what a file holds: one interview exported as JSON or Markdown, or an archive of them. One that cannot be read or stored is told and the rest goes
 * on. `asCopy`: what the owner has already is stored beside it once more.
 */
export async function restoreFile(
  store: Store,
  { owner, bytes, name, asCopy }: { owner: string; bytes: Uint8Array; name: string; asCopy: boolean },
): Promise<RestoredFile[]> {
  const all: RestoredFile[] = []
  for (const found of recordsIn(bytes, name)) {
    await others()
    all.push(await restoreOne(store, { owner, found, asCopy }))
  }
  return all
}

async function restoreOne(
  store: Store,
  { owner, found, asCopy }: { owner: string; found: FoundRecord; asCopy: boolean },
): Promise<RestoredFile> {
  const { file } = found
  if (found.kind === 'unread') return { file, kind: 'failed', reason: found.reason }
  const { record, unknownFields } = found.recorded
  // A hash that the content does not have would put this content under what other interviews are held with.
  const interview = { ...record.interview, contentHash: contentHash(record.content) }
  try {
    const { kind, id } = await store.restoreRecord({ ownerId: owner, record: { ...record, interview }, unknownFields, asCopy })
    return { file, kind, id, title: interview.questions.map(({ title }) => title).join(', ') }
  } catch (error) {
    if (error instanceof HotseatError) return { file, kind: 'failed', reason: error.message }
    throw error
  }
}
