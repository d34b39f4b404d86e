import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** Where the server of `npm run dev` listens: PORT, from the environment or from .env, as the server reads it. */
const server = `http://127.0.0.1:${loadEnv('development', '.', 'PORT').PORT || 3000}`

export default defineConfig({
  root: 'web',
  plugins: [react()],
  /** The server writes a fresh nonce over this placeholder in every response. */
  html: { cspNonce: 'CSP_NONCE_PLACEHOLDER' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    license: { fileName: 'assets/licenses.md' },
  },
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
