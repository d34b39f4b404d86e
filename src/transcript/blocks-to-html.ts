import { Html, html } from './html.ts'

/**
 * The Markdown that this folder writes, as HTML: headings, paragraphs, lists, tables, bold, and backslashes before what would mean something. Not for
 * anybody else's.
 */
export const blocksToHtml = (blocks: readonly string[]): Html[] => blocks.filter((block) => block !== '').map(blockToHtml)

function blockToHtml(block: string): Html {
  const lines = block.split('\n')
  const [first = ''] = lines
  if (first.startsWith('## ')) return html`<h2>${inline(first.slice(3))}</h2>`
  if (first.startsWith('| ')) return tableOf(lines)
  const items = lines.filter((line) => line.startsWith('- '))
  const before = lines.filter((line) => line !== '' && !line.startsWith('- '))
  const paragraph = before.length === 0 ? null : html`<p>${inline(before.join(' '))}</p>`
  return items.length === 0
    ? html`${paragraph}`
    : html`${paragraph}<ul>${items.map((item) => html`<li>${inline(item.slice(2))}</li>`)}</ul>`
}

function tableOf([head = '', _rule, ...rows]: string[]): Html {
  const cells = (row: string) => row.slice(2, -2).split(' | ')
  return html`<table><thead><tr>${cells(head).map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${cells(row).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`,
  )}</tbody></table>`
}

/** Bold, and places as links: what stands behind a backslash is only itself. */
function inline(text: string): Html {
  const parts = text.split(/(\\[\s\S]|\*\*|\b[Tt]urn \d+\b)/)
  let isBold = false
  const shown = parts.map((part) => {
    if (part === '**') {
      isBold = !isBold
      return new Html(isBold ? '<strong>' : '</strong>')
    }
    if (/^[Tt]urn \d+$/.test(part)) return html`<a href="#turn-${part.slice(5)}">${part}</a>`
    return html`${part.startsWith('\\') && part.length > 1 ? part.slice(1) : part}`
  })
  return html`${shown}${isBold ? new Html('</strong>') : null}`
}
