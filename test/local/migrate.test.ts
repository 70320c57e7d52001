import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../worker/local/migrate.ts'
import { sqlStatements } from '../../worker/local/sql-statements.ts'
import { readWorkerConfig } from '../../worker/local/worker-config.ts'

const names = Array.from({ length: 12 }, (_, index) => `DB_${index}`)
const mf = new Miniflare({ modules: true, script: 'export default {}', cf: false, d1Databases: names })
afterAll(() => mf.dispose())

let database: D1Database
let folder: string
beforeEach(async () => {
  database = await mf.getD1Database(names.pop() ?? '')
  folder = mkdtempSync(join(tmpdir(), 'xiangbang-migrations-'))
})
const file = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const tables = async () => {
  const { results } = await database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all<{ name: string }>()
  return results.map(({ name }) => name).filter((name) => !name.startsWith('_'))
}

describe('a database', () => {
  it('gets what it lacks, in the order of the names, and nothing twice', async () => {
    file('0001_second.sql', 'INSERT INTO villages VALUES (1);')
    file('0000_first.sql', 'CREATE TABLE villages (id INTEGER PRIMARY KEY);')
    expect(await migrate(database, folder)).toEqual(['0000_first.sql', '0001_second.sql'])
    expect(await migrate(database, folder)).toEqual([])
    file(
      '0002_third.sql',
      'CREATE TABLE boards (id TEXT);\n--> statement-breakpoint\nCREATE INDEX by_id ON boards (id);',
    )
    expect(await migrate(database, folder)).toEqual(['0002_third.sql'])
    expect(await tables()).toEqual(['villages', 'boards'])
  })

  it('is left as it was by a migration that fails half way', async () => {
    file('0000_first.sql', 'CREATE TABLE villages (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);')
    await expect(migrate(database, folder)).rejects.toThrow(/0000_first\.sql failed and changed nothing/)
    expect(await tables()).toEqual([])
    file('0000_first.sql', 'CREATE TABLE villages (id INTEGER PRIMARY KEY);')
    expect(await migrate(database, folder)).toEqual(['0000_first.sql'])
  })

  it('that is newer than the program is refused', async () => {
    file('0000_first.sql', 'CREATE TABLE villages (id INTEGER);')
    await migrate(database, folder)
    await expect(migrate(database, mkdtempSync(join(tmpdir(), 'older-')))).rejects.toThrow(
      /newer version.*0000_first/,
    )
  })

  it('is refused when a migration it has had was changed since', async () => {
    file('0000_first.sql', 'CREATE TABLE villages (id INTEGER);')
    await migrate(database, folder)
    file('0000_first.sql', 'CREATE TABLE villages (id TEXT);')
    await expect(migrate(database, folder)).rejects.toThrow(/0000_first\.sql was changed/)
  })
})

describe('the product’s own migrations', () => {
  it.each(['CONTROL', 'SHARD_00'])('of %s make its tables', async (binding) => {
    const migrations = readWorkerConfig().databases.find((each) => each.binding === binding)?.migrations ?? ''
    expect(await migrate(database, migrations)).not.toEqual([])
    expect((await tables()).length).toBeGreaterThan(5)
  })
})

describe('the actions that follow from rounds', () => {
  it('are all there after their table has been built anew', async () => {
    const own = readWorkerConfig().databases.find(({ binding }) => binding === 'SHARD_00')?.migrations ?? ''
    const before = readdirSync(own).filter((name) => name.endsWith('.sql') && name < '0006')
    for (const name of before) copyFileSync(join(own, name), join(folder, name))
    await migrate(database, folder)
    const rows = [
      "INSERT INTO area (county, id, code, name, level) VALUES ('c', 'a', 'a', '甲县', 'county')",
      "INSERT INTO campaign (county, id, name, startsOn, endsOn) VALUES ('c', 'k', '行动', '2026', '2027')",
      `INSERT INTO board (county, id, campaign, name, subject, owner, cadence, visibility, policy, createdAt)
        VALUES ('c', 'b', 'k', '三色榜', 'village', 'a', '{}', 'public', '{}', '2026')`,
      `INSERT INTO round (county, id, board, no, state, opensAt, closesAt, policy, roster)
        VALUES ('c', 'r', 'b', 1, 'published', '2026', '2027', '{}', '[]')`,
      ...['proposed', 'recorded', 'cancelled'].map(
        (
          state,
          rule,
        ) => `INSERT INTO consequence (county, id, round, rule, "key", kind, band, township, subjects, posts,
          state, dueOn, createdAt, followUpOn) VALUES ('c', 'i${rule}', 'r', ${rule}, 'v', 'interview', 'red', 't', '["v"]',
          '[{"holder":"某甲"}]', '${state}', '2026', '2026', '2026-05-0${rule}')`,
      ),
    ]
    for (const row of rows) await database.prepare(row).run()
    const all = () => database.prepare('SELECT * FROM consequence ORDER BY id').all()
    const { results } = await all()
    expect(results.map(({ stage }) => stage)).toEqual(['proposed', 'follow_up', 'cancelled'])

    expect(await migrate(database, own)).toContain('0006_actions-by-key.sql')
    expect((await all()).results.map((row) => ({ ...row }))).toEqual(results.map((row) => ({ ...row })))
  })
})

describe('a migration file', () => {
  it('is cut at the semicolons between statements and at no others', () => {
    const trigger = `CREATE TRIGGER log AFTER INSERT ON villages BEGIN
      INSERT INTO audit VALUES (CASE new.id WHEN 1 THEN 'a;b' ELSE 'c' END);
      UPDATE counts SET n = n + 1;
    END`
    const sql = `-- first; a comment
      CREATE TABLE villages (id INTEGER, "odd;name" TEXT DEFAULT 'it''s; fine'); /* and; another */
      ${trigger};
      --> statement-breakpoint
      INSERT INTO villages VALUES (1);;
      -- nothing more`
    expect(sqlStatements(sql)).toEqual([
      expect.stringContaining("DEFAULT 'it''s; fine')"),
      expect.stringContaining(trigger),
      expect.stringContaining('INSERT INTO villages VALUES (1)'),
    ])
  })
})
