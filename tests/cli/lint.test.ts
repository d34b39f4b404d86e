import { appendFileSync, cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, hotseat } from '../support/command-line.ts'

const root = join(import.meta.dirname, '../..')

/** A copy of the installed product, whose content may be broken. */
function installation(): string {
  const folder = emptyFolder()
  for (const part of ['package.json', 'bin', 'dist', 'prompts', 'rubrics'])
    cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return folder
}

test('the shipped content has no faults', async () => {
  expect(await hotseat(['lint'])).toEqual({ status: 0, stdout: '', stderr: 'The content has no faults.\n' })
})

test('every fault of the content is named, one a line, with its file and what was expected', async () => {
  const folder = installation()
  appendFileSync(join(folder, 'rubrics/behavioral/questions/outage-investigated/guide.yaml'), '\njuggling: true\n')
  writeFileSync(join(folder, 'rubrics/sql/track.yaml'), 'version: [')
  const { status, stdout, stderr } = await hotseat(['lint'], { program: join(folder, 'bin/hotseat.mjs') })
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toContainEqual(
    expect.stringMatching(/^rubrics\/behavioral\/questions\/outage-investigated\/guide\.yaml.*juggling/),
  )
  expect(lines).toContainEqual(expect.stringMatching(/^rubrics\/sql\/track\.yaml/))
  expect(stderr).toBe(`${lines.length} fault(s).\n`)
  expect(status).toBe(1)
})
