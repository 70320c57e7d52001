import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The product as its users meet it: its own server, started as they start it, in a real browser. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['test/e2e/**/*.test.ts'],
    exclude: ['test/e2e/accessibility/**'],
    globalSetup: 'test/e2e/server.ts',
    // One browser at a time: two would only wait for each other on a small machine.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
})
