import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { recordsIn } from '#src/transcript/read-archive.ts'
import { recordToJson } from '#src/transcript/record-to-json.ts'
import { recordedInterview } from '../support/recorded-interview.ts'

const megabyte = 1024 * 1024

test('an archive is read file by file in its order, however many and however large they are', () => {
  const whole = strToU8(recordToJson({ ...recordedInterview(), unknownFields: null }))
  const large = new Uint8Array(20 * megabyte)
  const small = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`json/small-${at}.json`, whole]))
  const files = {
    'json/large-1.json': large,
    'json/large-2.json': large,
    ...small,
    'json/huge.json': new Uint8Array(33 * megabyte),
  }
  const found = [...recordsIn(zipSync(files), 'all.zip')]
  expect(found.map(({ file }) => file)).toEqual(Object.keys(files))
  expect(found.filter(({ kind }) => kind === 'read')).toHaveLength(25)
  expect(found.at(-1)).toEqual({
    file: 'json/huge.json',
    kind: 'unread',
    reason: 'json/huge.json is too large for an interview.',
  })
})
