import { createHash } from 'node:crypto'
import { type Config, loadConfig } from '#src/config.ts'
import type { Content } from '#src/content/content.ts'
import { systemClock } from '#src/domain/clock.ts'
import { type ImportRequest, previewRequestSchema } from '#src/domain/import.ts'
import type { UnreadPlace } from '#src/domain/imported.ts'
import { HotseatError } from '#src/errors.ts'
import { planImport, type SaidOfSource } from '#src/importing/plan-import.ts'
import { readImport } from '#src/importing/read-import.ts'
import { scorerNamed } from '#src/interviewers-and-scorers.ts'
import { importsOn } from '#src/jobs/imports.ts'
import { scoringQueue } from '#src/jobs/scoring-queue.ts'
import { tokenBudget } from '#src/jobs/token-budget.ts'
import { contentFor } from '#src/main.ts'
import { readInterview } from '#src/read-interview.ts'
import { serverLog } from '#src/server-log.ts'
import { ownerNamed } from '#src/store/owner-named.ts'
import { openSqliteStoreForAdding } from '#src/store/sqlite-store.ts'
import type { Store } from '#src/store/store.ts'
import type { Source } from '#src/transcript/source.ts'
import { type Command, oneOf, ownerIn, parse, readSaid, saidOptions, UsageError } from './arguments.ts'
import { readText } from './read-text.ts'

const scorers = ['rule-based', 'model', 'none'] as const

/** Stores transcripts from elsewhere as interviews, beside a running server or without one, and scores them. */
export const importCommand: Command = async (args) => {
  const parsed = parse(args, {
    ...saidOptions,
    owner: { type: 'string' },
    scorer: { type: 'string' },
    format: { type: 'string' },
  })
  const { values, positionals: files } = parsed
  const said = readSaid(parsed)
  const format = oneOf('format', values.format, ['text', 'json']) ?? 'text'
  const scorer = oneOf('scorer', values.scorer, scorers) ?? 'rule-based'
  if (files.length === 0) throw new UsageError('import needs at least one file.')
  const config = loadConfig()
  const content = await contentFor(config)
  const scorerOf = (name: 'rule-based' | 'model') => scorerNamed(name, content, config)
  const byModel = scorer === 'model' ? scorerOf('model') : null
  const store = openSqliteStoreForAdding({ file: config.databaseFile, clock: systemClock })
  try {
    const ownerId = await ownerNamed(store, ownerIn(values))
    const scoring = queueOn(store, { config, content, scorers: { 'rule-based': scorerOf('rule-based'), model: byModel } })
    const imports = importsOn({
      ...{ store, content, clock: systemClock },
      scoring: scorer === 'none' ? { enqueue: async () => undefined } : scoring,
    })
    let status = 0
    for (const [index, file] of files.entries()) {
      console.error(`importing ${file} (${index + 1} of ${files.length})`)
      try {
        const { request, source } = await requestFor(file, { said, content, ownerId })
        const { interviews } = await imports.create(ownerId, request)
        await scoring.idle()
        const made = []
        for (const interview of interviews) made.push({ ...interview, scoring: await scoredAs(store, interview.id) })
        sayWhatWasRead(file, { request, source })
        const line = { file, format: source.format, quality: source.quality, unread: source.unread.length, interviews: made }
        console.log(format === 'json' ? JSON.stringify(line) : made.map(shown).join('\n'))
      } catch (error) {
        if (!(error instanceof HotseatError) && !isFileError(error)) throw error
        status = 1
        if (format === 'json') console.log(JSON.stringify({ file, error: error.message }))
        else console.error(`${file} was not imported: ${error.message}`)
      }
    }
    return status
  } finally {
    store.close()
  }
}

function queueOn(
  store: Store,
  { config, content, ...options }: { config: Config; content: Content } & Pick<Parameters<typeof scoringQueue>[0], 'scorers'>,
) {
  const log = serverLog(config)
  const { tokensPerInterview: perInterview, tokensPerDay: perDay } = config.limits
  return scoringQueue({
    ...options,
    ...{ store, log, clock: systemClock },
    ...{ bank: content.questions, lexicon: content.lexicon, thresholds: content.thresholds },
    budget: tokenBudget({ store, log, clock: systemClock, limits: { perInterview, perDay } }),
    readInterview: (id) => readInterview(store, id),
  })
}

/** The same file, said the same of, is the same import: it is stored once, however often a script runs. */
async function requestFor(
  file: string,
  { said, content, ownerId }: { said: SaidOfSource; content: Content; ownerId: string },
): Promise<{ request: ImportRequest; source: Source }> {
  const fileName = file.split(/[/\\]/).at(-1) ?? file
  const checked = previewRequestSchema.safeParse({ text: await readText(file), fileName })
  if (!checked.success)
    throw new HotseatError(`The file cannot be taken: ${checked.error.issues.map(({ message }) => message).join('; ')}.`)
  const { text } = checked.data
  const source = readImport(text, fileName)
  const plan = planImport(source, said, { bank: content.questions, lexicon: content.lexicon })
  const body = { text, fileName, language: 'en' as const, ...plan }
  const id = createHash('sha256')
    .update(JSON.stringify([ownerId, body]))
    .digest('hex')
    .slice(0, 40)
  return { request: { id, ...body }, source }
}

/** How the scoring of an interview came out; null where nobody was asked to score it. */
async function scoredAs(store: Store, id: string): Promise<{ status: string; reason: string | null } | null> {
  const job = await store.latestScoringJob(id)
  return job === null ? null : { status: job.status, reason: job.error }
}

const shownUnread = 10

/** On standard error: what a person would have seen in the preview. */
function sayWhatWasRead(file: string, { request, source }: { request: ImportRequest; source: Source }): void {
  const { quality, unread } = source
  const named = (role: string) =>
    request.speakers.filter((one) => one.role === role).map(({ label }) => label ?? 'words without a name')
  const leftOut = named('left-out')
  console.error(`  candidate: ${named('candidate').join(', ')}; interviewer: ${named('interviewer').join(', ')}`)
  if (leftOut.length > 0) console.error(`  left out: ${leftOut.join(', ')}`)
  if (quality.verdict !== 'full')
    console.error(`  Only ${Math.round(quality.share * 100)} % of it has a speaker and words, so its ratings rest on less.`)
  for (const place of unread.slice(0, shownUnread)) console.error(`  ${placeOf(file, place)}`)
  if (unread.length > shownUnread) console.error(`  … and ${unread.length - shownUnread} more lines that are no part of it`)
}

const placeOf = (file: string, { line, reason, text }: UnreadPlace): string => `${file}:${line}: ${reason}: ${text}`

const shown = ({
  id,
  track,
  title,
  turns,
  scoring,
}: {
  id: string
  track: string
  title: string
  turns: number
  scoring: { status: string; reason: string | null } | null
}): string => {
  const scored = scoring === null ? 'not scored' : scoring.status === 'done' ? 'scored' : `${scoring.status}: ${scoring.reason}`
  return `${id}  ${track}, ${turns} turns, ${scored}: ${title}`
}

const isFileError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error
