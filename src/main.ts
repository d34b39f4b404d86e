import { join } from 'node:path'
import { checkConduct } from './conduct/check-conduct.ts'
import { conductInputOf } from './conduct/conduct-input.ts'
import type { Config } from './config.ts'
import type { Content } from './content/content.ts'
import { holdContentFor } from './content/hold-content.ts'
import { loadContent } from './content/load-content.ts'
import { type Clock, systemClock } from './domain/clock.ts'
import type { HeldContent } from './domain/interview.ts'
import type { TrackId } from './domain/track.ts'
import type { Transcript } from './domain/transcript.ts'
import { describeFault } from './errors.ts'
import { nothingSaid, type SaidOfSource } from './importing/plan-import.ts'
import { transcriptFromFile } from './importing/transcript-from-file.ts'
import { interviewersOf, modelsOf, observersOf, scorersOf } from './interviewers-and-scorers.ts'
import { everyFile, exportInterview, restoreFile } from './interviews-as-files.ts'
import { appealsOn } from './jobs/appeals.ts'
import { deletionsOn } from './jobs/deletions.ts'
import { importsOn } from './jobs/imports.ts'
import { redosOn } from './jobs/redos.ts'
import { scoringQueue } from './jobs/scoring-queue.ts'
import { tokenBudget } from './jobs/token-budget.ts'
import { createMetrics } from './metrics/metrics.ts'
import { serveMetrics } from './metrics/metrics-server.ts'
import { contentCacheFile, packageRoot } from './package-root.ts'
import { countedOf, readInterview, reviewOf } from './read-interview.ts'
import { sampleInterview } from './sample-interview.ts'
import { deliveryReport } from './scoring/delivery-report.ts'
import { gradeTranscript } from './scoring/grade-transcript.ts'
import type { Scorer } from './scoring/scorer.ts'
import { createServer } from './server/server.ts'
import { serverLog } from './server-log.ts'
import { Sessions } from './session/sessions.ts'
import type { FoundTurn } from './store/history-store.ts'
import { ownerNamed } from './store/owner-named.ts'
import { openSqliteStore, openSqliteStoreForReading } from './store/sqlite-store.ts'
import type { Store } from './store/store.ts'
import { archiveOf } from './transcript/archive.ts'
import { conductToMarkdown } from './transcript/conduct-to-markdown.ts'
import { gradeErrorLine, gradeLine } from './transcript/grade-line.ts'
import { transcriptToMarkdown } from './transcript/transcript-to-markdown.ts'

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
  /** Of 127.0.0.1; null without metrics. */
  metricsPort: number | null
  close(): Promise<void>
}

/** Passes a failure on, once the server that was listening already has closed. */
const closing = (server: { close(): Promise<void> }) => async (error: unknown) => {
  await server.close()
  throw error
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
  const log = serverLog(config)
  const metrics = config.metricsPort === null ? null : createMetrics()
  const content = await readContent(config)
  for (const fault of content.own?.faults ?? [])
    log.warn({ fault: describeFault(fault) }, 'A question of HOTSEAT_CONTENT is left out.')
  const store = openSqliteStore({ file: config.databaseFile, clock })
  try {
    const models = modelsOf(config, clock, metrics)
    const { tokensPerInterview: perInterview, tokensPerDay: perDay, ...saying } = config.limits
    const budget = tokenBudget({ store, clock, log, limits: { perInterview, perDay } })
    const grading = {
      store,
      budget,
      clock,
      log,
      bank: content.questions,
      lexicon: content.lexicon,
      thresholds: content.thresholds,
      readInterview: (id: string) => readInterview(store, id),
    }
    const { scorers, judges } = scorersOf(content, models.scorer, { config, budget })
    const scoring = scoringQueue({ ...grading, scorers, ...(metrics && { onFinished: metrics.scoringFinished }) })
    const appeals = appealsOn({ ...grading, judges })
    const redos = redosOn({ ...grading, scorers })
    const deletions = deletionsOn({ store, clock, log })
    const imports = importsOn({ store, clock, content, scoring })
    const sessions = new Sessions({
      store,
      clock,
      log,
      interviewerFor: interviewers(content, models.interviewer, { config, clock, log, budget }),
      observerFor: observersOf(content, models.interviewer, { config, log, budget }),
      limits: { turns: saying.turnsPerInterview, characters: saying.charactersPerInterview },
      onEnded: (id) => {
        metrics?.interviewEnded()
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
      deletions,
      models,
      clock,
      log,
      ...(metrics && { onRequest: metrics.requestAnswered }),
      webRoot: join(packageRoot(), 'dist/web'),
      exportInterview: ({ id, owner }, format) => exportInterview({ store, content, id, owner, format }),
      sample: sampleInterview(content, scorers['rule-based']),
      exportAll: (owner) => archiveOf(everyFile({ store, content, owner }), clock.now()),
      restoreFile: (owner, file) => restoreFile(store, { owner, ...file }),
      countedOf: async (id, revision) => countedOf(await readInterview(store, id, revision), content),
      reviewOf: async (id, { revision, scorecard }) => reviewOf(await readInterview(store, id, revision), scorecard, content),
    })
    metrics?.watch({
      interviewsOpen: () => sessions.count,
      socketsOpen: server.socketsOpen,
      scoringJobs: scoring.count,
      modelCallsRunning: () => models.slots?.levels().running ?? 0,
      modelCallsWaiting: () => models.slots?.levels().waiting ?? 0,
    })
    const { port } = await server.listen()
    const metricsServer = metrics && (await serveMetrics(metrics, config.metricsPort ?? 0).catch(closing(server)))
    await deletions.resume()
    await scoring.resume()
    await redos.resume()
    const origin = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`
    return {
      port,
      origin,
      address: `${config.spaces?.origins[0] ?? origin}/#token=${encodeURIComponent(config.launchToken)}`,
      metricsPort: metricsServer?.port ?? null,
      close: async () => {
        await server.close()
        await metricsServer?.close()
        await sessions.closeAll()
        await Promise.all([appeals.stop(), redos.stop(), deletions.stop()])
        await scoring.stop()
        store.close()
      },
    }
  } catch (error) {
    store.close()
    throw error
  }
}

/** A store beside a running server, or without one. Throws StoreError. */
const openStoreForReading = (config: Config): Store =>
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

/** A transcript file to look at, with the bank as it is now. */
interface TranscriptFile {
  file: string
  read: () => Promise<string>
  content: Content
  /** Of a file that does not say it itself. */
  said?: SaidOfSource
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
    const { lexicon, thresholds, delivery: bands, questions: bank } = options.content
    const result = await gradeTranscript({ transcript, content: held, bank, lexicon, thresholds, scorer })
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
  { file, read, content, said = nothingSaid }: TranscriptFile,
  otherwise: string,
  look: (transcript: Transcript, held: HeldContent) => Promise<FileOutcome>,
): Promise<FileOutcome> {
  try {
    const transcript = transcriptFromFile(await read(), file, { said, content })
    return await look(transcript, holdContentFor(content, transcript))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { passed: false, line: gradeErrorLine(file, message), markdown: `# ${file}\n\n${otherwise}: ${message}\n` }
  }
}
