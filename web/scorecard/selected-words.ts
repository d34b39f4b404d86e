/** Words of one turn, by their place in its text or in one of its artifacts; UTF-16 offsets. */
export interface WordsPlace {
  turn: number
  artifact?: string
  start: number
  end: number
  quote: string
}

/** What a browser's selection covers of a transcript: of several turns the first, without white space at its edges. Null when it covers no words. */
export function selectedWords(selection: Selection | null): WordsPlace | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const holder = [...document.querySelectorAll<HTMLElement>('[data-words]')].find((element) => range.intersectsNode(element))
  if (holder === undefined) return null
  const text = holder.textContent ?? ''
  const start = holder.contains(range.startContainer) ? lengthTo(holder, range.startContainer, range.startOffset) : 0
  const end = holder.contains(range.endContainer) ? lengthTo(holder, range.endContainer, range.endOffset) : text.length
  const { words: turn, artifact } = holder.dataset
  return trimmed({ turn: Number(turn), ...(artifact === undefined ? {} : { artifact }), start, end }, text)
}

/** Without white space at its edges; null when nothing else is in it. */
export function trimmed(place: Omit<WordsPlace, 'quote'>, text: string): WordsPlace | null {
  const quote = text.slice(place.start, place.end)
  const start = place.start + quote.length - quote.trimStart().length
  const words = quote.trim()
  return words === '' ? null : { ...place, start, end: start + words.length, quote: words }
}

function lengthTo(holder: Node, container: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(holder, 0)
  before.setEnd(container, offset)
  return before.toString().length
}
