import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository, wrangler } from './wrangler.ts'

const shards = ['SHARD_00', 'SHARD_01', 'SHARD_02', 'SHARD_03']

test('the Worker bundles with every binding, below the size a free plan takes', async () => {
  const out = await mkdtemp(join(tmpdir(), 'worker-'))
  const said = await wrangler(['deploy', '--dry-run', '--outdir', out])
  for (const binding of ['CONTROL', ...shards, 'FILES', 'JOBS', 'ASSETS'])
    expect(said).toContain(`env.${binding}`)
  const kibibytes = Number(/gzip: ([\d.]+) KiB/.exec(said)?.[1])
  expect(kibibytes).toBeGreaterThan(50)
  expect(kibibytes).toBeLessThan(3072)
})

test('the Pages functions hand /api, /c and /media to the Worker', async () => {
  const out = await mkdtemp(join(tmpdir(), 'pages-'))
  const routes = join(out, 'routes.json')
  await wrangler(
    ['pages', 'functions', 'build', 'functions', '--outdir', out, '--output-routes-path', routes],
    join(repository, 'web'),
  )
  const { include } = JSON.parse(await readFile(routes, 'utf8')) as { include: string[] }
  expect(include).toEqual(
    expect.arrayContaining(['/api/*', '/c/*', '/media/*', '/healthz', '/readyz', '/robots.txt']),
  )
})
