/** A part as a board's text has it. */
export interface TextPart {
  name: string
  label: string | null
  /** Of the palette, where the label does not say it. */
  kind: string | null
}

/** An end is a part's or frame's name; null for nothing. */
export interface TextArrow {
  from: string | null
  to: string | null
  direction: 'forward' | 'both' | 'none'
  label: string | null
  /** Of its ends some are not attached, only near. */
  isNear: boolean
}

export interface TextHolder {
  name: string
  label: string | null
  holds: string[]
}

/** What a board's text says. */
export interface BoardLines {
  parts: TextPart[]
  arrows: TextArrow[]
  /** Parts and frames with what lies in them. */
  holders: TextHolder[]
  notes: { text: string; at: string | null }[]
  /** Lines were left out, so that what is not here may yet be drawn. */
  isCut: boolean
}

/** Reads what `boardText` wrote; null for any other text. Linear in its length. */
export function readBoardText(text: string): BoardLines | null {
  const [first = '', ...lines] = text.split('\n')
  if (!firstLine.test(first)) return null
  const read: BoardLines = { parts: [], arrows: [], holders: [], notes: [], isCut: false }
  let section = ''
  for (const line of lines) {
    if (sections.has(line)) section = line
    else if (line.startsWith('… and ')) read.isCut = true
    else if (line.startsWith('Not read: ')) section = ''
    else if (!readLine(section, line, read)) return null
  }
  return read
}

const firstLine = /^Board: (?:nothing that can be read|\d+ parts?(?:, \d+ (?:arrow|frame|note)s?)+)$/
const sections: ReadonlySet<string> = new Set(['Parts:', 'Arrows:', 'Within others:', 'Notes:'])

const named = '([nf]\\d+) (?:"([^"]*)"|\\([^)"]*\\))'
const partLine = new RegExp(`^${named}(?: \\[([a-z ]+)\\])?$`)
const arrowLine = new RegExp(
  `^(?:nothing|${named}) (?:(?:one|many|one or many) )?(->|<->|--)(?: (?:one|many|one or many))? (?:nothing|${named})(?:: "([^"]*)")?( \\([^)"]*\\))?$`,
)
const holderLine = new RegExp(`^${named} holds (.*)$`)
const noteLine = /^"([^"]*)"(?: \((?:inside|beside) ([nf]\d+)\))?$/
const directions = { '->': 'forward', '<->': 'both', '--': 'none' } as const

function readLine(section: string, line: string, read: BoardLines): boolean {
  switch (section) {
    case 'Parts:': {
      const found = partLine.exec(line)
      if (found !== null) read.parts.push({ name: found[1] ?? '', label: found[2] ?? null, kind: found[3] ?? null })
      return found !== null
    }
    case 'Arrows:': {
      const found = arrowLine.exec(line)
      if (found === null) return false
      const [, from = null, , line_, to = null, , label = null, near] = found
      const direction = directions[line_ as keyof typeof directions]
      read.arrows.push({ from, to, direction, label, isNear: near !== undefined })
      return true
    }
    case 'Within others:': {
      const found = holderLine.exec(line)
      const holds = found?.[3]?.split(', ').filter((name) => /^n\d+$/.test(name)) ?? []
      if (found !== null) read.holders.push({ name: found[1] ?? '', label: found[2] ?? null, holds })
      return found !== null
    }
    case 'Notes:': {
      const found = noteLine.exec(line)
      if (found !== null) read.notes.push({ text: found[1] ?? '', at: found[2] ?? null })
      return found !== null
    }
    default:
      return false
  }
}

/** A stretch of a text, UTF-16. */
export interface Span {
  start: number
  end: number
}

/** Where in a board's text somebody's own words stand: in double quotes, and nowhere else. Null for a text that is no board's, which is all one's own. */
export function ownWordsOf(text: string): Span[] | null {
  if (readBoardText(text) === null) return null
  return Array.from(text.matchAll(/"([^"\n]*)"/g), ({ index, 0: { length } }) => ({ start: index + 1, end: index + length - 1 }))
}
