import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Folders of src/ and the parts of src/ that each may import; a folder may always import from itself. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  protocol: ['domain'],
  board: ['domain'],
  content: ['domain', 'errors'],
  store: ['domain', 'errors', 'package-root'],
  model: ['errors'],
  metrics: ['model', 'domain', 'errors'],
  evidence: ['domain', 'board'],
  conduct: ['domain', 'evidence'],
  progress: ['domain'],
  interviewer: ['domain', 'content', 'evidence', 'board', 'conduct', 'model', 'errors'],
  scoring: ['domain', 'content', 'evidence', 'board', 'model', 'errors'],
  review: ['domain', 'evidence', 'scoring', 'board'],
  session: ['interviewer', 'scoring', 'store', 'domain', 'errors'],
  server: [
    ...['session', 'jobs', 'importing', 'transcript', 'conduct', 'progress', 'protocol', 'content', 'store', 'domain', 'board'],
    'errors',
  ],
  jobs: ['scoring', 'conduct', 'importing', 'store', 'content', 'domain', 'errors'],
  importing: ['transcript', 'board', 'evidence', 'content', 'domain', 'errors'],
  transcript: ['domain', 'board'],
  config: ['errors'],
  errors: [],
  'package-root': [],
  'server-log': ['domain'],
}
/** Wiring: imports everything, is imported by nothing but one another. */
const wiring = [
  ...['main', 'cli', 'commands'],
  ...['interviewers-and-scorers', 'interviews-as-files', 'read-interview', 'sample-interview'],
]
/** Folders that compute and never reach out. */
const withoutNode = ['domain', 'protocol', 'board', 'evidence', 'conduct', 'progress', 'review', 'transcript', 'importing']
/** Packages that one folder alone may import. */
const packageHome: Record<string, string> = { openai: 'model', 'better-sqlite3': 'store', 'prom-client': 'metrics' }

interface Import {
  file: string
  specifier: string
  typeOnly: boolean
}

