import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadConfig, readConfig } from '#src/config.ts'
import { ConfigError } from '#src/errors.ts'

const faultOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the environment was accepted')
}

describe('the environment', () => {
  it('runs rule-based on loopback when nothing is set, with a fresh launch token each time', () => {
    const { launchToken, ...config } = readConfig({})
    expect(config).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseFile: 'data/hotseat.db',
      logLevel: 'warn',
      metricsPort: null,
      model: null,
      notices: [],
      ownContent: null,
      spaces: null,
      limits: { tokensPerInterview: null, tokensPerDay: null, turnsPerInterview: 500, charactersPerInterview: 500_000 },
    })
    expect(launchToken).not.toBe(readConfig({}).launchToken)
    expect(launchToken).toMatch(/^[\w-]{32}$/)
  })

  it('reads a blank variable as unset', () => {
    expect(readConfig({ PORT: '', HOTSEAT_MODEL: ' ', OPENAI_BASE_URL: '' })).toMatchObject({ port: 3000, model: null })
  })

  it('lists every fault at once, each with what is expected', () => {
    const environment = {
      PORT: 'eighty',
      HOST: '0.0.0.0',
      HOTSEAT_TOKEN: 'short',
      HOTSEAT_LOG_LEVEL: 'loud',
      HOTSEAT_MODEL: 'large',
    }
    expect(faultOf(environment).split('\n')).toEqual([
      'The environment cannot be used:',
      'PORT: a port number from 0 to 65535',
      'HOST: 0.0.0.0 would open Hotseat to the network, which takes HOTSEAT_ACCESS_SECRET and HOTSEAT_ORIGIN: set what .env.example says of them, or leave HOST unset and reach it over an SSH tunnel',
      'HOTSEAT_TOKEN: 16 to 256 characters, without spaces and letters beyond ASCII',
      expect.stringMatching(/^HOTSEAT_LOG_LEVEL: .*"error"\|"warn"\|"info"\|"debug"/),
      'OPENAI_API_KEY: needed with HOTSEAT_MODEL; set it, or OPENAI_BASE_URL for a server that asks for none',
    ])
    expect(faultOf({ OPENAI_BASE_URL: 'ftp://model' })).toContain('OPENAI_BASE_URL: an http or https address')
  })

  it('reads how a scorer is asked and what its tokens cost', () => {
    const environment = { HOTSEAT_MODEL: 'small', OPENAI_API_KEY: 'sk' }
    const set = {
      HOTSEAT_SCORER_REPEATS: '3',
      HOTSEAT_CONTEXT_TOKENS: '8192',
      HOTSEAT_MODEL_CALLS: '200',
      HOTSEAT_PRICE_IN: '0',
      HOTSEAT_PRICE_OUT: '10.5',
    }
    expect(readConfig({ ...environment, ...set }).model).toMatchObject({
      scorerRepeats: 3,
      contextTokens: 8192,
      callsAtOnce: 200,
      prices: { in: 0, out: 10.5 },
    })
    expect(faultOf({ HOTSEAT_SCORER_REPEATS: '6' })).toContain('HOTSEAT_SCORER_REPEATS: a whole number from 1 to 5')
    expect(faultOf({ HOTSEAT_CONTEXT_TOKENS: '2k' })).toContain('HOTSEAT_CONTEXT_TOKENS: a whole number from 8192')
    expect(faultOf({ HOTSEAT_PRICE_IN: '-1', HOTSEAT_PRICE_OUT: 'cheap' })).toMatch(/HOTSEAT_PRICE_IN: .*\nHOTSEAT_PRICE_OUT: /)
    expect(faultOf({ HOTSEAT_PRICE_IN: '1' })).toContain('HOTSEAT_PRICE_IN, HOTSEAT_PRICE_OUT: both or neither')
  })

  it('reads what an interview and a day may take', () => {
    const set = { HOTSEAT_TOKENS_PER_INTERVIEW: '100000', HOTSEAT_TOKENS_PER_DAY: '1', HOTSEAT_TURNS_PER_INTERVIEW: '40' }
    expect(readConfig({ ...set, HOTSEAT_CHARACTERS_PER_INTERVIEW: '1000' }).limits).toEqual({
      tokensPerInterview: 100_000,
      tokensPerDay: 1,
      turnsPerInterview: 40,
      charactersPerInterview: 1000,
    })
    for (const wrong of ['0', '-5', '2.5', 'many'])
      expect(faultOf({ HOTSEAT_TOKENS_PER_DAY: wrong })).toContain('HOTSEAT_TOKENS_PER_DAY: a whole number of tokens, above 0')
  })

  it.each(['65536', '-1', '30.5', '80 80'])('refuses the port %s', (PORT) => {
    expect(faultOf({ PORT })).toBe('The environment cannot be used:\nPORT: a port number from 0 to 65535')
  })

  it.each(['fifteen-letters', 'x'.repeat(257), 'with spaces in it', 'ümlaute-im-schlüssel'])(
    'refuses a launch token that no header or form would carry: %s',
    (HOTSEAT_TOKEN) => {
      expect(faultOf({ HOTSEAT_TOKEN })).toContain('HOTSEAT_TOKEN: 16 to 256 characters')
    },
  )

  it('uses one model for both parts unless the scorer has its own', () => {
    const environment = { HOTSEAT_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }
    expect(readConfig(environment).model).toEqual({
      baseUrl: 'http://127.0.0.1:8080/v1',
      apiKey: '',
      interviewer: 'small',
      scorer: 'small',
      observes: true,
      seesPictures: false,
      scorerRepeats: 1,
      contextTokens: 32_768,
      callsAtOnce: 4,
      prices: null,
    })
    expect(readConfig({ ...environment, HOTSEAT_SCORER_MODEL: 'large' }).model).toMatchObject({
      interviewer: 'small',
      scorer: 'large',
    })
  })

  it('lets the interviewer’s model observe unless that is switched off', () => {
    const environment = { HOTSEAT_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }
    expect(readConfig({ ...environment, HOTSEAT_OBSERVER: 'off' }).model?.observes).toBe(false)
    expect(faultOf({ ...environment, HOTSEAT_OBSERVER: 'maybe' })).toContain('HOTSEAT_OBSERVER')
  })

  it('takes a model to see no pictures unless it is said to', () => {
    const environment = { HOTSEAT_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }
    expect(readConfig({ ...environment, HOTSEAT_PICTURES: 'on' }).model?.seesPictures).toBe(true)
    expect(faultOf({ ...environment, HOTSEAT_PICTURES: 'yes' })).toContain('HOTSEAT_PICTURES')
    expect(readConfig({ HOTSEAT_PICTURES: 'on' }).notices).toEqual([
      'HOTSEAT_PICTURES is set but HOTSEAT_MODEL is not, so no model is used.',
    ])
  })

  it("refuses OpenAI's own endpoint without a key", () => {
    expect(faultOf({ HOTSEAT_MODEL: 'large' })).toContain('OPENAI_API_KEY')
    expect(readConfig({ HOTSEAT_MODEL: 'large', OPENAI_API_KEY: 'sk-used' }).model).toEqual({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'sk-used',
      interviewer: 'large',
      scorer: 'large',
      observes: true,
      seesPictures: false,
      scorerRepeats: 1,
      contextTokens: 32_768,
      callsAtOnce: 4,
      prices: null,
    })
  })

  it('reports what is set for a model when no model is named', () => {
    const environment = {
      OPENAI_API_KEY: 'sk-unused',
      OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1',
      HOTSEAT_SCORER_MODEL: 'large',
    }
    expect(readConfig(environment)).toMatchObject({
      model: null,
      notices: ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'HOTSEAT_SCORER_MODEL'].map(
        (name) => `${name} is set but HOTSEAT_MODEL is not, so no model is used.`,
      ),
    })
  })

  it.each(['0.0.0.0', '::', '192.168.1.20', 'example.org'])('refuses to listen beyond loopback: %s', (HOST) => {
    expect(faultOf({ HOST })).toContain(`HOST: ${HOST} would open Hotseat to the network`)
  })

  const secret = 'four words that stay here'

  it('listens beyond loopback with a secret and the addresses that people open, and with nothing less', () => {
    const HOST = '0.0.0.0'
    const set = { HOTSEAT_ACCESS_SECRET: secret, HOTSEAT_ORIGIN: 'https://Mock.example.org/, http://10.0.0.7:3000,' }
    expect(readConfig({ HOST, ...set })).toMatchObject({
      host: '0.0.0.0',
      spaces: { accessSecret: secret, origins: ['https://mock.example.org', 'http://10.0.0.7:3000'] },
      notices: [expect.stringMatching(/^http:\/\/10\.0\.0\.7:3000 is not encrypted/)],
    })
    expect(faultOf({ HOST, HOTSEAT_ACCESS_SECRET: secret })).toContain('which takes HOTSEAT_ORIGIN:')
    expect(faultOf({ HOST, HOTSEAT_ORIGIN: 'https://mock.example.org' })).toContain('which takes HOTSEAT_ACCESS_SECRET:')
    expect(faultOf({ ...set, HOST, HOTSEAT_ACCESS_SECRET: 'fifteen-letters' })).toBe(
      'The environment cannot be used:\nHOTSEAT_ACCESS_SECRET: at least 16 characters',
    )
  })

  it('gives spaces on loopback too, behind a proxy or without one, and takes no address that leads nowhere', () => {
    expect(readConfig({ HOTSEAT_ACCESS_SECRET: ` ${secret} ` }).spaces).toEqual({ accessSecret: secret, origins: [] })
    expect(faultOf({ HOTSEAT_ORIGIN: 'https://mock.example.org' })).toContain('HOTSEAT_ORIGIN: needs HOTSEAT_ACCESS_SECRET')
    for (const HOTSEAT_ORIGIN of [',', 'mock.example.org', '*', 'wss://mock.example.org', 'https://mock.example.org/hotseat'])
      expect(faultOf({ HOTSEAT_ACCESS_SECRET: secret, HOTSEAT_ORIGIN })).toContain('HOTSEAT_ORIGIN')
  })

  it.each(['127.0.0.1', 'localhost', '::1'])('listens on %s', (HOST) => {
    expect(readConfig({ HOST }).host).toBe(HOST)
  })
})

