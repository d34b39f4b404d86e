import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { accessSecret, startWithSpaces } from '../support/spaces.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const expected = /the server responded with a status of 401/

test('somebody comes in by the secret, takes the space to another browser, and leaves it', { timeout: 240_000 }, async () => {
  const hotseat = await startWithSpaces()
  const page = await openPage(`${hotseat.origin}/history`, { expected })
  await page.getByRole('heading', { level: 1, name: 'Come in' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/enter')
  expect(await page.getByRole('navigation').count()).toBe(0)
  const faults: unknown[] = await faultsOf(page, 'entry')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Access secret').fill('not the secret at all')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('This is not the access secret.', { exact: false }).waitFor()
  faults.push(...(await faultsOf(page, 'entry refused')))
  await page.getByLabel('Access secret').fill(accessSecret)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Begin' }).waitFor()

  await page.getByRole('link', { name: 'Settings' }).click()
  const name = page.getByLabel('Name of the space')
  expect(await name.inputValue()).toBe('Ada')
  await name.fill('Ada L.')
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('button', { name: 'Make a link for another browser' }).click()
  const link = await page.getByLabel('Link for another browser', { exact: true }).inputValue()
  expect(link).toMatch(new RegExp(`^${hotseat.origin}/enter#move=[\\w-]{43}$`))

  const other = await openPage(link, { expected })
  await other.getByRole('button', { name: 'Open the space here' }).waitFor()
  faults.push(...(await faultsOf(other, 'link')))
  await other.getByRole('button', { name: 'Open the space here' }).click()
  await other.getByRole('button', { name: 'Begin' }).waitFor()
  expect(new URL(other.url()).hash).toBe('')
  await other.goto(`${hotseat.origin}/settings`)
  expect(await other.getByLabel('Name of the space').inputValue()).toBe('Ada L.')

  await page.getByRole('button', { name: 'Leave this space' }).click()
  faults.push(...(await faultsOf(page, 'your space')))
  await page.getByRole('button', { name: 'Leave now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Come in' }).waitFor()
  await page.goto(`${hotseat.origin}/settings`)
  await page.getByLabel('Access secret').waitFor()
  await other.reload()
  await other.getByLabel('Name of the space').waitFor()
  expect(faults).toEqual([])
})
