import type { ModelFailure } from './model.ts'

/** What went wrong, finer than the kinds of a failure: each cause asks something else of the person. */
export type FailureCause =
  | 'unreachable'
  | 'unauthorized'
  | 'unsendable-key'
  | 'not-found'
  | 'rate-limited'
  | 'quota'
  | 'server-error'
  | 'no-answer'
  | 'no-first-token'
  | 'too-slow'
  | 'stalled'
  | 'interrupted'
  | 'too-long'
  | 'context-full'
  | 'refused'
  | 'empty'
  | 'unreadable'
  | 'no-object'
  | 'bad-request'
  | 'aborted'

/** An endpoint and its model, as a person may see them. */
export interface ShownEndpoint {
  baseUrl: string
  model: string
}

type Kind = ModelFailure['kind']

const told: Record<FailureCause, { kind: Kind; sentence: (at: ShownEndpoint) => string }> = {
  unreachable: {
    kind: 'unreachable',
    sentence: ({ baseUrl }) =>
      `Nothing answers at ${baseUrl}: is the model's server running there, and is OPENAI_BASE_URL right?`,
  },
  unauthorized: {
    kind: 'unauthorized',
    sentence: ({ baseUrl, model }) => `${baseUrl} did not accept the key for "${model}": check OPENAI_API_KEY.`,
  },
  'unsendable-key': {
    kind: 'unauthorized',
    sentence: () => 'OPENAI_API_KEY holds a character that no key has, perhaps a quote or a line break: copy the key again.',
  },
  'not-found': {
    kind: 'not-found',
    sentence: ({ baseUrl, model }) =>
      `${baseUrl} has no model "${model}": check the model's name, and that OPENAI_BASE_URL ends where the endpoint begins (often /v1).`,
  },
  'rate-limited': {
    kind: 'rate-limited',
    sentence: ({ baseUrl }) => `${baseUrl} takes no more requests for now: wait a minute and try again.`,
  },
  quota: {
    kind: 'rate-limited',
    sentence: ({ baseUrl }) => `The account at ${baseUrl} has no credit left: add some, or use another key.`,
  },
  'server-error': {
    kind: 'server-error',
    sentence: ({ baseUrl }) => `The server at ${baseUrl} failed: look at its log, or try again later.`,
  },
  'no-answer': {
    kind: 'timeout',
    sentence: ({ baseUrl }) => `${baseUrl} did not answer in time: the model may still be loading; try again in a moment.`,
  },
  'no-first-token': {
    kind: 'timeout',
    sentence: ({ model }) =>
      `"${model}" said nothing in time: it may still be loading, or be too slow here; try again, or use a smaller one.`,
  },
  'too-slow': {
    kind: 'timeout',
    sentence: ({ model }) => `"${model}" took too long over its reply: try again, or use a faster model.`,
  },
  stalled: {
    kind: 'stalled',
    sentence: ({ model }) => `"${model}" fell silent in the middle of its reply: try again.`,
  },
  interrupted: {
    kind: 'interrupted',
    sentence: ({ baseUrl }) => `The connection to ${baseUrl} broke in the middle of a reply: try again.`,
  },
  'too-long': {
    kind: 'too-long',
    sentence: ({ model }) =>
      `The reply of "${model}" was cut off at its limit of tokens: try again, or use a model that reasons less.`,
  },
  'context-full': {
    kind: 'context-full',
    sentence: ({ model }) => `The transcript is longer than "${model}" can read: use a model with a longer context.`,
  },
  refused: {
    kind: 'refused',
    sentence: ({ model }) => `"${model}", or a filter in front of it, declined to reply: try again, or use another model.`,
  },
  empty: {
    kind: 'empty',
    sentence: ({ model }) => `The reply of "${model}" was empty: try again, or use another model.`,
  },
  unreadable: {
    kind: 'unreadable',
    sentence: ({ baseUrl }) => `What ${baseUrl} sent is no chat completion: check OPENAI_BASE_URL, and any proxy on the way.`,
  },
  'no-object': {
    kind: 'unreadable',
    sentence: ({ model }) =>
      `"${model}" did not reply in the form it was asked for, twice: try again, or use a more capable model.`,
  },
  'bad-request': {
    kind: 'bad-request',
    sentence: ({ baseUrl, model }) =>
      `${baseUrl} does not accept what was asked of "${model}": it may not be a chat model; try another.`,
  },
  aborted: { kind: 'aborted', sentence: () => 'The call was stopped.' },
}

/** The failure that a cause makes. `raw` is what the model or its endpoint said. */
export function failureOf(cause: FailureCause, at: ShownEndpoint, raw?: string): ModelFailure {
  const { kind, sentence } = told[cause]
  return { kind, message: sentence(at), ...(raw === undefined || raw === '' ? {} : { raw }) }
}

/** A base URL without what may be secret in it. */
export function shownUrl(baseUrl: string): string {
  const url = new URL(baseUrl)
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
