import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), license: z.string().optional(), dev: z.boolean().default(false) }),
  ),
})
const { packages } = lockSchema.parse(read('package-lock.json'))
const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(read('package.json'))

/** Licences that ask for nothing but their notice. */
const permissive = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|PSF-2\.0|WTFPL|CC0-1\.0)( OR | AND Zlib\)$|\)?$)/

test('the page on dependencies names each with its version and licence', () => {
  const listed = readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .flatMap((line) => /^\| (\S+) \| ([\d.]+) \| .+ \| (\S+) \|$/.exec(line)?.slice(1).join(' ') ?? [])
  const used = Object.entries(dependencies).map(
    ([name, version]) => `${name} ${version} ${packages[`node_modules/${name}`]?.license}`,
  )
  expect(listed).toEqual(used)
})

test('everything that runs or is bundled comes under a permissive licence', () => {
  const strict = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  expect(strict.length).toBeGreaterThan(Object.keys(dependencies).length)
  expect(strict.filter(([, { license }]) => !permissive.test(license ?? '')).map(([path]) => path)).toEqual([])
  const bundled = readFileSync('dist/web/assets/licenses.md', 'utf8').matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)
  const licences = [...bundled].map(([, name = '', licence = '']) => ({ name, licence }))
  expect(licences.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'sucrase', 'sql.js']))
  expect(licences.filter(({ licence }) => !permissive.test(licence))).toEqual([])
})

test('versions are exact', () => {
  const { devDependencies } = z.object({ devDependencies: z.record(z.string(), z.string()) }).parse(read('package.json'))
  expect(Object.values({ ...dependencies, ...devDependencies }).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
