import { type DestinationStream, pino } from 'pino'
import type { Log } from './domain/log.ts'

/** Fields that could hold what somebody said, or a secret: no line has them, whatever is handed in. */
const unsaid = ['text', 'quote', 'words', 'raw', 'body', 'headers', 'authorization', 'cookie', 'apiKey', 'token', 'secret']

/** One line of JSON for each thing worth knowing, on standard error unless told otherwise. Interviews and requests are named by their ids. */
export function serverLog(
  { logLevel }: { logLevel: 'error' | 'warn' | 'info' | 'debug' },
  destination: DestinationStream = pino.destination(2),
): Log {
  const paths = unsaid.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])
  return pino({ level: logLevel, errorKey: 'error', redact: { paths, remove: true } }, destination)
}
