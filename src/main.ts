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
import type { HeldContent, Interview } from './domain/interview.ts'
import type { Log } from './domain/log.ts'
import type { Transcript } from './domain/transcript.ts'
import { describeFault, HotseatError, NotFoundError } from './errors.ts'
import type { Interviewer } from './interviewer/interviewer.ts'
import { modelInterviewer } from './interviewer/model-backed-interviewer.ts'
import { modelObserver } from './interviewer/model-observer.ts'
import type { Observer } from './interviewer/observer.ts'
import { ruleBasedInterviewer } from './interviewer/rule-based-interviewer.ts'
import type { TurnFigures } from './interviewer/turn-figures.ts'
import { withStandIn } from './interviewer/with-stand-in.ts'
import { appealsOn } from './jobs/appeals.ts'
import { importsOn } from './jobs/imports.ts'
import { redosOn } from './jobs/redos.ts'
import { scoringQueue } from './jobs/scoring-queue.ts'
import { callSlots } from './model/call-slots.ts'
import type { Model } from './model/model.ts'
import { openAiModel } from './model/openai-model.ts'
import { contentCacheFile, packageRoot } from './package-root.ts'
import { deliveryReport } from './scoring/delivery-report.ts'
import { gradeTranscript } from './scoring/grade-transcript.ts'
import { createModelAppealJudge } from './scoring/model-appeal-judge.ts'
import { createModelScorer } from './scoring/model-scorer.ts'
import { ruleBasedAppealJudge } from './scoring/rule-based-appeal-judge.ts'
import { createRuleBasedScorer } from './scoring/rule-based-scorer.ts'
import type { Scorer } from './scoring/scorer.ts'
import { createServer } from './server/server.ts'
import { Sessions } from './session/sessions.ts'
import { openSqliteStore, openSqliteStoreForReading } from './store/sqlite-store.ts'
import type { Store } from './store/store.ts'
import { conductToMarkdown } from './transcript/conduct-to-markdown.ts'
import { gradeErrorLine, gradeLine } from './transcript/grade-line.ts'
import { interviewToTranscript } from './transcript/interview-to-transcript.ts'
import { readTranscript } from './transcript/read-transcript.ts'
import { transcriptToJson } from './transcript/transcript-to-json.ts'
import { transcriptToMarkdown } from './transcript/transcript-to-markdown.ts'

/** The only owner there is, until an installation has several. */
const owner = 'local'

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

