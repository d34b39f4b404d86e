import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate'

/*
 * What Markdown cannot carry in prose stands in one fenced block at the end of the file: the record as JSON, compressed, so that it is a few dozen lines and
 * gives nothing away to who reads on past the transcript. It also says what the words above it summed up to, which tells a file that was edited.
 */

const fenceWord = 'hotseat-record'
const lineLength = 100
/** Bytes of a record's JSON: many times what an interview comes to. */
const mostBytes = 12 * 1024 * 1024

const block = /^```hotseat-record ([0-9a-f]{8})\n([A-Za-z0-9+/=\n]+)\n```\s*$/

export const recordNote =
  'The block below is for Hotseat, which restores the whole interview from this file. It holds the guide, the scorecard and your notes: leave it out of what you pass on.'

/** The prose, with the block behind it. */
export function withRecord(prose: string, record: unknown): string {
  const bytes = zlibSync(strToU8(JSON.stringify(record)), { level: 6 })
  const lines = btoa(strFromU8(bytes, true)).match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return `${prose.trimEnd()}\n\n---\n\n${recordNote}\n\n\`\`\`${fenceWord} ${sumOf(prose)}\n${lines.join('\n')}\n\`\`\`\n`
}

/** The text without its block; a text that has none as it is. */
export const withoutRecord = (text: string): string => {
  const at = beginningOf(text)
  return at === null ? text : text.slice(0, at.prose)
}

/** What a block holds; null where there is none. `isEdited`: the prose is not what it was written beside. Throws when the block cannot be read. */
export function readRecordBlock(text: string): { content: unknown; isEdited: boolean } | null {
  const clean = text.replaceAll('\r\n', '\n')
  const at = beginningOf(clean)
  if (at === null) return null
  const [, sum, encoded = ''] = block.exec(clean.slice(at.block)) ?? []
  const packed = strToU8(atob(encoded.replaceAll('\n', '')), true)
  // Into a buffer that cannot grow: a few kilobytes can say that they are gigabytes.
  const bytes = unzlibSync(packed, { out: new Uint8Array(Math.min(mostBytes, packed.length * 1032 + 64)) })
  return { content: JSON.parse(strFromU8(bytes)), isEdited: sumOf(clean.slice(0, at.prose)) !== sum }
}

/** Where the prose ends and where the block begins. */
function beginningOf(text: string): { prose: number; block: number } | null {
  const at = text.lastIndexOf(`\n\`\`\`${fenceWord} `)
  if (at === -1) return null
  const note = text.lastIndexOf('\n---\n', at)
  // The rule and the note above the block were written with it.
  return { prose: note !== -1 && text.slice(note, at).includes(recordNote.slice(0, 30)) ? note : at, block: at + 1 }
}

/** FNV-1a over the lines, whatever ends them. Tells an accident, not an intention. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (const line of text.trimEnd().split('\n'))
    for (const byte of strToU8(`${line.trimEnd()}\n`)) sum = Math.imul(sum ^ byte, 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
