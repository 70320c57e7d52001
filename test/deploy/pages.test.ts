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

test.each([
  ['/', 'home'],
  ['/signup', 'signup'],
  ['/signin', 'signin'],
  ['/activate', 'activate'],
  ['/console/some-county/areas', 'console'],
])('Pages answers %s with the page of %s', async (path, entry) => {
  const page = await fetch(`${url}${path}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toMatch(new RegExp(`src="/static/${entry}-[^"]+\\.js"`))
})
