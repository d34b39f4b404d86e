import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'

const home = join(import.meta.dirname, 'node_modules/@excalidraw/excalidraw')
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }

/** Where the drawing's fonts are served from, in development as when built; Excalidraw adds `fonts/...` to it. */
export const excalidrawAssets = `/assets/excalidraw-${version}/`

/**
 * Excalidraw reaches for a CDN when a font is missing here; the hand-drawn Chinese font alone has 13 MB. Its pictures bring a style element, empty as they are made
 * here, and style attributes, both of which the page's policy forbids. Beside a conversation its panel of looks would cover a quarter of the drawing: there it has
 * the layout of narrow screens, in which the panel opens when it is wanted.
 */
const rewritten = [
  {
    what: 'the address to fall back to',
    from: /return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1/,
    to: 'return $1',
  },
  { what: 'the address of the CDN', from: /`https:\/\/esm\.sh\/\$\{.{1,120}?\}\/dist\/prod\/`/, to: '""' },
  { what: 'the width beneath which it is narrow', from: /\bNE=730(?=,)/, to: 'NE=960' },
  { what: 'the Chinese font', from: /\b(\w+)\(Mn,\.\.\.\w+\)(?=,\w+\(Tn,)/, to: '$1(Mn)' },
  { what: 'the style element of pictures', from: /createElementNS\((\w+),"style"\)/, to: 'createElementNS($1,"metadata")' },
  {
    what: 'the style of texts in pictures',
    from: /(\w+)\.setAttribute\("style","white-space: pre;"\)/,
    to: '$1.style.whiteSpace="pre"',
  },
  { what: 'the face of its buttons, which are in ours', from: /(?:@font-face\{font-family:Assistant;[^}]*\})+/, to: '' },
] as const

/** Parts that are never reached here and would be most of what is shipped: other languages, Mermaid, pictures, scenes packed into pictures, cut-down fonts. */
const leftOut =
  /^(?:\.\/locales\/(?!en-|percentages)|\.\/subset-(?:shared|worker)\.chunk|@excalidraw\/mermaid-to-excalidraw$|pica$|image-blob-reduce$|pako$)/
const nothing = '\0left-out-of-excalidraw'

const fontFiles = (): string[] =>
  readdirSync(join(home, 'dist/prod/fonts'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.woff2') && !/^(Xiaolai|Assistant)/.test(file))
    .map((file) => `fonts/${file.split(sep).join('/')}`)
const readFont = (file: string) => readFileSync(join(home, 'dist/prod', file))

/** Excalidraw from our own origin alone, without what nobody reaches here. The build fails when a release no longer has what is rewritten. */
export function excalidrawFromOwnOrigin(): Plugin {
  const left = new Set<string>(rewritten.map(({ what }) => what))
  let isUsed = false
  return {
    name: 'excalidraw-from-own-origin',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer?.includes('@excalidraw/excalidraw/dist') && leftOut.test(source) ? nothing : null
    },
    load(id) {
      return id === nothing
        ? 'export default {}\nexport const WorkerUrl = undefined, toBase64 = undefined, deflate = undefined, inflate = undefined\n'
        : null
    },
    transform(code, id) {
      if (!id.includes('@excalidraw/excalidraw/dist/prod/')) return null
      isUsed = true
      let text = code
      for (const { what, from, to } of rewritten) {
        if (!from.test(text)) continue
        text = text.replace(from, to)
        left.delete(what)
      }
      return text === code ? null : { code: text, map: null }
    },
    generateBundle() {
      if (!isUsed) return
      if (left.size > 0) this.error(`Excalidraw ${version} no longer has ${[...left].join(', ')} where it is rewritten.`)
      for (const file of fontFiles()) {
        this.emitFile({ type: 'asset', fileName: `${excalidrawAssets.slice(1)}${file}`, source: readFont(file) })
      }
    },
    configureServer(server) {
      const files = new Set(fontFiles())
      server.middlewares.use(excalidrawAssets, (request, response, next) => {
        const file = request.url?.slice(1) ?? ''
        if (!files.has(file)) return next()
        response.setHeader('content-type', 'font/woff2')
        response.end(readFont(file))
      })
    },
  }
}
