import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
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
      model: null,
      notices: [],
    })
    expect(launchToken).not.toBe(readConfig({}).launchToken)
    expect(launchToken).toMatch(/^[\w-]{32}$/)
  })

  it('reads a blank variable as unset', () => {
    expect(readConfig({ PORT: '', HOTSEAT_MODEL: ' ', OPENAI_BASE_URL: '' })).toMatchObject({ port: 3000, model: null })
  })

  it('lists every fault at once', () => {
    const fault = faultOf({ PORT: 'eighty', HOTSEAT_TOKEN: 'short', OPENAI_BASE_URL: 'ftp://model' })
    for (const name of ['PORT', 'HOTSEAT_TOKEN', 'OPENAI_BASE_URL']) expect(fault).toContain(name)
  })

  it('uses one model for both parts unless the scorer has its own', () => {
    const environment = { HOTSEAT_MODEL: 'small', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }
    expect(readConfig(environment).model).toEqual({
      baseUrl: 'http://127.0.0.1:8080/v1',
      apiKey: '',
      interviewer: 'small',
      scorer: 'small',
    })
    expect(readConfig({ ...environment, HOTSEAT_SCORER_MODEL: 'large' }).model).toMatchObject({
      interviewer: 'small',
      scorer: 'large',
    })
  })

  it("refuses OpenAI's own endpoint without a key, and reports a key without a model", () => {
    expect(faultOf({ HOTSEAT_MODEL: 'large' })).toContain('OPENAI_API_KEY')
    expect(readConfig({ OPENAI_API_KEY: 'sk-unused' })).toMatchObject({
      model: null,
      notices: ['OPENAI_API_KEY is set but HOTSEAT_MODEL is not, so no model is used.'],
    })
  })

  it('refuses to listen beyond loopback', () => {
    expect(faultOf({ HOST: '0.0.0.0' })).toContain('HOST=0.0.0.0')
  })
})
