import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Parts of the web app that need no browser, its texts, and the bytes of its pages. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'web',
    environment: 'node',
    include: ['test/web/**/*.test.ts'],
    maxWorkers: 2,
    // Generous: a slow machine is no failure, and nothing here waits by the clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
