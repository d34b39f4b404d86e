import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { shippedExercise } from '../support/content-files.ts'
import { faultsOf } from './faults.ts'
import { withPadsPage } from './pads-page/serve-pads.ts'

withBrowser()
const pads = withPadsPage()

const open = (given: object, options: Parameters<typeof openPage>[1] = {}) =>
  openPage(`${pads.origin()}/#${encodeURIComponent(JSON.stringify(given))}`, { sharesProfile: true, ...options })
const codePad = (text: string, language = 'typescript') => ({ pad: 'code', text, language })
const sqlPad = (text: string) => ({ pad: 'sql', text, language: 'sql' })

const editor = (page: Page) => page.locator('.cm-content')
/** Instead of what stands there, as one would do it by keyboard. */
const write = async (page: Page, text: string) => {
  await editor(page).press('Control+a')
  await page.keyboard.insertText(text)
}
const written = (page: Page) => page.evaluate(() => window.pads.written.text)
const status = (page: Page) => page.getByRole('status')
const run = (page: Page, name = 'Run') => page.getByRole('button', { name, exact: true }).click()

test('a profile that is shared is refused settings of its own, which would come too late', async () => {
  await expect(open({ pad: codePad('') }, { colorScheme: 'dark' })).rejects.toThrow('no colorScheme of its own')
})

test('what is typed goes to the room, and undo takes it back', async () => {
  const page = await open({ pad: codePad('let a = 1\n') })
  await editor(page).press('Control+End')
  await page.keyboard.type('let b = 2')
  await expect.poll(() => written(page)).toBe('let a = 1\nlet b = 2')
  await page.keyboard.press('Control+z')
  await expect.poll(() => written(page)).toBe('let a = 1\n')
})

test('text from another tab leaves cursor and undo where they are', async () => {
  const page = await open({ pad: codePad('one\ntwo\n') })
  await editor(page).press('Control+End')
  await page.keyboard.type('three')
  await page.evaluate(() => window.pads.mirror('zero\none\ntwo\nthree'))
  await page.getByText('Written in another tab.').waitFor()
  await page.keyboard.type(' four')
  await expect.poll(() => written(page)).toBe('zero\none\ntwo\nthree four')
  await page.keyboard.press('Control+z')
  await expect.poll(() => written(page)).toMatch(/^zero\none\ntwo\n/)
})

test('Tab indents, and after Escape it leaves the editor, however long one takes', async () => {
  const page = await open({ pad: codePad('') })
  await editor(page).press('Tab')
  await expect.poll(() => written(page)).toBe('  ')
  await page.getByText('Escape, then Tab leaves the editor.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Language')
  expect(await written(page)).toBe('  ')
})

test('each language is coloured when it is chosen', async () => {
  const page = await open({ pad: codePad('', 'typescript') })
  for (const [language, text] of [
    ['python', 'def f(): return None'],
    ['java', 'class A { int b; }'],
    ['go', 'func f() { return }'],
    ['sql', 'select 1 from t'],
    ['javascript', 'const a = 1'],
  ] as const) {
    await page.getByLabel('Language').selectOption(language)
    await write(page, text)
    await page.locator('.cm-line span').first().waitFor()
    expect(await page.evaluate(() => window.pads.written.language)).toBe(language)
  }
})

test('languages that are not run say so', async () => {
  const page = await open({ pad: codePad('print(1)', 'python') })
  await page.getByText('Python is read by the interviewer; it is not run here.').waitFor()
  expect(await page.getByRole('button', { name: 'Run' }).count()).toBe(0)
})

test('a pad of an interview that is over is read and run, and not written', async () => {
  const page = await open({ pad: codePad('console.log(6 * 7)'), isReadOnly: true })
  await editor(page).press('x')
  expect(await written(page)).toBe('console.log(6 * 7)')
  await run(page)
  await page.getByText('42').waitFor()
})

