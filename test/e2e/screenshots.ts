import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../../worker/local/paths.ts'

/** Plays the Friday and the ledger's story again and keeps the pictures it takes, in test/e2e/screenshots: `npm run screenshots`. */
const { status } = spawnSync(
  join(repository, 'node_modules/.bin/vitest'),
  [
    'run',
    '--config',
    'test/e2e/vitest.config.ts',
    'test/e2e/friday.test.ts',
    'test/e2e/ledger.test.ts',
    'test/e2e/field.test.ts',
  ],
  { cwd: repository, stdio: 'inherit', env: { ...process.env, XIANGBANG_SCREENSHOTS: '1' } },
)
process.exit(status ?? 1)
