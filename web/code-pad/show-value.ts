const mostDepth = 4
const mostItems = 100
const mostLength = 2_000

/** A value as a console shows it: strings at the top as they are, everything else as one would write it. Never throws, and cycles end. */
export function showValue(value: unknown): string {
  return typeof value === 'string' ? value : writeValue(value)
}

/** The same, but strings are quoted. */
export function writeValue(value: unknown): string {
  try {
    return cut(write(value, []))
  } catch {
    // A getter or a proxy that throws.
    return '[cannot be shown]'
  }
}

/** `above`: the objects that hold this one. */
function write(value: unknown, above: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(cut(value))
    case 'bigint':
      return `${value}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'function':
      return `[${/^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function'} ${value.name || '(anonymous)'}]`
    case 'object':
      return value === null ? 'null' : writeObject(value, above)
    default:
      return String(value)
  }
}

function writeObject(value: object, above: readonly object[]): string {
  if (above.includes(value)) return '[Circular]'
  if (value instanceof Error) return above.length === 0 ? `${value.name}: ${value.message}` : `[${value.name}: ${value.message}]`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof RegExp) return String(value)
  if (value instanceof Promise) return 'Promise {}'
  const inner = [...above, value]
  const name = nameOf(value)
  if (above.length >= mostDepth) return Array.isArray(value) ? '[Array]' : `[${name === '' ? 'Object' : name}]`
  const items = (list: readonly string[], size: number) => (size > list.length ? [...list, `… ${size - list.length} more`] : list)
  if (Array.isArray(value)) {
    const shown = Array.from(value.slice(0, mostItems), (item, index) => (index in value ? write(item, inner) : '<empty>'))
    return bracket('[', items(shown, value.length), ']')
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const all = value as unknown as ArrayLike<number | bigint>
    const shown = Array.from({ length: Math.min(all.length, mostItems) }, (_, index) => write(all[index], inner))
    return `${name}(${all.length}) ${bracket('[', items(shown, all.length), ']')}`
  }
  if (value instanceof Set) {
    const shown = [...value].slice(0, mostItems).map((item) => write(item, inner))
    return `Set(${value.size}) ${bracket('{', items(shown, value.size), '}')}`
  }
  if (value instanceof Map) {
    const shown = [...value].slice(0, mostItems).map(([key, item]) => `${write(key, inner)} => ${write(item, inner)}`)
    return `Map(${value.size}) ${bracket('{', items(shown, value.size), '}')}`
  }
  const fields = Object.keys(value)
  const shown = fields.slice(0, mostItems).map((field) => {
    const key = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(field) ? field : JSON.stringify(field)
    return `${key}: ${write((value as Record<string, unknown>)[field], inner)}`
  })
  return `${name === '' ? '' : `${name} `}${bracket('{', items(shown, fields.length), '}')}`
}

/** The class that made it; empty for a plain object. */
function nameOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null
  if (prototype === null) return '[no prototype]'
  const name = prototype.constructor?.name
  return typeof name === 'string' && name !== 'Object' ? name : ''
}

function bracket(open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return open + close
  const padding = open === '{' ? ' ' : ''
  const line = `${open}${padding}${items.join(', ')}${padding}${close}`
  if (line.length <= 100 && !line.includes('\n')) return line
  return `${open}\n${items.map((item) => `  ${item.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`
}

const cut = (text: string): string =>
  text.length > mostLength ? `${text.slice(0, mostLength)}… (${text.length} characters)` : text