describe('the file .env', () => {
  const inFolder = (make: (folder: string) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'hotseat-config-'))
    const before = process.cwd()
    const environment = { ...process.env }
    onTestFinished(() => {
      process.chdir(before)
      process.env = environment
      rmSync(folder, { recursive: true })
    })
    make(folder)
    process.chdir(folder)
  }

  it('is read from the working folder, beneath what the environment says already', () => {
    process.env.HOTSEAT_DB = 'from-the-environment.db'
    inFolder((folder) =>
      writeFileSync(
        join(folder, '.env'),
        '# a comment\nPORT=4123\nHOTSEAT_DB=from-the-file.db\nHOTSEAT_TOKEN="a token-of-the-file"\n',
      ),
    )
    delete process.env.PORT
    expect(() => loadConfig()).toThrow('HOTSEAT_TOKEN: 16 to 256 characters')
    process.env.HOTSEAT_TOKEN = 'a-token-of-the-environment'
    expect(loadConfig()).toMatchObject({
      port: 4123,
      databaseFile: 'from-the-environment.db',
      launchToken: 'a-token-of-the-environment',
    })
  })

  it('that is no file is a fault that is told', () => {
    inFolder((folder) => mkdirSync(join(folder, '.env')))
    expect(() => loadConfig()).toThrow(ConfigError)
  })

  it('has an example that names every variable and starts as it is', () => {
    const example = parseEnv(readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')) as Record<string, string>
    const { launchToken: _, ...config } = readConfig(example)
    const { launchToken: __, ...defaults } = readConfig({})
    expect(config).toEqual(defaults)
    const read = new Set<string>()
    readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }))
    expect(new Set(Object.keys(example))).toEqual(read)
  })
})