test('a text that is too long says by how much', async () => {
  const page = await open({ pad: codePad('x'.repeat(11_999)) })
  await editor(page).press('Control+End')
  await page.keyboard.type('abc')
  await page.getByText('2 characters too long').waitFor()
})

test('TypeScript runs: output, types gone, timers waited for, what it came to told to the room', async () => {
  const text = `interface Point { x: number }
const points: Map<string, Point> = new Map([['a', { x: 1 }]])
setTimeout(() => console.log('later', [undefined, null]), 20)
console.log('points', points)`
  const page = await open({ pad: codePad(text) })
  await editor(page).press('Control+Enter')
  await page.getByText('It ran to its end.').waitFor()
  const output = await page.getByRole('region', { name: 'What the run gave' }).innerText()
  expect(output.trim().split('\n')).toEqual(['points Map(1) { "a" => { x: 1 } }', 'later [undefined, null]'])
})

test.each([
  [
    'const a = 1\n\nfunction inner() {\n  missing()\n}\ninner()',
    'ReferenceError: missing is not defined',
    'line 4 in inner, called from line 6',
  ],
  ['const a = 1\nconst b = {', 'SyntaxError', 'line 2'],
  ['const a = 1\n\nconst a = 2', "SyntaxError: Identifier 'a' has already been declared", 'line 3'],
  ['let a\nsetTimeout(() => {\n  a.b()\n})', "TypeError: Cannot read properties of undefined (reading 'b')", 'line 3'],
  ['async function f() {\n  throw new Error("no")\n}\nf()', 'Error: no', 'line 2 in f, called from line 4'],
  ["import { readFileSync } from 'node:fs'\nreadFileSync('a')", 'There are no modules here, "node:fs" among them', ''],
])('an error is told with the lines of the pad: %j', async (text, message, place) => {
  const page = await open({ pad: codePad(text) })
  await run(page)
  await page.getByText('It ended with an error.').waitFor()
  const output = await page.getByRole('region', { name: 'What the run gave' }).innerText()
  expect(output).toContain(message)
  expect(output).toContain(place)
})

test('a loop without end is stopped, what it printed before stays, and the next run works', async () => {
  const page = await open({ pad: codePad('console.log("before")\nwhile (true) {}') })
  await run(page)
  await page.getByText('Stopped after 2 seconds: it did not come to an end.').waitFor()
  await page.getByText('before', { exact: true }).waitFor()
  await write(page, 'console.log("after")')
  await run(page)
  await page.getByText('after', { exact: true }).waitFor()
})

