import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What runs on a developer's machine: the local host, its migrations and its crons, and the browser that tests use. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'local',
    environment: 'node',
    include: ['test/local/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
