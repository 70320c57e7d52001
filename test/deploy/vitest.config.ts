import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What is deployed, checked offline: bundles and bindings, and the contract through a local Pages server. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { name: 'deploy', include: ['test/deploy/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
