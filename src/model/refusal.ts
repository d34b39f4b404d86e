import OpenAI from 'openai'
import type { FailureCause } from './failure.ts'

/** Why an endpoint gave no reply: a status other than success, or no connection. */
export interface Refusal {
  cause: FailureCause
  /** What the endpoint said of it. */
  words: string
  /** How long it asks to be left alone; null when it does not say. */
  retryAfterMs: number | null
}

/** What an error thrown by the SDK before a reply means. Throws what is no fault of an endpoint. */
export function refusalOf(error: unknown, now: number): Refusal {
  if (error instanceof OpenAI.APIConnectionError) return { cause: 'unreachable', words: '', retryAfterMs: null }
  if (!(error instanceof OpenAI.APIError) || error.status === undefined) throw error
  const words = [error.code, error.type, error.param, error.message]
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
  return { cause: causeOf(error.status, words), words, retryAfterMs: retryAfter(error.headers, now) }
}

const noCredit = /insufficient_quota|billing/i
const wrongKey = /(?:invalid|incorrect)[ _]api[ _]key|api key not valid/i

/** What a status means, with the words that came with it where it means several things. Errors inside a reply may have no status. */
export function causeOf(status: number | null, words: string): FailureCause {
  if (status === null) return causeOfError(words)
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 402 || (status === 429 && noCredit.test(words))) return 'quota'
  if (status === 404 || status === 405) return 'not-found'
  if (status === 413) return 'context-full'
  if (status === 429) return 'rate-limited'
  if (status >= 500 || status === 408) return 'server-error'
  return causeOfRequest(words) ?? 'bad-request'
}

/** What about a request its rejection complains of; null when the words name nothing that we know. */
function causeOfRequest(words: string): FailureCause | null {
  if (wrongKey.test(words)) return 'unauthorized'
  if (/content_filter|content management policy/i.test(words)) return 'refused'
  // Servers with a short context say so of the limit of tokens, which can be left out.
  if (/max_(?:completion_)?tokens\b.{0,40}\btoo large/i.test(words)) return 'bad-request'
  if (/context_length_exceeded|context (?:length|window|size)|maximum context/i.test(words)) return 'context-full'
  if (/model_not_found|not a valid model|model .*(?:not found|does not exist)/i.test(words)) return 'not-found'
  return null
}

function causeOfError(words: string): FailureCause {
  if (noCredit.test(words)) return 'quota'
  if (/rate_limit|too many requests/i.test(words)) return 'rate-limited'
  return causeOfRequest(words) ?? (/invalid_request/i.test(words) ? 'bad-request' : 'server-error')
}

function retryAfter(headers: Headers | undefined, now: number): number | null {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (milliseconds >= 0) return milliseconds
  const given = headers?.get('retry-after') ?? ''
  const seconds = /^\s*[\d.]+\s*$/.test(given) ? Number.parseFloat(given) : Number.NaN
  if (seconds >= 0) return seconds * 1000
  const until = /[a-z]/i.test(given) ? Date.parse(given) - now : Number.NaN // a negative number would be read as a date
  return Number.isNaN(until) ? null : Math.max(0, until)
}