/** Starts everything. `address` is the one to open: it holds the launch token after the #, which no request carries. */
export async function startServer(config: Config, clock: Clock = systemClock): Promise<Running> {
  const log = pino({ level: config.logLevel, errorKey: 'error' }, pino.destination(2))
  const content = await loadContent(packageRoot(), { own: config.ownContent, cacheFile: contentCacheFile() })
  for (const fault of content.own?.faults ?? [])
    log.warn({ fault: describeFault(fault) }, 'A question of HOTSEAT_CONTENT is left out.')
  const store = openSqliteStore({ file: config.databaseFile, clock })
  try {
    const models = modelsOf(config, clock)
    const grading = {
      store,
      clock,
      log,
      lexicon: content.lexicon,
      thresholds: content.thresholds,
      readInterview: (id: string) => readInterview(store, id),
    }
    const { scorers, judges } = scorersOf(content, models.scorer, config)
    const scoring = scoringQueue({ ...grading, scorers })
    const appeals = appealsOn({ ...grading, judges })
    const redos = redosOn({ ...grading, scorers })
    const imports = importsOn({ store, clock, content, scoring })
    const sessions = new Sessions({
      store,
      clock,
      log,
      interviewerFor: interviewersOf(content, models.interviewer, { config, clock, log }),
      observerFor: observersOf(content, models.interviewer, { config, log }),
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
      exportInterview: (id, format) => exportInterview({ store, content, id, format }),
      countedOf: async (id, revision) => countedOf(await readInterview(store, id, revision), content),
    })
    const { port } = await server.listen()
    await scoring.resume()
    await redos.resume()
    const origin = `http://${config.host === '::1' ? '[::1]' : config.host}:${port}`
    return {
      port,
      origin,
      address: `${origin}/#token=${encodeURIComponent(config.launchToken)}`,
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

function modelsOf({ model }: Config, clock: Clock): { interviewer: Model | null; scorer: Model | null } {
  if (model === null) return { interviewer: null, scorer: null }
  const { baseUrl, apiKey } = model
  const slots = callSlots()
  const named = (name: string) => openAiModel({ baseUrl, apiKey, model: name, clock, slots })
  return { interviewer: named(model.interviewer), scorer: named(model.scorer) }
}

/** Who judges checks, at first and on appeal. */
function scorersOf(content: Content, model: Model | null, config: Config) {
  return {
    scorers: {
      'rule-based': createRuleBasedScorer({ lexicon: content.lexicon }),
      model: modelScorerOf(model, content, config),
    },
    judges: {
      'rule-based': ruleBasedAppealJudge,
      model: model && createModelAppealJudge({ model, prompt: promptOf(content, 'appeal-check') }),
    },
  }
}

function modelScorerOf(model: Model | null, content: Content, config: Config): Scorer | null {
  if (model === null || config.model === null) return null
  const { scorerRepeats: repeats, contextTokens, prices } = config.model
  const crossCheck = createRuleBasedScorer({ lexicon: content.lexicon })
  const prompt = promptOf(content, 'score-criterion')
  return createModelScorer({ model, prompt, repeats, contextTokens, prices, crossCheck })
}

function modelInterviewerOf(
  model: Model | null,
  content: Content,
  { config, clock, onTurn }: { config: Config; clock: Clock; onTurn: (figures: TurnFigures) => void },
): Interviewer | null {
  if (model === null || config.model === null) return null
  const { manner, lexicon, phrases } = content
  const { contextTokens } = config.model
  const prompt = promptOf(content, 'interviewer-turn')
  return modelInterviewer({ model, prompt, manner, lexicon, phrases, contextTokens, clock, onTurn })
}

function interviewersOf(
  content: Content,
  model: Model | null,
  { config, clock, log }: { config: Config; clock: Clock; log: Log },
): (interview: Interview) => Interviewer {
  const byRules = ruleBasedInterviewer(content)
  const onTurn = (figures: TurnFigures) => log.info(figures, 'The model-backed interviewer took a turn.')
  const speaking = modelInterviewerOf(model, content, { config, clock, onTurn })
  if (speaking === null) return () => byRules
  const byModel = withStandIn(speaking, byRules, content.phrases)
  return ({ interviewer }) => (interviewer === 'model' ? byModel : byRules)
}

function observersOf(
  content: Content,
  model: Model | null,
  { config, log }: { config: Config; log: Log },
): (interview: Interview) => Observer | null {
  if (model === null || config.model?.observes !== true) return () => null
  const { lexicon, phrases } = content
  const observer = modelObserver({ model, prompt: promptOf(content, 'observe-turn'), lexicon, phrases, log })
  return ({ interviewer }) => (interviewer === 'model' ? observer : null)
}

function promptOf({ prompts }: Content, id: string) {
  const prompt = prompts.get(id)
  if (prompt === undefined) throw new HotseatError(`prompts/${id}.md is missing. Restore it from the release.`)
  return prompt
}

/** `asOf`: a revision of an imported transcript; the newest one when null. */
async function readInterview(store: Store, id: string, asOf: number | null = null) {
  const interview = await store.findInterview(id, owner)
  if (interview === null) throw new NotFoundError(`There is no interview ${id}.`)
  const held = await store.findContent(id)
  const turns = asOf === null ? await store.listTurns(id) : await store.listTurnsOfRevision(id, asOf)
  const { contentHash, imported } = interview
  return { transcript: interviewToTranscript(interview, turns), held, contentHash, revision: imported?.revision }
}

/** A store beside a running server, or without one. Throws StoreError. */
export const openStoreForReading = (config: Config): Store =>
  openSqliteStoreForReading({ file: config.databaseFile, clock: systemClock })

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

const notOpened = 'Scored. The ratings are left out until the scorecard was opened, so that you can rate yourself first.'

/**
 * An interview as a file: JSON that `grade` reads, or Markdown with its newest scorecard, or why there is none. Rejects with NotFoundError or
 * StoreError.
 */
export async function exportInterview(options: {
  store: Store
  content: ForCounting
  id: string
  format: 'json' | 'markdown'
}): Promise<string> {
  const { store, content, id } = options
  const interview = await readInterview(store, id)
  const { transcript, held } = interview
  if (options.format === 'json') return transcriptToJson(transcript)
  const [scorecard, job] = await Promise.all([store.latestScorecard(id), store.latestScoringJob(id)])
  const { rubric } = held
  if (scorecard === null) return transcriptToMarkdown({ transcript, scorecard, rubric, note: job?.error ?? null })
  if (!(await isRevealed(store, id))) return transcriptToMarkdown({ transcript, scorecard: null, rubric, note: notOpened })
  return transcriptToMarkdown({ transcript, scorecard, rubric, ...countedOf(interview, content) })
}

/** The candidate rated themselves, skipped it, or has seen the scorecard. */
const isRevealed = async (store: Store, id: string): Promise<boolean> =>
  (await store.findSelfRating(id)) !== null || (await store.isScorecardOpened(id))

/** Throws HotseatError for `model` without a configured model. */
export function scorerNamed(name: 'rule-based' | 'model', content: Content, config: Config): Scorer {
  if (name === 'rule-based') return createRuleBasedScorer({ lexicon: content.lexicon })
  const scorer = modelScorerOf(modelsOf(config, systemClock).scorer, content, config)
  if (scorer === null) throw new HotseatError('--scorer model needs HOTSEAT_MODEL; .env.example says how to connect one.')
  return scorer
}

/** Throws HotseatError for `model` without a configured model. The model has no stand-in: what it cannot say fails. */
export function interviewerNamed(name: 'rule-based' | 'model', content: Content, config: Config): Interviewer {
  if (name === 'rule-based') return ruleBasedInterviewer(content)
  const { interviewer: model } = modelsOf(config, systemClock)
  const interviewer = modelInterviewerOf(model, content, { config, clock: systemClock, onTurn: () => undefined })
  if (interviewer === null)
    throw new HotseatError('A model-backed interviewer needs HOTSEAT_MODEL; .env.example says how to connect one.')
  return interviewer
}

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
