import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // All cores: left to itself vitest keeps one free, which is half of two.
    maxWorkers: '100%',
    // Files share what was imported and the bank that was read: nearly half of all the time went into that. Nothing in src/ keeps a state of its own but caches.
    isolate: false,
  },
})
