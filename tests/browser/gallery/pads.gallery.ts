import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { openPage, withBrowser } from '../../support/browser.ts'
import { shippedExercise } from '../../support/content-files.ts'
import { withPadsPage } from '../pads-page/serve-pads.ts'
import { shoot } from './shoot.ts'

withBrowser()
const pads = withPadsPage()

const open = (given: object) => openPage(`${pads.origin()}/#${encodeURIComponent(JSON.stringify(given))}`)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const code = (text: string, language = 'typescript') => ({ pad: 'code', text, language })
const sql = (text: string) => ({ pad: 'sql', text, language: 'sql' })

test('the code pad', async () => {
  const { cases, solution } = shippedExercise('coding', 'lru-cache')
  await shoot(await open({ pad: code(''), exercise: { casesFrom: 'Code' } }), 'code-pad-empty')
  const passing = await open({ pad: code(solution), exercise: { cases } })
  await press(passing, 'Run the cases')
  await passing.getByText('All 6 cases pass.').waitFor()
  await shoot(passing, 'code-pad-passed')
  const failing = await open({ pad: code(solution.replace('this.#entries.delete', 'this.#entries.has')), exercise: { cases } })
  await press(failing, 'Run the cases')
  await failing.getByText('5 of 6 cases pass.').waitFor()
  await shoot(failing, 'code-pad-failed')
  const broken = await open({ pad: code(`console.log('so far', new Map([['a', 1]]))\nfunction put() {\n  missing()\n}\nput()`) })
  await press(broken, 'Run')
  await broken.getByText('It ended with an error.').waitFor()
  await shoot(broken, 'code-pad-error')
  await shoot(await open({ pad: code('x'.repeat(12_300), 'python') }), 'code-pad-too-long')
  await shoot(await open({ pad: code(solution), isReadOnly: true }), 'code-pad-over')
})

test('the SQL pad', async () => {
  const { database, queries } = shippedExercise('sql', 'top-n-per-group')
  await shoot(await open({ pad: sql(''), exercise: { databaseFrom: 'Queries' } }), 'sql-pad-empty')
  const page = await open({ pad: sql(queries[0]?.sql ?? ''), exercise: { database } })
  await page.getByText('5 tables').waitFor()
  await press(page, 'Run')
  await page.getByText('7 rows.').waitFor()
  await shoot(page, 'sql-pad-result')
  await press(page, 'Plan')
  await page.getByText('The plan is below.').waitFor()
  await shoot(page, 'sql-pad-plan')
  await page.locator('summary').click()
  await shoot(page, 'sql-pad-tables')
  const several = await open({
    pad: sql('select * from players;\nupdate bests set best = 0;\nselect nope\nfrom players'),
    exercise: { database },
  })
  await several.getByText('5 tables').waitFor()
  await press(several, 'Run')
  await several.getByText('line 3, column 8').waitFor()
  await shoot(several, 'sql-pad-error')
})
