import { join } from 'node:path'
import { pino } from 'pino'
import { checkConduct } from './conduct/check-conduct.ts'
import { conductInputOf } from './conduct/conduct-input.ts'
import type { Config } from './config.ts'
import type { Content } from './content/content.ts'
import { holdContentFor } from './content/hold-content.ts'
import { loadContent } from './content/load-content.ts'
import { type Clock, systemClock } from './domain/clock.ts'
import type { ConductReport } from './domain/conduct.ts'
import type { DeliveryReport } from './domain/delivery.ts'
import type { HeldContent } from './domain/interview.ts'
import type { Scorecard } from './domain/score.ts'
import type { TrackId } from './domain/track.ts'
import type { Transcript } from './domain/transcript.ts'
import { describeFault, NotFoundError } from './errors.ts'
import { interviewersOf, modelsOf, observersOf, scorersOf } from './interviewers-and-scorers.ts'
import { appealsOn } from './jobs/appeals.ts'
import { importsOn } from './jobs/imports.ts'
import { redosOn } from './jobs/redos.ts'
import { scoringQueue } from './jobs/scoring-queue.ts'
import { tokenBudget } from './jobs/token-budget.ts'
import { contentCacheFile, packageRoot } from './package-root.ts'
import { makeReview } from './review/make-review.ts'
import { deliveryReport } from './scoring/delivery-report.ts'
import { gradeTranscript } from './scoring/grade-transcript.ts'
import type { Scorer } from './scoring/scorer.ts'
import { createServer } from './server/server.ts'
import { Sessions } from './session/sessions.ts'
import type { FoundTurn } from './store/history-store.ts'
import { ownerNamed } from './store/owner-named.ts'
import { openSqliteStore, openSqliteStoreForReading } from './store/sqlite-store.ts'
import type { Store } from './store/store.ts'
import { conductToMarkdown } from './transcript/conduct-to-markdown.ts'
import { gradeErrorLine, gradeLine } from './transcript/grade-line.ts'
import { interviewToTranscript } from './transcript/interview-to-transcript.ts'
import { readTranscript } from './transcript/read-transcript.ts'
import { transcriptToJson } from './transcript/transcript-to-json.ts'
import { transcriptToMarkdown } from './transcript/transcript-to-markdown.ts'
import type { Voices } from './transcript/voices-to-markdown.ts'

/** Runs until SIGINT or SIGTERM; then says goodbye to every connection, stores what is running, and resolves. Rejects with a HotseatError when it cannot start. */
export async function runServer(config: Config): Promise<void> {
  const running = await startServer(config)
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  for (const notice of config.notices) console.error(notice)
  console.log(`Hotseat is listening. Open ${running.address}`)
  await stopped
  await running.close()
}

/** Everything that runs, and how to stop it. */
export interface Running {
  port: number
  /** `http://host:port`, without a slash at the end. */
  origin: string
  /** The address to open. */
  address: string
  close(): Promise<void>
}

/** The content that a configuration names. Rejects with ContentError. */
export const contentFor = ({ ownContent: own }: Config): Promise<Content> =>
  loadContent(packageRoot(), { own, cacheFile: contentCacheFile() })

/** What a test or a benchmark may put in the place of the product's own. */
export interface Replaced {
  clock?: Clock
  /** Another's way to the content, for who starts many servers. */
  readContent?: typeof contentFor
  interviewers?: typeof interviewersOf
}

