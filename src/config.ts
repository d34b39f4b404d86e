import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError } from './errors.ts'

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optionalText = z.preprocess(blankIsUnset, z.string().trim().optional())

const port = 'a port number from 0 to 65535'
const openAiBaseUrl = 'https://api.openai.com/v1'
const loopbackHosts = ['127.0.0.1', 'localhost', '::1']
/** It travels in an address and in a header. */
const launchTokenSchema = z
  .string()
  .regex(/^[\x21-\x7e]{16,256}$/, '16 to 256 characters, without spaces and letters beyond ASCII')
/** It is typed by people, so spaces may stand inside it. */
const accessSecretSchema = z.string().trim().min(16, 'at least 16 characters').max(256, 'at most 256 characters')

const originShape = 'addresses that people open, such as https://mock.example.org, apart by commas'
/** Origins as browsers name them: scheme, name and port, and nothing behind. */
const originsSchema = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/, error: originShape })))
  .transform((addresses) => [...new Set(addresses.map((address) => new URL(address)))])
  .refine((urls) => urls.length > 0 && urls.every((url) => url.href === `${url.origin}/`), `${originShape}, without a path`)
  .transform((urls) => [...new Set(urls.map((url) => url.origin))])

const wholeNumber = ({ from, to, unset }: { from: number; to: number; unset: number }) => {
  const expected = `a whole number from ${from} to ${to}`
  return z.preprocess(blankIsUnset, z.coerce.number(expected).int(expected).min(from, expected).max(to, expected).default(unset))
}
const tokens = 'a whole number of tokens, above 0'
const limit = z.preprocess(blankIsUnset, z.coerce.number(tokens).int(tokens).min(1, tokens).optional())
const price = z.preprocess(
  blankIsUnset,
  z.coerce.number('a price for a million tokens, such as 2.5').min(0, 'a price, not below 0').optional(),
)

const environmentSchema = z.object({
  PORT: z.preprocess(blankIsUnset, z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3000)),
  HOST: z.preprocess(blankIsUnset, z.string().trim().default('127.0.0.1')),
  HOTSEAT_ACCESS_SECRET: z.preprocess(blankIsUnset, accessSecretSchema.optional()),
  HOTSEAT_ORIGIN: z.preprocess(blankIsUnset, originsSchema.optional()),
  HOTSEAT_DB: z.preprocess(blankIsUnset, z.string().default('data/hotseat.db')),
  HOTSEAT_CONTENT: optionalText,
  HOTSEAT_TOKEN: z.preprocess(blankIsUnset, launchTokenSchema.optional()),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional()),
  HOTSEAT_MODEL: optionalText,
  HOTSEAT_SCORER_MODEL: optionalText,
  HOTSEAT_OBSERVER: z.preprocess(blankIsUnset, z.enum(['on', 'off']).default('on')),
  HOTSEAT_PICTURES: z.preprocess(blankIsUnset, z.enum(['on', 'off']).default('off')),
  HOTSEAT_SCORER_REPEATS: wholeNumber({ from: 1, to: 5, unset: 1 }),
  HOTSEAT_MODEL_CALLS: wholeNumber({ from: 1, to: 10_000, unset: 4 }),
  HOTSEAT_CONTEXT_TOKENS: wholeNumber({ from: 8192, to: 10_000_000, unset: 32_768 }),
  HOTSEAT_PRICE_IN: price,
  HOTSEAT_PRICE_OUT: price,
  HOTSEAT_TOKENS_PER_INTERVIEW: limit,
  HOTSEAT_TOKENS_PER_DAY: limit,
  HOTSEAT_TURNS_PER_INTERVIEW: wholeNumber({ from: 1, to: 10_000, unset: 500 }),
  HOTSEAT_CHARACTERS_PER_INTERVIEW: wholeNumber({ from: 1000, to: 100_000_000, unset: 500_000 }),
  HOTSEAT_METRICS_PORT: z.preprocess(blankIsUnset, z.coerce.number(port).int(port).min(0, port).max(65_535, port).optional()),
  HOTSEAT_LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(['error', 'warn', 'info', 'debug']).default('warn')),
})
type Environment = z.infer<typeof environmentSchema>

