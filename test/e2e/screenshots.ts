import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { repository } from '../../worker/local/paths.ts'

/** Plays the stories again and keeps the pictures they take, in test/e2e/screenshots: `npm run screenshots`. */
const { status } = spawnSync(
  join(repository, 'node_modules/.bin/vitest'),
  ['run', '--config', 'test/e2e/vitest.config.ts', 'friday', 'accessibility'],
  { cwd: repository, stdio: 'inherit', env: { ...process.env, XIANGBANG_SCREENSHOTS: '1' } },
)
process.exit(status ?? 1)
