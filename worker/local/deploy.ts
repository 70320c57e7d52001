// npm run deploy                  build, migrate, publish the Worker, publish the web app
// npm run deploy -- --dry-run     build and bundle both, publish nothing
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { readWorkerConfig } from './worker-config.ts'
import { wrangler } from './wrangler.ts'

const dryRun = process.argv.includes('--dry-run')

try {
  if (!dryRun) refusePlaceholders()
  await build()
  if (dryRun) await rehearse()
  else await publish()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** The ids in the repository stand for nobody's databases. */
function refusePlaceholders() {
  const missing = readWorkerConfig().databases.filter(({ id }) => id.startsWith('00000000-'))
  if (missing.length === 0) return
  const steps = missing.map(({ name }) => `  npx wrangler d1 create ${name}`).join('\n')
  throw new Error(
    `These databases have no id in wrangler.toml yet. Create each once and put the id it prints there:\n${steps}`,
  )
}

async function rehearse() {
  const out = mkdtempSync(join(tmpdir(), 'xiangbang-deploy-'))
  await wrangler(['deploy', '--dry-run', '--outdir', join(out, 'worker')])
  await wrangler(['pages', 'functions', 'build', 'functions', '--outdir', join(out, 'functions')], 'web')
}

/** The order lets the version that still serves run on the new tables: migrations only ever add. */
async function publish() {
  for (const { binding } of readWorkerConfig().databases) {
    await wrangler(['d1', 'migrations', 'apply', binding, '--remote'])
  }
  await wrangler(['deploy'])
  await wrangler(['pages', 'deploy'], 'web')
}
