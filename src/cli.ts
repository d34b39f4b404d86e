import { type Command, oneOf, ownerIn, parse, readSaid, saidOptions, UsageError } from './commands/arguments.ts'
import { exportCommand, restoreCommand } from './commands/files.ts'
import { importCommand } from './commands/import.ts'
import { readText } from './commands/read-text.ts'
import { loadConfig } from './config.ts'
import { lintContent, loadContent } from './content/load-content.ts'
import { trackIds } from './domain/track.ts'
import { describeFault, HotseatError } from './errors.ts'
import { scorerNamed } from './interviewers-and-scorers.ts'
import { checkConductOf, type FileOutcome, gradeFile, runServer, searchDatabase } from './main.ts'
import { contentCacheFile, packageRoot } from './package-root.ts'
import { backUp } from './store/back-up.ts'

const usage = `hotseat — mock interviews for backend engineers

  hotseat serve                                            run the server (npm start does this)
  hotseat lint                                             check prompts/ and rubrics/, list every fault
  hotseat import FILE… [WHO AND WHAT] [--owner NAME] [--scorer rule-based|model|none] [--format text|json]
                                                           store interviews that were held elsewhere, and score them
  hotseat grade FILE… [WHO AND WHAT] [--scorer rule-based|model] [--format json|markdown]
  hotseat check-conduct FILE… [WHO AND WHAT] [--format json|markdown]
                                                           how the interviewer of a transcript behaved
  hotseat export (ID… | --all) [--owner NAME] [--format json|markdown|html] [--out FOLDER]
  hotseat export --all --format archive [--owner NAME] --out FILE.zip
                                                           --owner: a space's, by its name or id; yours when unsaid
  hotseat restore FILE… [--owner NAME] [--copy]            take exported JSON, Markdown or an archive back in, beside the server too
                                                           --copy: what is here already is stored once more
  hotseat backup FILE                                      copy the database, beside a running server or without one
  hotseat search WORDS… [--owner NAME] [--track TRACK] [--format text|json]

FILE is a transcript: JSON, text or Markdown with speaker labels, WebVTT, SRT, or what Zoom, Google Meet, Teams or Otter export.
WHO AND WHAT, for files that do not say it: [--candidate NAME] [--interviewer NAME] (each as often as needed)
[--track TRACK] [--level LEVEL] [--question ID]

Variables are read from the environment and from .env; .env.example lists them.`

const readFormat = (value: unknown) => oneOf('format', value, ['json', 'markdown']) ?? 'markdown'

const serve: Command = async (args) => {
  parseNothing(args)
  await runServer(loadConfig())
  return 0
}

const lint: Command = async (args) => {
  parseNothing(args)
  const faults = await lintContent(packageRoot(), { own: loadConfig().ownContent, cacheFile: contentCacheFile() })
  for (const fault of faults) console.log(describeFault(fault))
  console.error(faults.length === 0 ? 'The content has no faults.' : `${faults.length} fault(s).`)
  return faults.length === 0 ? 0 : 1
}

const grade: Command = async (args) => {
  const parsed = parse(args, { ...saidOptions, format: { type: 'string' }, scorer: { type: 'string' } })
  const { values, positionals } = parsed
  const format = readFormat(values.format)
  const scorerName = oneOf('scorer', values.scorer, ['rule-based', 'model']) ?? 'rule-based'
  const said = readSaid(parsed)
  if (positionals.length === 0) throw new UsageError('grade needs at least one transcript file.')
  const config = loadConfig()
  const content = await loadContent(packageRoot(), { own: config.ownContent, cacheFile: contentCacheFile() })
  const scorer = scorerNamed(scorerName, content, config)
  return eachFile(positionals, { doing: 'grading', format, look: (file) => gradeFile({ ...file, content, said, scorer }) })
}

