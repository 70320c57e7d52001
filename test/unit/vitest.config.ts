import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Pure rules, in plain node: no worker, no storage. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] },
})
