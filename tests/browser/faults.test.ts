import { expect, test } from 'vitest'
import { openPage, withBrowser } from '../support/browser.ts'
import { faultsOf } from './faults.ts'

withBrowser()

const html = `<!doctype html>
<html lang="en">
<title>Page</title>
<style>
  body { margin: 0; background: white; color: black }
  @media (prefers-color-scheme: dark) {
    body { background: black; color: white }
    p { color: #333 }
  }
  button { display: none }
  @media (max-width: 400px) {
    button { display: block; width: 500px }
  }
</style>
<main><h1>Page</h1><p>Pale in the dark.</p><button></button></main>
<script>
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.onchange = () => { document.documentElement.dataset.mantineColorScheme = dark.matches ? 'dark' : 'light' }
  dark.onchange()
</script>`

test('what is wrong in one scheme alone or at one size alone is found', async () => {
  const page = await openPage('about:blank')
  await page.setContent(html)
  expect(await faultsOf(page, 'page')).toEqual([
    {
      name: 'page',
      size: 'wide',
      scheme: 'dark',
      id: 'color-contrast',
      nodes: [['<p>Pale in the dark.</p>', expect.any(String)]],
    },
    { name: 'page', size: 'phone', scheme: 'light', id: 'button-name', nodes: [['<button></button>', expect.any(String)]] },
    {
      name: 'page',
      size: 'phone',
      scheme: 'dark',
      id: 'color-contrast',
      nodes: [['<p>Pale in the dark.</p>', expect.any(String)]],
    },
    { name: 'page', size: 'phone', width: 500 },
  ])
})
