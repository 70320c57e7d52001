import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Miniflare } from 'miniflare'
import { newSecret } from '../data/new-secret.ts'
import { sha256 } from '../data/sha256.ts'
import { holdDataFolder } from './data-folder.ts'
import { migrate } from './migrate.ts'
import { dataDirectory, repository } from './paths.ts'
import { readWorkerConfig } from './worker-config.ts'

const usage = `npm run platform-admin -- LOGIN [--remote] [--url https://your.site]

Makes a one-time link that gives LOGIN the platform administrator's rights: it approves counties.
Without --remote it works on this machine's data (stop npm start first); with it, on Cloudflare.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean', default: false },
    url: { type: 'string', default: 'http://localhost:8787' },
  },
})
const login = positionals[0]?.trim().toLowerCase()
if (!login || positionals.length > 1 || !/^[a-z0-9][a-z0-9._@+-]{2,63}$/.test(login)) {
  console.error(usage)
  process.exit(2)
}

const token = newSecret()
const now = new Date()
const expires = new Date(now.getTime() + 86_400_000)
const insert = `insert into activation (token, kind, login, name, createdAt, expiresAt) values ('${await sha256(token)}', 'platform', '${login}', '${login}', '${now.toISOString()}', '${expires.toISOString()}')`
if (values.remote) onCloudflare(insert)
else await onThisMachine(insert)
console.log(`Open within 24 hours, once:\n${values.url}/activate#${token}`)

function onCloudflare(statement: string) {
  const wrangler = join(repository, 'node_modules/.bin/wrangler')
  execFileSync(wrangler, ['d1', 'execute', 'CONTROL', '--remote', '--command', statement], {
    cwd: repository,
    stdio: 'inherit',
  })
}

async function onThisMachine(statement: string) {
  const control = readWorkerConfig().databases.find(({ binding }) => binding === 'CONTROL')
  if (!control) throw new Error('wrangler.toml has no CONTROL database')
  mkdirSync(dataDirectory, { recursive: true })
  const release = holdDataFolder(dataDirectory)
  const mf = new Miniflare({
    modules: true,
    script: 'export default { fetch: () => new Response() }',
    cf: false,
    d1Databases: [control.binding],
    d1Persist: join(dataDirectory, 'd1'),
  })
  try {
    const d1 = await mf.getD1Database(control.binding)
    await migrate(d1, control.migrations)
    await d1.prepare(statement).run()
  } finally {
    await mf.dispose()
    release()
  }
}