test('a run can be stopped by the button that started it, which keeps the focus', async () => {
  const page = await open({ pad: codePad('console.log("before")\nsetInterval(() => {}, 10)') })
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Stop' }).press('Enter')
  await page.getByText('Stopped.', { exact: true }).waitFor()
  await page.getByText('before', { exact: true }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run')
})

test('code that fills the memory ends its own run and not the page', async () => {
  const page = await open({ pad: codePad('const all = []\nfor (;;) all.push(new Array(1e6).fill(all.length))') })
  await run(page)
  await expect.poll(() => status(page).innerText(), { timeout: 20_000 }).toMatch(/^(Stopped|It could not|It ended)/)
  await write(page, 'console.log("after")')
  await run(page)
  await page.getByText('after', { exact: true }).waitFor()
})

test('output without end is cut, and the page lives on', async () => {
  const page = await open({ pad: codePad('for (let i = 0; ; i++) console.log("line", i)') })
  await run(page)
  await page.getByText('It printed more than is kept; the rest is left out.').waitFor()
  await page.getByText('Stopped after 2 seconds').waitFor()
  expect(await page.locator('pre span').count()).toBe(500)
})

test('code in the pad reaches neither the network nor anything that is kept', { timeout: 120_000 }, async () => {
  const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'indexedDB', 'caches', 'importScripts']
  const more = [
    'BroadcastChannel',
    'navigator',
    'Worker',
    'SharedWorker',
    'postMessage',
    'close',
    'location',
    'MessageChannel',
    'FileReader',
  ]
  const text = `for (const name of ${JSON.stringify([...names, ...more])}) console.log(name, typeof globalThis[name])
const tries = {
  'import': async () => (await import('/assets/x.js')),
  'import made of text': () => (0, eval)('import("/assets/x.js")'),
  'import of data': () => (0, eval)('import("data:text/javascript,1")'),
  'import from elsewhere': () => (0, eval)('import("http://127.0.0.1:9/x.js")'),
  'timer of text': async () => setTimeout('1'),
  'prototype': async () => Object.getPrototypeOf(globalThis).fetch.call(globalThis, '/'),
}
for (const [name, attempt] of Object.entries(tries))
  await attempt().then(() => console.log(name, 'worked'), (error) => console.log(name, 'failed'))`
  const page = await open(
    { pad: codePad(text, 'javascript') },
    // Nothing fetched before, so that whatever is asked for is seen to be.
    { sharesProfile: false, expected: /Content Security Policy|Failed to (load|fetch)/ },
  )
  await page.locator('.cm-line span').first().waitFor()
  const answered: string[] = []
  page.context().on('response', (response) => answered.push(new URL(response.url()).pathname.replace(/-[\w-]{8}\.js$/, '')))
  await run(page)
  await page.getByText('It ran to its end.').waitFor()
  const output = await page.getByRole('region', { name: 'What the run gave' }).innerText()
  const expected = [...names, ...more].map((name) => `${name} undefined`)
  const tries = ['import', 'import made of text', 'import of data', 'import from elsewhere', 'timer of text', 'prototype'].map(
    (name) => `${name} failed`,
  )
  expect(output.trim().split('\n')).toEqual([...expected, ...tries])
  expect(answered.sort()).toEqual(['/assets/runner-worker', '/assets/transpile'])
})

test('the page itself may not make code of text', async () => {
  const page = await open({ pad: codePad('') }, { expected: /Content Security Policy/ })
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.wasMade = true'
    document.body.append(script)
    return 'wasMade' in window
  })
  expect(outcome).toBe(false)
  const policy = (await fetch(pads.origin())).headers.get('content-security-policy')
  expect(policy).not.toContain('unsafe-eval')
})

