import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError } from './errors.ts'

const blankIsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optionalText = z.preprocess(blankIsUnset, z.string().trim().optional())

const environmentSchema = z.object({
  PORT: z.preprocess(blankIsUnset, z.coerce.number('a port number').int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(blankIsUnset, z.string().trim().default('127.0.0.1')),
  HOTSEAT_DB: z.preprocess(blankIsUnset, z.string().default('data/hotseat.db')),
  HOTSEAT_TOKEN: z.preprocess(blankIsUnset, z.string().min(16, 'at least 16 characters').optional()),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional()),
  HOTSEAT_MODEL: optionalText,
  HOTSEAT_SCORER_MODEL: optionalText,
  HOTSEAT_LOG_LEVEL: z.preprocess(blankIsUnset, z.enum(['error', 'warn', 'info', 'debug']).default('warn')),
})

/** Where the models are and which ones are in force. */
export interface ModelConfig {
  baseUrl: string
  apiKey: string
  interviewer: string
  scorer: string
}

export interface Config {
  port: number
  host: string
  databaseFile: string
  /** Exchanged once for a cookie; also accepted as `Authorization: Bearer`. */
  launchToken: string
  /** Null: the product runs rule-based. */
  model: ModelConfig | null
  logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** Things a person should know about how the environment was read. */
  notices: string[]
}

const openAiBaseUrl = 'https://api.openai.com/v1'
const loopbackHosts = ['127.0.0.1', 'localhost', '::1']

/** Reads the environment once. Throws ConfigError with every fault. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = environmentSchema.safeParse(environment)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!parsed.success) throw new ConfigError(`The environment cannot be used:\n${faults.join('\n')}`)
  const env = parsed.data
  if (!loopbackHosts.includes(env.HOST))
    throw new ConfigError(
      `HOST=${env.HOST} would open Hotseat to the network, which it does not support yet: leave HOST unset and reach it over an SSH tunnel.`,
    )
  return {
    port: env.PORT,
    host: env.HOST,
    databaseFile: env.HOTSEAT_DB,
    logLevel: env.HOTSEAT_LOG_LEVEL,
    launchToken: env.HOTSEAT_TOKEN ?? randomBytes(24).toString('base64url'),
    ...modelConfig(env),
  }
}

function modelConfig(env: z.infer<typeof environmentSchema>): Pick<Config, 'model' | 'notices'> {
  if (env.HOTSEAT_MODEL === undefined) {
    const ignored = [env.OPENAI_API_KEY && 'OPENAI_API_KEY', env.HOTSEAT_SCORER_MODEL && 'HOTSEAT_SCORER_MODEL'].filter(
      (name) => name !== undefined && name !== '',
    )
    const notices = ignored.map((name) => `${name} is set but HOTSEAT_MODEL is not, so no model is used.`)
    return { model: null, notices }
  }
  const baseUrl = env.OPENAI_BASE_URL ?? openAiBaseUrl
  if (env.OPENAI_API_KEY === undefined && baseUrl === openAiBaseUrl)
    throw new ConfigError(
      'HOTSEAT_MODEL is set without OPENAI_API_KEY: set the key, or OPENAI_BASE_URL for a server that needs none.',
    )
  return {
    model: {
      baseUrl,
      apiKey: env.OPENAI_API_KEY ?? '',
      interviewer: env.HOTSEAT_MODEL,
      scorer: env.HOTSEAT_SCORER_MODEL ?? env.HOTSEAT_MODEL,
    },
    notices: [],
  }
}

/** The process's environment with `.env` of the working folder beneath it, when there is one. Throws ConfigError. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}
