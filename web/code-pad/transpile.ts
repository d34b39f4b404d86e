import { transform } from 'sucrase'
import type { Place } from './runner-messages.ts'

export type Transpiled = { kind: 'program'; program: string } | { kind: 'fault'; message: string; places: Place[] }

/** TypeScript or JavaScript, with or without exports, as a CommonJS module in JavaScript. Lines stay where they are; types are not checked. */
export function transpile(text: string, language: 'typescript' | 'javascript'): Transpiled {
  try {
    const transforms = language === 'typescript' ? (['typescript', 'imports'] as const) : (['imports'] as const)
    const { code } = transform(text, { transforms: [...transforms], disableESTransforms: true })
    return { kind: 'program', program: code }
  } catch (cause) {
    const { line } = (cause as { loc?: { line?: number } }).loc ?? {}
    const message = cause instanceof Error ? cause.message.replace(/ \(\d+:\d+\)$/, '') : String(cause)
    return { kind: 'fault', message: `SyntaxError: ${message}`, places: line === undefined ? [] : [{ line, within: null }] }
  }
}
