import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { editorSchemas } from './editor-schemas.ts'

// Run by `npm run schemas`; a test compares the files with what the domain's schemas say.
const folder = new URL('../../schemas/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of editorSchemas()) await writeFile(new URL(name, folder), text)
console.info(`Wrote ${editorSchemas().size} schemas to ${fileURLToPath(folder)}`)