const checkConductCommand: Command = async (args) => {
  const parsed = parse(args, { ...saidOptions, format: { type: 'string' } })
  const { values, positionals } = parsed
  const format = readFormat(values.format)
  const said = readSaid(parsed)
  if (positionals.length === 0) throw new UsageError('check-conduct needs at least one transcript file.')
  const content = await loadContent(packageRoot(), { own: loadConfig().ownContent, cacheFile: contentCacheFile() })
  return eachFile(positionals, { doing: 'checking', format, look: (file) => checkConductOf({ ...file, content, said }) })
}

/** One after the other, each told as soon as it is known; 1 when one did not pass. */
async function eachFile(
  files: string[],
  options: {
    doing: string
    format: 'json' | 'markdown'
    look: (file: { file: string; read: () => Promise<string> }) => Promise<FileOutcome>
  },
): Promise<number> {
  const { doing, format, look } = options
  let status = 0
  for (const [index, file] of files.entries()) {
    console.error(`${doing} ${file} (${index + 1} of ${files.length})`)
    const { passed, line, markdown } = await look({ file, read: () => readText(file) })
    if (!passed) status = 1
    console.log(format === 'json' ? line : markdown)
  }
  return status
}

/** What shells make of a program that a closed pipe ended. */
const brokenPipe = 141

/** Results of a search; more are for the page. */
const mostFound = 50

const search: Command = async (args) => {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    track: { type: 'string' },
    owner: { type: 'string' },
  })
  const format = oneOf('format', values.format, ['text', 'json']) ?? 'text'
  const track = oneOf('track', values.track, trackIds)
  if (positionals.length === 0) throw new UsageError('search needs at least one word.')
  const space = ownerIn(values)
  const asked = { space, words: positionals.map(quoted).join(' '), limit: mostFound, ...(track && { track }) }
  const found = await searchDatabase(loadConfig(), asked)
  for (const turn of found) {
    const { interview, title, speaker, snippet, createdAt } = turn
    const at = new Date(createdAt).toISOString().slice(0, 10)
    const place = `${interview}  turn ${turn.turn}, ${speaker}, ${at}, ${title}`
    console.log(format === 'json' ? JSON.stringify(turn) : `${place}\n    ${snippet.replaceAll(/\s+/g, ' ')}`)
  }
  if (found.length === 0) console.error('Nothing found.')
  return found.length === 0 ? 1 : 0
}

/** An argument of several words was quoted for the shell, and means a phrase. */
const quoted = (argument: string): string => (/\s/.test(argument) && !argument.includes('"') ? `"${argument}"` : argument)

const backup: Command = async (args) => {
  const [to, ...more] = parse(args, {}).positionals
  if (to === undefined || more.length > 0) throw new UsageError('backup needs the name of one file to write.')
  const { databaseFile } = loadConfig()
  await backUp(databaseFile, to)
  console.error(`${databaseFile} was copied to ${to}. To restore it, stop Hotseat and put that file in its place.`)
  return 0
}

function parseNothing(args: string[]): void {
  const [first] = parse(args, {}).positionals
  if (first !== undefined) throw new UsageError(`"${first}" is more than this command takes.`)
}

const commands: Record<string, Command> = {
  serve,
  lint,
  grade,
  'check-conduct': checkConductCommand,
  import: importCommand,
  export: exportCommand,
  restore: restoreCommand,
  backup,
  search,
}

async function run(name: string | undefined, args: string[]): Promise<number> {
  if (name === undefined) {
    console.error(usage)
    return 2
  }
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    console.log(usage)
    return 0
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`there is no command "${name}".`)
    return await command(args)
  } catch (error) {
    if (!(error instanceof HotseatError)) throw error
    console.error(`hotseat: ${error.message}`)
    if (error instanceof UsageError) console.error(`\n${usage}`)
    return error instanceof UsageError ? 2 : 1
  }
}

// Whoever reads has seen enough, as `head` has: that is no fault, and nobody is there to be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(brokenPipe)
})

process.exitCode = await run(process.argv[2], process.argv.slice(3))
