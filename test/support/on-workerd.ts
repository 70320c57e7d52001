import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A vitest project whose tests run inside workerd beside the Worker, with real D1, R2 and queues. One runtime serves
 * many files, which saves its start for each; every file begins with empty databases (see migrate.ts).
 */
export function onWorkerd(name: string, folder: string) {
  return defineConfig({
    root,
    plugins: [
      cloudflareTest(async () => ({
        wrangler: { configPath: join(root, 'wrangler.toml') },
        miniflare: {
          // Nothing leaves the test: whatever is fetched from outside is not ready.
          outboundService: () => new Response('', { status: 503 }),
          bindings: {
            SESSION_SECRET: 'a-secret-of-the-tests-and-of-nothing-else',
            XIANGBANG_APPROVE: 'auto',
            CONTROL_MIGRATIONS: await asOne('control'),
            SHARD_MIGRATIONS: await asOne('shard'),
          },
        },
      })),
    ],
    test: {
      name,
      isolate: false,
      // Generous: a slow machine is no failure, and nothing here waits by the clock.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      include: [join(folder, '**/*.test.ts')],
      setupFiles: [join(root, 'test/support/migrate.ts')],
    },
  })
}

/** All migrations of a kind of database in one, named as the last: every file applies them, and a trip for each statement takes time. */
async function asOne(kind: 'control' | 'shard') {
  const migrations = await readD1Migrations(join(root, 'schema/migrations', kind))
  const name = migrations.at(-1)?.name ?? ''
  return [{ name, queries: [migrations.flatMap(({ queries }) => queries).join(';\n')] }]
}
