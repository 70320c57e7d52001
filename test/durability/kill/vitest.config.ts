import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The local host as `npm start` runs it, killed while clients write. One file at a time: each needs the whole machine. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    name: 'kill',
    environment: 'node',
    include: ['test/durability/kill/**/*.test.ts'],
    fileParallelism: false,
    // Generous: a slow machine is no failure, and nothing here waits by the clock.
    testTimeout: 1_500_000,
    hookTimeout: 300_000,
  },
})