test('the worker that runs code is one file, and its policy lets it make code of text and nothing else', async () => {
  const page = await open({ pad: codePad('1') })
  const answered = page.waitForEvent('response', (response) => response.url().includes('/runner-worker-'))
  await run(page)
  const response = await fetch((await answered).url())
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'unsafe-eval'")
  expect(await response.text()).not.toMatch(/\bimport\b\s*[{*"']|importScripts\(/)
})

const lru = () => shippedExercise('coding', 'lru-cache')

test("a question's cases run against the pad: passed, failed with the call, and what was given instead", async () => {
  const { cases, solution } = lru()
  const page = await open({ pad: codePad(solution), exercise: { cases } })
  await page.getByText(/^The cases call [A-Za-z]+\.$/).waitFor()
  await run(page, 'Run the cases')
  await page.getByText(`All ${cases?.cases.length} cases pass.`).waitFor()

  await write(page, 'class LruCache { constructor(n) {} put(a, b) { this.last = b } get(a) { return this.last } }')
  await run(page, 'Run the cases')
  await expect.poll(() => status(page).innerText()).toMatch(/cases pass\. Failed: /)
  const failed = page.getByRole('listitem').filter({ hasText: 'drops the entry' })
  expect(await failed.locator('dd').allInnerTexts()).toEqual([
    'get("b")',
    '2',
    '3',
    'new LruCache(2)\nput("a", 1)\nput("b", 2)\nput("c", 3)',
  ])
})

test('a case that does not end is told, and those behind it were not run', async () => {
  const { cases } = lru()
  const text = 'class LruCache { constructor(n) { if (n === 2) while (true); } put() {} get() {} }'
  const page = await open({ pad: codePad(text), exercise: { cases } })
  await run(page, 'Run the cases')
  await page.getByText('Stopped: one case took longer than 2 seconds.').waitFor()
  const words = await page.getByRole('listitem').allInnerTexts()
  expect(words.map((text) => text.split('\n')[0])).toEqual(['too slow', 'not run', 'not run', 'not run', 'not run', 'not run'])
})

test.each([
  ['its timers go on for ever', 'setInterval(() => {}, 20)', /^All 6 cases pass\.$/],
  ['it has replaced Array.prototype.map', 'Array.prototype.map = undefined', /^All 6 cases pass\.$/],
  ['it has replaced what compares', 'LruCache.prototype.get = () => 7; Array.prototype.entries = function* () {}', /^1 of|^0 of/],
])('cases come to what the code does when %s', async (_, more, words) => {
  const { cases, solution } = lru()
  const page = await open({ pad: codePad(`${solution}\n${more}`), exercise: { cases } })
  await run(page, 'Run the cases')
  await expect.poll(() => status(page).innerText()).toMatch(words)
})

test('an error whose stack is no text is told like any other', async () => {
  const page = await open({
    pad: codePad('const odd = Object.assign(new Error("no"), { stack: 5 })\nsetTimeout(() => { throw odd })'),
  })
  await run(page)
  await page.getByText('It ended with an error.').waitFor()
})

test('cases that are to come name their phase, and a pad without the entry says what is called', async () => {
  const page = await open({ pad: codePad('let a = 1'), exercise: { casesFrom: 'Code' } })
  await page.getByText('The question’s cases can be run from “Code” on.').waitFor()
  expect(await page.getByRole('button', { name: 'Run the cases' }).isDisabled()).toBe(true)
  const other = await open({ pad: codePad('let a = 1'), exercise: { cases: lru().cases } })
  await run(other, 'Run the cases')
  await other
    .getByRole('region', { name: 'What the run gave' })
    .getByText('The cases call LruCache, and the pad has no function')
    .waitFor()
})

const ties = () => shippedExercise('sql', 'top-n-per-group')
const cells = (page: Page) =>
  page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)))

test('a window function with ties gives what SQLite gives, and the result goes to the room as text', async () => {
  const { database, queries } = ties()
  const page = await open({ pad: sqlPad(queries[0]?.sql ?? ''), exercise: { database } })
  await page.getByText('5 tables').waitFor()
  await editor(page).press('Control+Enter')
  await page.getByText('7 rows.').waitFor()
  const rows = await cells(page)
  expect(rows).toEqual(queries[0]?.rows.map((row) => row.map((value) => (value === null ? 'NULL' : String(value)))))
  expect(rows.slice(2, 4)).toEqual([
    ['Gold', '3', 'Cem', '800'],
    ['Gold', '3', 'Dora', '800'],
  ])
  const said = await page.evaluate(() => window.pads.said)
  expect(said).toContain('Gold   |     3 | Dora |  800')
  expect(
    await page
      .locator('td[data-numeric]')
      .first()
      .evaluate((cell) => getComputedStyle(cell).textAlign),
  ).toBe('right')
})

test('a plan is a tree, by its button and by EXPLAIN QUERY PLAN', async () => {
  const page = await open({
    pad: sqlPad('select * from players where id in (select player_id from results)'),
    exercise: { database: ties().database },
  })
  await page.getByText('5 tables').waitFor()
  await run(page, 'Plan')
  const tree = page.getByRole('list', { name: /^Plan of select/ })
  await tree.waitFor()
  expect(await tree.getByRole('list').getByRole('listitem').count()).toBeGreaterThan(0)
  await write(page, 'explain query plan select * from players')
  await run(page)
  await expect.poll(() => page.getByRole('list', { name: /^Plan of explain/ }).innerText()).toBe('SCAN players')
})

