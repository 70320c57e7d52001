import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { experimental_readRawConfig } from 'wrangler'
import { repository } from '../../worker/local/paths.ts'
import { parseToml } from '../../worker/local/toml.ts'
import { readWorkerConfig } from '../../worker/local/worker-config.ts'

describe('wrangler.toml', () => {
  it.each(['wrangler.toml', 'web/wrangler.toml'])('%s is read here as wrangler reads it', (name) => {
    const file = join(repository, name)
    expect(parseToml(readFileSync(file, 'utf8'))).toEqual(
      experimental_readRawConfig({ config: file }).rawConfig,
    )
  })

  it('names the control database, four shards, the files and the jobs with their dead letters', () => {
    const config = readWorkerConfig()
    expect(config.databases.map(({ binding }) => binding)).toEqual([
      'CONTROL',
      'SHARD_00',
      'SHARD_01',
      'SHARD_02',
      'SHARD_03',
    ])
    expect(config.databases.map(({ migrations }) => migrations)).toEqual([
      'schema/migrations/control',
      ...Array(4).fill('schema/migrations/shard'),
    ])
    expect(config.buckets).toEqual(['FILES'])
    const jobs = config.consumers.find(({ queue }) => queue === config.producers[0]?.queue)
    expect(config.consumers.map(({ queue }) => queue)).toContain(jobs?.deadLetterQueue)
  })
})

describe('the reader of TOML', () => {
  it('takes lists over several lines, literal strings, comments and nested tables', () => {
    const text = `
      name = "a # no comment" # a comment
      [limits]
      rows = 10_000
      on = true
      ways = [
        "/a/*", # the first
        '/b/\\d',
      ]
      [[env.test.rooms]]
      id = 1
      [[env.test.rooms]]
      id = 2
      [env.test.rooms.door]
      open = false`
    expect(parseToml(text)).toEqual({
      name: 'a # no comment',
      limits: { rows: 10_000, on: true, ways: ['/a/*', '/b/\\d'] },
      env: { test: { rooms: [{ id: 1 }, { id: 2, door: { open: false } }] } },
    })
  })

  it.each(['what is this', 'a = 2026-03-06', 'a = """', 'a = [1,', '[a', 'a = nothing'])(
    'refuses %s, naming the line',
    (line) => {
      expect(() => parseToml(`# one\n${line}`)).toThrow('line 2')
    },
  )
})