const isHeardHereAlone = (host: string | undefined) => loopbackHosts.includes(host?.trim() || '127.0.0.1')

/** A host that others reach takes more than itself. */
function hostSchema(environment: Record<string, string | undefined>) {
  const missing = ['HOTSEAT_ACCESS_SECRET', 'HOTSEAT_ORIGIN'].filter((name) => !isSet(environment, name))
  const host = z
    .string()
    .trim()
    .refine((name) => isHeardHereAlone(name) || missing.length === 0, {
      error: ({ input }) =>
        `${input} would open Hotseat to the network, which takes ${missing.join(' and ')}: set what .env.example says of them, or leave HOST unset and reach it over an SSH tunnel`,
    })
  return z.preprocess(blankIsUnset, host.default('127.0.0.1'))
}

/** Where the models are and which ones are in force. */
export interface ModelConfig {
  baseUrl: string
  apiKey: string
  interviewer: string
  scorer: string
  /** Whether the interviewer's model notes what answers showed while the candidate thinks. */
  observes: boolean
  /** Whether the interviewer's model sees pictures, and is sent those of the board. */
  seesPictures: boolean
  /** How often each criterion is asked for. */
  scorerRepeats: number
  /** What the scorer's model can read and write in one call. */
  contextTokens: number
  /** How many calls the endpoint is asked to answer at once; the others wait. */
  callsAtOnce: number
  /** For a million tokens; null: no cost is shown. */
  prices: { in: number; out: number } | null
}

/** How people beside the one who started the server come in. */
export interface SpacesConfig {
  /** Whoever enters it gets a space of their own. */
  accessSecret: string
  /** Where browsers open this server beside loopback, such as `https://mock.example.org`; may be empty on loopback. */
  origins: string[]
}

/** What one interview, and one owner in a day, may take. */
export interface LimitsConfig {
  /** Model tokens; null: no limit. */
  tokensPerInterview: number | null
  tokensPerDay: number | null
  /** Of the candidate. */
  turnsPerInterview: number
  /** Of the candidate, UTF-16 units, artifacts included. */
  charactersPerInterview: number
}

export interface Config {
  port: number
  host: string
  /** Null: there is one owner, who has the launch token. */
  spaces: SpacesConfig | null
  limits: LimitsConfig
  databaseFile: string
  /** A folder of questions of one's own; null when there is none. */
  ownContent: string | null
  /** Exchanged once for a cookie; also accepted as `Authorization: Bearer`. */
  launchToken: string
  /** Null: the product runs rule-based. */
  model: ModelConfig | null
  logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Of 127.0.0.1; null: no metrics are kept. */
  metricsPort: number | null
  /** Things a person should know about how the environment was read. */
  notices: string[]
}

