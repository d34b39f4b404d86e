/** A heading of one depth with the text beneath it, up to the next heading of that depth. */
export interface Section {
  heading: string
  text: string
}

/**
 * Splits Markdown at its headings of one depth (`##` is 2). Lines inside code fences are never headings. `before` is what comes ahead of
 * the first heading.
 */
export function splitHeadings(markdown: string, depth: number): { before: string; sections: Section[] } {
  const mark = `${'#'.repeat(depth)} `
  const chunks: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  let fenced = false
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced
    if (!fenced && line.startsWith(mark)) chunks.push({ heading: line.slice(mark.length).trim(), lines: [] })
    else chunks.at(-1)?.lines.push(line)
  }
  const [before, ...sections] = chunks.map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
  return { before: before?.text ?? '', sections }
}