/** Starts everything. `address` is the one to open: it holds the launch token after the #, which no request carries. */
export async function startServer(
  config: Config,
  { clock = systemClock, readContent = contentFor, interviewers = interviewersOf }: Replaced = {},
): Promise<Running> {
  const log = pino({ level: config.logLevel, errorKey: 'error' }, pino.destination(2))
  const content = await readContent(config)
  for (const fault of content.own?.faults ?? [])
    log.warn({ fault: describeFault(fault) }, 'A question of HOTSEAT_CONTENT is left out.')
  const store = openSqliteStore({ file: config.databaseFile, clock })
  try {
    const models = modelsOf(config, clock)
    const { tokensPerInterview: perInterview, tokensPerDay: perDay, ...saying } = config.limits
    const budget = tokenBudget({ store, clock, log, limits: { perInterview, perDay } })
    const grading = {
      store,
      budget,
      clock,
      log,
      lexicon: content.lexicon,
      thresholds: content.thresholds,
      readInterview: (id: string) => readInterview(store, id),
    }
    const { scorers, judges } = scorersOf(content, models.scorer, { config, budget })
    const scoring = scoringQueue({ ...grading, scorers })
    const appeals = appealsOn({ ...grading, judges })
    const redos = redosOn({ ...grading, scorers })
    const imports = importsOn({ store, clock, content, scoring })
    const sessions = new Sessions({
      store,
      clock,
      log,
      interviewerFor: interviewers(content, models.interviewer, { config, clock, log, budget }),
      observerFor: observersOf(content, models.interviewer, { config, log, budget }),
      limits: { turns: saying.turnsPerInterview, characters: saying.charactersPerInterview },
      onEnded: (id) => {
        scoring
          .enqueue(id)
          .catch((error: unknown) => log.error({ error, interview: id }, 'An ended interview could not be queued for scoring.'))
      },
    })
    const server = createServer({
      config,
      store,
      content,
      sessions,
      scoring,
      appeals,
      redos,
      imports,
      models,
      clock,
      log,
      webRoot: join(packageRoot(), 'dist/web'),
      exportInterview: ({ id, owner }, format) => exportInterview({ store, content, id, owner, format }),
      countedOf: async (id, revision) => countedOf(await readInterview(store, id, revision), content),
      reviewOf: async (id, { revision, scorecard }) => reviewOf(await readInterview(store, id, revision), scorecard, content),
    })
    const { port } = await server.listen()
    await scoring.resume()
    await redos.resume()
    const origin = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`
    return {
      port,
      origin,
      address: `${config.spaces?.origins[0] ?? origin}/#token=${encodeURIComponent(config.launchToken)}`,
      close: async () => {
        await server.close()
        await sessions.closeAll()
        await Promise.all([appeals.stop(), redos.stop()])
        await scoring.stop()
        store.close()
      },
    }
  } catch (error) {
    store.close()
    throw error
  }
}

/**
 * For work that whoever asked for it was allowed to ask for: it goes by the interview, whoever owns it. `asOf`: a revision of an imported transcript;
 * the newest one when null.
 */
async function readInterview(store: Store, id: string, asOf: number | null = null) {
  const owner = await store.findOwner(id)
  const interview = owner === null ? null : await store.findInterview(id, owner)
  if (interview === null) throw new NotFoundError(`There is no interview ${id}.`)
  const held = await store.findContent(id)
  const turns = asOf === null ? await store.listTurns(id) : await store.listTurnsOfRevision(id, asOf)
  const { contentHash, imported } = interview
  return { transcript: interviewToTranscript(interview, turns), held, contentHash, revision: imported?.revision }
}

/** A store beside a running server, or without one. Throws StoreError. */
export const openStoreForReading = (config: Config): Store =>
  openSqliteStoreForReading({ file: config.databaseFile, clock: systemClock })

/** Turns of a space's interviews (null: yours) that hold these words, the best matches first; reads the database beside a running server. Rejects with StoreError. */
export async function searchDatabase(
  config: Config,
  { space, ...asked }: { words: string; track?: TrackId; limit: number; space: string | null },
): Promise<FoundTurn[]> {
  const store = openStoreForReading(config)
  try {
    return (await store.searchTurns(await ownerNamed(store, space), { ...asked, order: 'best' })).turns
  } finally {
    store.close()
  }
}

/** What counting how an interview was held and told takes of the content. */
type ForCounting = Pick<Content, 'lexicon' | 'phrases' | 'delivery'>

/** How an interview was told and how its interviewer behaved, counted anew from its turns. */
function countedOf(
  { transcript, held }: { transcript: Transcript; held: HeldContent },
  content: ForCounting,
): { delivery: DeliveryReport; conduct: ConductReport } {
  return {
    delivery: deliveryReport({ transcript, content: held, lexicon: content.lexicon, bands: content.delivery }),
    conduct: checkConduct(conductInputOf(transcript, held), content),
  }
}

/** An interview gone back over, and how it was told. */
function reviewOf(
  { transcript, held }: { transcript: Transcript; held: HeldContent },
  scorecard: Scorecard | null,
  { lexicon, phrases, delivery: bands, review: words }: ForCounting & Pick<Content, 'review'>,
) {
  return {
    review: makeReview({ transcript, content: held, scorecard, lexicon, phrases, words }),
    delivery: deliveryReport({ transcript, content: held, lexicon, bands }),
  }
}

/** For who has the database file, and may know whose an interview is. */
const noInterview = async (store: Store, id: string): Promise<string> =>
  (await store.findOwner(id)) === null
    ? `There is no interview ${id}.`
    : `The interview ${id} is another owner's. --owner names the space that it is in.`

