import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { galleryFolder, schemes, sizes } from './shoot.ts'

/** Empties the gallery before the run (GALLERY_KEEP=1 keeps what is there) and writes the page that shows it afterwards. */
export default function setup(): () => void {
  if (!process.env.GALLERY_KEEP) rmSync(galleryFolder, { recursive: true, force: true })
  mkdirSync(galleryFolder, { recursive: true })
  return () => writeFileSync(join(galleryFolder, 'index.html'), indexPage())
}

function indexPage(): string {
  const states = [...new Set(readdirSync(galleryFolder).flatMap((file) => /^(.+?)\.\d+\.\w+\.png$/.exec(file)?.[1] ?? []))].sort()
  const links = states.map((state) => `<li><a href="#${state}">${words(state)}</a></li>`)
  const sections = states.map((state) => `<section id="${state}"><h2>${words(state)}</h2><div>${shotsOf(state)}</div></section>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Hotseat: every state</title>
<style>
  body { margin: 2rem; font: 16px/1.5 system-ui, sans-serif; color: #1c2023; background: #e9e7e2; }
  ol { columns: 14rem; }
  section { margin-top: 3rem; }
  section div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; padding-bottom: 1rem; }
  figure { margin: 0; flex: none; }
  figcaption { font-size: 0.8125rem; color: #5a6167; }
  img { height: 34rem; width: auto; object-fit: cover; object-position: top; border: 1px solid #c9c6be; }
</style>
<h1>Every state of every page</h1>
<ol>${links.join('')}</ol>
${sections.join('\n')}
</html>
`
}

function shotsOf(state: string): string {
  const shots = sizes.flatMap(({ width }) =>
    schemes.map((scheme) => ({ width, scheme, file: `${state}.${width}.${scheme}.png` })),
  )
  return shots
    .filter(({ file }) => existsSync(join(galleryFolder, file)))
    .map(
      ({ width, scheme, file }) =>
        `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${words(state)}, ${width} px wide, ${scheme}"></a>` +
        `<figcaption>${width} px, ${scheme}</figcaption></figure>`,
    )
    .join('')
}

const words = (state: string): string => {
  const plain = state.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