describe('imports', () => {
  test('every folder of src stands in the table of who may import whom', () => {
    const parts = new Set(filesOf('src').map(partOf))
    expect([...parts].filter((part) => !(part in mayImport) && !wiring.includes(part))).toEqual([])
  })

  test('point only the way that the table of style allows', () => {
    const wrong = importsOf('src').filter((found) => {
      const from = partOf(found.file)
      const to = targetPart(found)
      return to !== undefined && to !== from && !wiring.includes(from) && !mayImport[from]?.includes(to)
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('never reach main or the command line, and the command line never a route of the server', () => {
    const wrong = [...importsOf('src'), ...importsOf('web')].filter(
      (found) => wiring.includes(targetPart(found) ?? '') && !wiring.includes(partOf(found.file)),
    )
    const routes = importsOf('src').filter(
      (found) => ['cli', 'commands'].includes(partOf(found.file)) && /server\/(?:.*\/)?.*routes?\b/.test(found.specifier),
    )
    expect([...wrong, ...routes].map(shown)).toEqual([])
  })

  test('are relative inside a folder of src and by #src across folders', () => {
    const wrong = importsOf('src').filter((found) => {
      const to = targetPart(found)
      if (to === undefined) return false
      const inside = to === partOf(found.file) || !found.file.slice('src/'.length).includes('/')
      return found.specifier.startsWith('.') !== inside
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('of our own modules name their file with its ending', () => {
    const wrong = importsOf('src').filter((found) => /^(\.|#src)/.test(found.specifier) && !/\.tsx?$/.test(found.specifier))
    expect(wrong.map(shown)).toEqual([])
  })

  test('keep the folders that only compute clear of Node', () => {
    const wrong = importsOf('src').filter(
      (found) => withoutNode.includes(partOf(found.file)) && found.specifier.startsWith('node:'),
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('bring zod and nothing else from outside into domain', () => {
    const wrong = importsOf('src').filter(
      (found) => partOf(found.file) === 'domain' && /^[^.#]/.test(found.specifier) && found.specifier !== 'zod',
    )
    expect(wrong.map(shown)).toEqual([])
  })

  test('leave the model client and the database driver in one folder each', () => {
    const wrong = [...importsOf('src'), ...importsOf('web')].filter((found) => {
      const home = packageHome[found.specifier.split('/')[0] ?? '']
      return home !== undefined && partOf(found.file) !== home
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test('of the web reach the protocol, the domain it is made of and the reading of boards, and every other part of src as types only', () => {
    const wrong = importsOf('web').filter((found) => {
      const to = targetPart(found)
      return to !== undefined && to !== 'protocol' && to !== 'domain' && to !== 'board' && !found.typeOnly
    })
    expect(wrong.map(shown)).toEqual([])
  })
})

describe('files', () => {
  const sources = [...filesOf('src'), ...filesOf('web')]

  test('of src and web have at most 400 lines', () => {
    const lines = [...sources, ...filesOf('web', /\.css$/)].map((file) => ({
      file,
      lines: readText(file).trimEnd().split('\n').length,
    }))
    expect(lines.filter((counted) => counted.lines > 400)).toEqual([])
  })

  test('are named in kebab-case, by what they hold', () => {
    const drawer = /\b(utils?|helpers?|misc|common|managers?|services?)\b/
    const wrong = sources.filter((file) => {
      const name = basename(file).replace(/(\.d)?\.tsx?$/, '')
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || file.split(/[/.]/).some((part) => drawer.test(part))
    })
    expect(wrong).toEqual([])
  })

  test('are no barrels', () => {
    const wrong = sources.filter((file) => {
      const statements = withoutComments(readText(file))
      const reexports = statements.match(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^'"\n]*from\s*['"][^'"]+['"];?$/gm) ?? []
      return /\/index\.tsx?$/.test(file) || /^export\s+\*/m.test(statements) || statements.trim() === reexports.join('\n').trim()
    })
    expect(wrong).toEqual([])
  })

  test('read the environment in config alone', () => {
    const wrong = sources.filter(
      (file) => file !== 'src/config.ts' && /\bprocess\s*(\.\s*env\b|\[\s*['"]env)/.test(withoutComments(readText(file))),
    )
    expect(wrong).toEqual([])
  })

  test('of tests skip nothing and single nothing out', () => {
    const word = ['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf'].join('|')
    const wrong = filesOf('tests').filter((file) =>
      new RegExp(
        `\\b(?:test|it|describe|suite)(?:\\.\\w+)*\\.(?:${word})\\b|\\b(?:context|ctx)\\.skip\\b|\\b[xf](?:it|describe|test)\\(`,
      ).test(withoutComments(readText(file))),
    )
    expect(wrong).toEqual([])
  })
})

/** Source files under a folder, by paths with forward slashes from the repository's root. */
function filesOf(folder: string, ending = /\.tsx?$/): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => ending.test(file) && statSync(file).isFile())
    .sort()
}

function readText(file: string): string {
  return readFileSync(file, 'utf8')
}

/** The folder of src that a file belongs to, or its name when it lies in src itself. Outside of src: its path. */
function partOf(file: string): string {
  return /^src\/([^/]+?)(?:\.ts)?(?:\/|$)/.exec(file)?.[1] ?? file
}

/** The part of src that an import leads to; undefined for packages and for files outside of src. */
function targetPart({ file, specifier }: Import): string | undefined {
  const path = specifier.startsWith('#src/')
    ? `src/${specifier.slice('#src/'.length)}`
    : specifier.startsWith('.')
      ? posix.normalize(posix.join(dirname(file), specifier))
      : undefined
  return path?.startsWith('src/') ? partOf(path) : undefined
}

function importsOf(folder: string): Import[] {
  return filesOf(folder).flatMap((file) => {
    const text = withoutComments(readText(file))
    const statements = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]/gm
    const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
    return [
      ...Array.from(text.matchAll(statements), (found) => ({
        file,
        specifier: found[2] ?? '',
        typeOnly: found[1] !== undefined,
      })),
      ...Array.from(text.matchAll(calls), (found) => ({ file, specifier: found[1] ?? '', typeOnly: false })),
    ]
  })
}

/** Blanks comments out. A `//` inside a string survives when a colon or quote stands before it. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

function shown({ file, specifier, typeOnly }: Import): string {
  return `${file} imports ${typeOnly ? 'types of ' : ''}${specifier}`
}
