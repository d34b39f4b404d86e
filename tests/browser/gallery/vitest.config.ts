import { defineConfig } from 'vitest/config'

/** `npm run gallery`: shoots every state of every page. Not part of the tests. */
export default defineConfig({
  test: {
    include: ['tests/browser/gallery/*.gallery.ts'],
    globalSetup: 'tests/browser/gallery/write-index.ts',
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
