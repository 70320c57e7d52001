// npm run migrate               CONTROL and every shard in production
// npm run migrate -- --local    the same against wrangler's local databases, as a rehearsal
import { readWorkerConfig } from './worker-config.ts'
import { wrangler } from './wrangler.ts'

const where = process.argv.includes('--local')
  ? process.argv.slice(2)
  : ['--remote', ...process.argv.slice(2)]

try {
  for (const { binding } of readWorkerConfig().databases) {
    await wrangler(['d1', 'migrations', 'apply', binding, ...where])
  }
} catch (error) {
  console.error(String(error))
  console.error('What was applied stays applied; run the command again once the cause is gone.')
  process.exit(1)
}
