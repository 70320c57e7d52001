import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Pure rules, in plain node: no worker, no storage. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/unit/**/*.test.ts'],
    // All of a small machine: by itself vitest leaves one core free.
    maxWorkers: 2,
    // Generous: a slow machine is no failure, and nothing here waits by the clock.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
