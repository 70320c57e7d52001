import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import { onWorkerd } from '../support/on-workerd.ts'

declare module 'vitest' {
  interface ProvidedContext {
    seed: number
    requests: number
  }
}

/**
 * The seed is fixed, so that every run asks the same and a failure can be asked again. Another one, or more requests:
 * XIANGBANG_FUZZ_SEED=7 XIANGBANG_FUZZ_REQUESTS=100000 npx vitest run -c test/fuzz/vitest.config.ts
 */
const seed = Number(process.env.XIANGBANG_FUZZ_SEED ?? 20_261_122)
const requests = Number(process.env.XIANGBANG_FUZZ_REQUESTS ?? 20_000)

export default mergeConfig(onWorkerd('fuzz', fileURLToPath(new URL('.', import.meta.url))), {
  test: { testTimeout: 600_000, hookTimeout: 120_000, provide: { seed, requests } },
})
