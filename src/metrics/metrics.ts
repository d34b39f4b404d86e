import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ModelFailure, Usage } from '#src/model/model.ts'

/** Read when somebody asks for the metrics. */
export interface Levels {
  interviewsOpen(): number
  socketsOpen(): number
  /** Jobs that wait for the one that runs, and that one. */
  scoringJobs(): number
  modelCallsRunning(): number
  modelCallsWaiting(): number
}

/** How a call of a model went; durations in milliseconds. */
export interface FinishedCall {
  model: string
  /** Id and version, such as "interviewer-turn@3". */
  prompt: string
  milliseconds: number
  /** Null for a call that is answered at once, or that brought nothing. */
  stream: { toFirstChunk: number; perChunk: number | null } | null
  usage: Usage | null
  failure: ModelFailure['kind'] | null
}

export interface Metrics {
  requestAnswered(request: { method: string; route: string; status: number; milliseconds: number }): void
  callFinished(call: FinishedCall): void
  scoringFinished(job: { scorer: string; outcome: 'scored' | 'too-short' | 'failed'; milliseconds: number }): void
  interviewEnded(): void
  watch(levels: Levels): void
  /** Everything in Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

const fastSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
// The buckets of OpenTelemetry's conventions for generative AI, as are the names and labels that begin with gen_ai.
const callSeconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]
const tokenCounts = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144]
const callLabels = ['gen_ai_operation_name', 'gen_ai_request_model', 'prompt', 'error_type'] as const

/** All names in one place. Labels hold no id of a person or interview and no text, so that their number stays small. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Requests answered over HTTP.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets: fastSeconds,
    registers,
  })
  const calls = new Histogram({
    name: 'gen_ai_client_operation_duration_seconds',
    help: 'Calls of a model, from the request until the reply had ended, its repetitions and its wait for a free place included.',
    labelNames: callLabels,
    buckets: callSeconds,
    registers,
  })
  const firstChunks = new Histogram({
    name: 'gen_ai_client_time_to_first_chunk_seconds',
    help: 'Streamed calls: until the first text.',
    labelNames: callLabels,
    buckets: callSeconds,
    registers,
  })
  const chunks = new Histogram({
    name: 'gen_ai_client_time_per_output_chunk_seconds',
    help: 'Streamed calls: the mean time between two texts of a reply.',
    labelNames: callLabels,
    buckets: callSeconds,
    registers,
  })
  const tokens = new Histogram({
    name: 'gen_ai_client_token_usage',
    help: 'Tokens of a call, where the endpoint says how many they were.',
    labelNames: [...callLabels, 'gen_ai_token_type'],
    buckets: tokenCounts,
    registers,
  })
  const scoring = new Histogram({
    name: 'hotseat_scoring_duration_seconds',
    help: 'Scoring jobs, from their first criterion on.',
    labelNames: ['scorer', 'outcome'],
    buckets: [...fastSeconds, 10, 60, 300],
    registers,
  })
  const ended = new Counter({ name: 'hotseat_interviews_ended_total', help: 'Interviews that ended here.', registers })

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    interviewEnded: () => ended.inc(),
    requestAnswered: ({ method, route, status, milliseconds }) =>
      requests.observe(
        { http_request_method: method, http_route: route, http_response_status_code: status },
        milliseconds / 1000,
      ),
    scoringFinished: ({ milliseconds, ...labels }) => scoring.observe(labels, milliseconds / 1000),
    callFinished({ model, prompt, milliseconds, stream, usage, failure }) {
      const labels = {
        gen_ai_operation_name: 'chat',
        gen_ai_request_model: model,
        prompt,
        ...(failure !== null && { error_type: failure }),
      }
      calls.observe(labels, milliseconds / 1000)
      if (stream !== null) firstChunks.observe(labels, stream.toFirstChunk / 1000)
      if (stream !== null && stream.perChunk !== null) chunks.observe(labels, stream.perChunk / 1000)
      if (usage === null) return
      tokens.observe({ ...labels, gen_ai_token_type: 'input' }, usage.promptTokens)
      tokens.observe({ ...labels, gen_ai_token_type: 'output' }, usage.completionTokens)
    },
    watch(levels) {
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read())
          },
        })
      gauge('hotseat_interviews_open', 'Interviews held in memory.', levels.interviewsOpen)
      gauge('hotseat_sockets_open', 'Open WebSockets.', levels.socketsOpen)
      gauge('hotseat_scoring_jobs', 'Scoring jobs that wait or run.', levels.scoringJobs)
      gauge('hotseat_model_calls_running', 'Calls that the model endpoint is answering.', levels.modelCallsRunning)
      gauge('hotseat_model_calls_waiting', 'Calls that wait for a free place.', levels.modelCallsWaiting)
    },
  }
}