/** Reads the environment once. Throws ConfigError with every fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = environmentSchema.extend({ HOST: hostSchema(environment) }).safeParse(environment)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (lacksKey(environment))
    faults.push('OPENAI_API_KEY: needed with HOTSEAT_MODEL; set it, or OPENAI_BASE_URL for a server that asks for none')
  if (isSet(environment, 'HOTSEAT_PRICE_IN') !== isSet(environment, 'HOTSEAT_PRICE_OUT'))
    faults.push('HOTSEAT_PRICE_IN, HOTSEAT_PRICE_OUT: both or neither; a cost takes the two of them')
  if (isSet(environment, 'HOTSEAT_ORIGIN') && !isSet(environment, 'HOTSEAT_ACCESS_SECRET') && isHeardHereAlone(environment.HOST))
    faults.push('HOTSEAT_ORIGIN: needs HOTSEAT_ACCESS_SECRET, which people enter there to get a space of their own')
  if (!parsed.success || faults.length > 0) throw new ConfigError(`The environment cannot be used:\n${faults.join('\n')}`)
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    databaseFile: env.HOTSEAT_DB,
    ownContent: env.HOTSEAT_CONTENT ?? null,
    logLevel: env.HOTSEAT_LOG_LEVEL,
    metricsPort: env.HOTSEAT_METRICS_PORT ?? null,
    launchToken: env.HOTSEAT_TOKEN ?? randomBytes(24).toString('base64url'),
    ...modelConfig(env),
    ...spacesConfig(env),
    limits: {
      tokensPerInterview: env.HOTSEAT_TOKENS_PER_INTERVIEW ?? null,
      tokensPerDay: env.HOTSEAT_TOKENS_PER_DAY ?? null,
      turnsPerInterview: env.HOTSEAT_TURNS_PER_INTERVIEW,
      charactersPerInterview: env.HOTSEAT_CHARACTERS_PER_INTERVIEW,
    },
    notices: [...modelNotices(env), ...plainOrigins(env)],
  }
}

const spacesConfig = ({ HOTSEAT_ACCESS_SECRET, HOTSEAT_ORIGIN = [] }: Environment): Pick<Config, 'spaces'> => ({
  spaces: HOTSEAT_ACCESS_SECRET === undefined ? null : { accessSecret: HOTSEAT_ACCESS_SECRET, origins: HOTSEAT_ORIGIN },
})

const plainOrigins = ({ HOTSEAT_ORIGIN = [] }: Environment): string[] =>
  HOTSEAT_ORIGIN.filter((origin) => origin.startsWith('http:')).map(
    (origin) => `${origin} is not encrypted: whoever is on the way can read along. README says how to put TLS in front.`,
  )

/** Asked of the raw environment, so that it is told together with the faults of single variables. */
const isSet = (environment: Record<string, string | undefined>, name: string) => blankIsUnset(environment[name]) !== undefined

const lacksKey = (environment: Record<string, string | undefined>): boolean =>
  isSet(environment, 'HOTSEAT_MODEL') && !isSet(environment, 'OPENAI_API_KEY') && !isSet(environment, 'OPENAI_BASE_URL')

function modelNotices(env: Environment): string[] {
  if (env.HOTSEAT_MODEL !== undefined) return []
  const ignored = (['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'HOTSEAT_SCORER_MODEL'] as const).filter(
    (name) => env[name] !== undefined,
  )
  const pictures = env.HOTSEAT_PICTURES === 'on' ? ['HOTSEAT_PICTURES'] : []
  return [...ignored, ...pictures].map((name) => `${name} is set but HOTSEAT_MODEL is not, so no model is used.`)
}

function modelConfig(env: Environment): Pick<Config, 'model'> {
  if (env.HOTSEAT_MODEL === undefined) return { model: null }
  return {
    model: {
      baseUrl: env.OPENAI_BASE_URL ?? openAiBaseUrl,
      apiKey: env.OPENAI_API_KEY ?? '',
      interviewer: env.HOTSEAT_MODEL,
      scorer: env.HOTSEAT_SCORER_MODEL ?? env.HOTSEAT_MODEL,
      observes: env.HOTSEAT_OBSERVER === 'on',
      seesPictures: env.HOTSEAT_PICTURES === 'on',
      scorerRepeats: env.HOTSEAT_SCORER_REPEATS,
      contextTokens: env.HOTSEAT_CONTEXT_TOKENS,
      callsAtOnce: env.HOTSEAT_MODEL_CALLS,
      prices:
        env.HOTSEAT_PRICE_IN === undefined || env.HOTSEAT_PRICE_OUT === undefined
          ? null
          : { in: env.HOTSEAT_PRICE_IN, out: env.HOTSEAT_PRICE_OUT },
    },
  }
}

/** The process's environment with `.env` of the working folder beneath it, when there is one. Throws ConfigError. */
export function loadConfig(): Config {
  if (existsSync('.env')) {
    try {
      process.loadEnvFile('.env')
    } catch (cause) {
      throw new ConfigError('The file .env cannot be read: check that it is a file and its permissions.', { cause })
    }
  }
  return readConfig(process.env)
}