test('several statements, an error as SQLite says it with its place, and a selection alone', async () => {
  const page = await open({
    pad: sqlPad('select 1 as one;\nselect nope\nfrom players;\nselect 3'),
    exercise: { database: ties().database },
  })
  await page.getByText('5 tables').waitFor()
  await run(page)
  await page.getByText('line 2, column 8').waitFor()
  expect(await status(page).innerText()).toContain('no such column: nope')
  expect(await cells(page)).toEqual([['1']])
  await editor(page).press('Control+End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => cells(page)).toEqual([['3']])
})

test('a query without end is stopped, what was made before stays, and a reset brings the question back', async () => {
  const page = await open({
    pad: sqlPad('create table mine (a); insert into mine values (1), (2);'),
    exercise: { database: ties().database },
  })
  await page.getByText('5 tables').waitFor()
  await run(page)
  await page.getByText('6 tables').waitFor()
  await write(page, 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n')
  await run(page)
  await page.getByText('Stopped after 5 seconds without an answer.').waitFor()
  await write(page, 'select a from mine')
  await run(page)
  await expect.poll(() => cells(page)).toEqual([['1'], ['2']])
  await run(page, 'Reset')
  await page.getByText('5 tables').waitFor()
  await page.getByText('The database has the question’s rows again.').waitFor()
})

test('tables that are handed out later take the place of the empty database, and that is said', async () => {
  const page = await open({ pad: sqlPad('create table mine (a)'), exercise: { databaseFrom: 'Queries' } })
  await page.getByText('The question’s tables come with “Queries”; until then the database is your own.').waitFor()
  await run(page)
  await page.getByText(/^1 table/).waitFor()
  await page.evaluate((database) => window.pads.handOut({ database }), ties().database)
  await page.getByText('5 tables').waitFor()
  await page.getByText('The database has the question’s tables now, in place of your own.').waitFor()
})

test('a reset gives up a query that does not end', async () => {
  const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n'
  const page = await open({ pad: sqlPad(endless), exercise: { database: ties().database } })
  await page.getByText('5 tables').waitFor()
  await run(page)
  await page.getByText('Running', { exact: true }).waitFor()
  await run(page, 'Reset')
  await page.getByText('The database has the question’s rows again.').waitFor()
  await write(page, 'select 1 as one')
  await run(page)
  await expect.poll(() => cells(page)).toEqual([['1']])
})

test('without a question’s database one begins empty, and long results say how much they leave out', async () => {
  const text = `create table t (id integer primary key, words text) strict;
insert into t select value, 'row ' || value from (with recursive n(value) as (select 1 union all select value + 1 from n limit 300) select value from n);
select * from t;
select 9007199254740993 as big, 1.0 as real, x'00ff' as bytes, '${'long '.repeat(60)}' as words`
  const page = await open({ pad: sqlPad(text) })
  await page.getByText('No tables yet').waitFor()
  await run(page)
  await page.getByText('The first 200 of 300 rows.').waitFor()
  await page.getByText('2 statements done, 300 rows changed.').waitFor()
  const rows = await cells(page)
  expect(rows).toHaveLength(201)
  expect(rows.at(-1)?.slice(0, 3)).toEqual(['9007199254740993', '1.0', "x'00ff'"])
  const long = page.locator('td[title]')
  expect([(await long.innerText()).length, (await long.getAttribute('title'))?.length]).toEqual([120, 300])
})

test('axe finds nothing in either pad, and neither is wider than a phone', { timeout: 180_000 }, async () => {
  const { cases } = lru()
  const code = await open({
    pad: codePad('class LruCache { get() {} put() { throw new Error("no") } }\nconsole.log("a")'),
    exercise: { cases },
  })
  await run(code, 'Run the cases')
  await expect.poll(() => status(code).innerText()).toContain('cases pass')
  const sql = await open({
    pad: sqlPad(`${ties().queries[0]?.sql ?? ''};\nselect nope`),
    exercise: { database: ties().database },
  })
  await sql.getByText('5 tables').waitFor()
  await sql.locator('summary').click()
  await run(sql)
  await sql.getByText(/^line \d+, column/).waitFor()
  expect([...(await faultsOf(code, 'code pad')), ...(await faultsOf(sql, 'SQL pad'))]).toEqual([])
  for (const page of [code, sql]) {
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
})
