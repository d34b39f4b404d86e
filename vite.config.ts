import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin } from 'vite'
import { workerPolicies } from './src/server/worker-policies.ts'
import { excalidrawAssets, excalidrawFromOwnOrigin } from './vite.excalidraw.ts'

/** Where the server of `npm run dev` listens: PORT, from the environment or from .env, as the server reads it. */
const server = `http://127.0.0.1:${loadEnv('development', '.', 'PORT').PORT || 3000}`

/** Assets are compressed once, when they are built, and not for every browser that asks. */
const compressAssets: Plugin = {
  name: 'compress-assets',
  writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets')
    for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg|md|wasm)$/.test(file))) {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
    }
  },
}

/** Vite's list leaves out what is bundled into workers. */
const noticesOfWorkers: Plugin = {
  name: 'notices-of-workers',
  writeBundle({ dir = '' }) {
    const list = join(dir, 'assets/licenses.md')
    if (!existsSync(list)) return
    const folder = join(import.meta.dirname, 'node_modules/sql.js')
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const notice = readFileSync(join(folder, 'LICENSE'), 'utf8').trim()
    appendFileSync(
      list,
      `\n## sql.js - ${version} (${license})\n\nWith SQLite in it, which is in the public domain.\n\n${notice}\n`,
    )
  },
}

/** Workers of `npm run dev` are of many files, which theirs must be let load; else they come under the policies that they have when they are built. */
const policiesOfWorkers: Plugin = {
  name: 'policies-of-workers',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const policy = workerPolicies[/\/([a-z]+-worker)\.ts\?/.exec(request.url ?? '')?.[1] ?? '']
      if (policy !== undefined) response.setHeader('content-security-policy', policy.replace('script-src', "script-src 'self'"))
      next()
    })
  },
}

export default defineConfig({
  root: 'web',
  plugins: [react(), excalidrawFromOwnOrigin(), policiesOfWorkers, noticesOfWorkers, compressAssets],
  define: { 'import.meta.env.EXCALIDRAW_ASSETS': JSON.stringify(excalidrawAssets) },
  /** The server writes a fresh nonce over this placeholder in every response. */
  html: { cspNonce: 'CSP_NONCE_PLACEHOLDER' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    license: { fileName: 'assets/licenses.md' },
    // What the first page imports comes as one file: forty small ones take their turns on a slow line.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-page', test: /web[\\/]main\.tsx$/ }] } } },
  },
  // Each worker is one file without imports, under a name that the server knows: its content security policy goes by it.
  worker: { format: 'iife', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
  server: {
    proxy: {
      '/api': {
        target: server,
        ws: true,
        changeOrigin: true,
        // The server admits its own origin only; in development the page comes from Vite's.
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => request.setHeader('origin', server))
          proxy.on('proxyReqWs', (request) => request.setHeader('origin', server))
        },
      },
    },
  },
})