const notOpened = 'Scored. The ratings are left out until the scorecard was opened, so that you can rate yourself first.'

/**
 * An interview as a file: JSON that `grade` reads, or Markdown with its newest scorecard, or why there is none. Rejects with NotFoundError or
 * StoreError.
 */
export async function exportInterview(options: {
  store: Store
  content: ForCounting
  id: string
  owner: string
  format: 'json' | 'markdown'
}): Promise<string> {
  const { store, content, id, owner } = options
  if ((await store.findInterview(id, owner)) === null) throw new NotFoundError(await noInterview(store, id))
  const interview = await readInterview(store, id)
  const { transcript, held } = interview
  const voices = await voicesOf(store, id)
  if (options.format === 'json') return transcriptToJson({ ...transcript, ...saidAfterwards(voices) })
  const [scorecard, job] = await Promise.all([store.latestScorecard(id), store.latestScoringJob(id)])
  const { rubric } = held
  if (scorecard === null) return transcriptToMarkdown({ transcript, scorecard, rubric, note: job?.error ?? null, voices })
  if (!(await isRevealed(store, id))) return transcriptToMarkdown({ transcript, scorecard: null, rubric, note: notOpened })
  return transcriptToMarkdown({ transcript, scorecard, rubric, ...countedOf(interview, content), voices })
}

async function voicesOf(store: Store, id: string): Promise<Voices> {
  const reviews = await store.listPeerReviews(id)
  return { objections: await store.listObjections(id), reviews: reviews.map(({ review }) => review) }
}

/** Fields of an exported file that are there only when somebody said something. */
const saidAfterwards = ({ objections, reviews }: Voices): Partial<Voices> => ({
  ...(objections.length === 0 ? {} : { objections }),
  ...(reviews.length === 0 ? {} : { reviews }),
})

/** The candidate rated themselves, skipped it, or has seen the scorecard. */
const isRevealed = async (store: Store, id: string): Promise<boolean> =>
  (await store.findSelfRating(id)) !== null || (await store.isScorecardOpened(id))

/** A transcript file to look at, with the bank as it is now. */
interface TranscriptFile {
  file: string
  read: () => Promise<string>
  content: Content
}

/** What was found of a transcript file, as a line of JSON and as Markdown; `passed` is false of a file that could not be read too. */
export interface FileOutcome {
  passed: boolean
  line: string
  markdown: string
}

/** Checks the interviewer of one transcript file, which passes without a breach. Never rejects: what cannot be read is said in the line. */
export const checkConductOf = (options: TranscriptFile): Promise<FileOutcome> =>
  outcomeOf(options, 'Not checked', async (transcript, held) => {
    const conduct = checkConduct(conductInputOf(transcript, held), options.content)
    return {
      passed: conduct.breaches.length === 0,
      line: JSON.stringify({ id: transcript.id, track: transcript.track, ...conduct }),
      markdown: `${[`# ${transcript.id}`, ...conductToMarkdown(conduct)].join('\n\n')}\n`,
    }
  })

/** Grades one transcript file. Never rejects: what cannot be graded is said in the line. */
export const gradeFile = ({ scorer, ...options }: TranscriptFile & { scorer: Scorer }): Promise<FileOutcome> =>
  outcomeOf(options, 'Not graded', async (transcript, held) => {
    const { rubric } = held
    const { lexicon, thresholds, delivery: bands } = options.content
    const result = await gradeTranscript({ transcript, content: held, lexicon, thresholds, scorer })
    const scorecard = result.kind === 'scorecard' ? result.scorecard : null
    const note = result.kind === 'too-short' ? result.reason : null
    const delivery = deliveryReport({ transcript, content: held, lexicon, bands })
    return {
      passed: true,
      line: gradeLine({ transcript, result, scorer: scorer.id, rubric, delivery }),
      markdown: transcriptToMarkdown({ transcript, scorecard, rubric, note, delivery }),
    }
  })

async function outcomeOf(
  { file, read, content }: TranscriptFile,
  otherwise: string,
  look: (transcript: Transcript, held: HeldContent) => Promise<FileOutcome>,
): Promise<FileOutcome> {
  try {
    const transcript = readTranscript(await read(), file)
    return await look(transcript, holdContentFor(content, transcript))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { passed: false, line: gradeErrorLine(file, message), markdown: `# ${file}\n\n${otherwise}: ${message}\n` }
  }
}
