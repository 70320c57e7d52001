import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../support/contract.ts'
import { repository, startWrangler, wrangler } from './wrangler.ts'

let url = ''
let stop: () => Promise<void> = async () => {}

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'pages-data-'))
  for (const database of ['CONTROL', 'SHARD_00', 'SHARD_01', 'SHARD_02', 'SHARD_03']) {
    await wrangler(['d1', 'migrations', 'apply', database, '--local', '--persist-to', data])
  }
  const started = await startWrangler(
    [
      'pages',
      'dev',
      '-c',
      'wrangler.toml',
      '-c',
      '../wrangler.toml',
      '--port',
      '0',
      '--ip',
      '127.0.0.1',
      '--persist-to',
      data,
    ],
    join(repository, 'web'),
    /Ready on (http:\/\/[\d.:]+)/,
    { SESSION_SECRET: 'only-for-this-test-only-for-this-test' },
  )
  url = started.found[1] ?? ''
  stop = started.stop
})
afterAll(() => stop())

test('the contract holds through Pages and its service binding', async () => {
  await contract(url)
})

test('the console’s deep links and the sign-up page are served by Pages', async () => {
  for (const path of ['/signup', '/signin', '/console/some-county/areas']) {
    const page = await fetch(`${url}${path}`)
    expect(page.status, path).toBe(200)
    expect(page.headers.get('content-type')).toMatch(/html/)
  }
})
