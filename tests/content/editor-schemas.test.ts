import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { editorSchemas } from '#src/content/editor-schemas.ts'

test('the schemas on disk are those of the domain (npm run schemas writes them)', async () => {
  const names = (await readdir('schemas')).sort()
  const onDisk = await Promise.all(names.map(async (name) => [name, await readFile(`schemas/${name}`, 'utf8')] as const))

  expect(onDisk).toEqual([...editorSchemas()].sort(([a], [b]) => (a < b ? -1 : 1)))
})

test('every YAML file of the content names the schema that an editor checks it by', async () => {
  const files = (await readdir('rubrics', { recursive: true }))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replaceAll('\\', '/'))
  const heads = await Promise.all(
    files.map(async (file) => [file, (await readFile(`rubrics/${file}`, 'utf8')).split('\n')[0]] as const),
  )

  expect(Object.fromEntries(heads)).toEqual(Object.fromEntries(files.map((file) => [file, schemaLine(file)])))
})

function schemaLine(file: string): string {
  const name = file.replace(/.*\//, '').replace('.yaml', '')
  return `# yaml-language-server: $schema=${'../'.repeat(file.split('/').length)}schemas/${name}.schema.json`
}
