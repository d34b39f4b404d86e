import { spawnSync } from 'node:child_process'
import { defineConfig, type Plugin } from 'vite'

/** The first start would read all content anew, which takes a second or two: it is read here, and kept beside the bundle. Faults in it are told at the start. */
const keepContent: Plugin = {
  name: 'keep-content',
  closeBundle: () => void spawnSync(process.execPath, ['dist/server/cli.js', 'lint'], { cwd: import.meta.dirname }),
}

export default defineConfig({
  plugins: [keepContent],
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { input: { cli: 'src/cli.ts' } },
  },
})
