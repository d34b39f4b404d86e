/** Text that is HTML already; only `html` makes it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | null | readonly Part[]

/** HTML around values: each is escaped unless it is HTML itself; null is nothing, a list is its parts. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.reduce((text, piece, at) => `${text}${shown(parts[at - 1] ?? null)}${piece}`))
}

function shown(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  return typeof part === 'object' ? part.map(shown).join('') : escaped(String(part))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }

/** Control characters have no place in a page; white space among them stays. A drawing has tens of thousands of plain figures, which are told first. */
const escaped = (text: string): string =>
  /^[\w #.,-]*$/.test(text)
    ? text
    : text.replaceAll(/[&<>"'`]/g, (one) => entities[one] ?? one).replaceAll(/(?!\s)\p{Cc}/gu, '\uFFFD')
