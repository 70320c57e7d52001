import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { sealAudit } from '../../worker/actions/audit-log/seal-audit.ts'
import { verifyWholeAudit } from '../../worker/actions/audit-log/verify-audit.ts'
import type { CountyRow } from '../../worker/data/callers.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'
import type { Env } from '../../worker/env.ts'
import { migrate } from '../../worker/local/migrate.ts'
import { readWorkerConfig } from '../../worker/local/worker-config.ts'

const day = 86_400_000
const begun = Date.parse('2026-03-02T01:00:00Z')
const counties = [newId(begun), newId(begun)] as CountyId[]

const mf = new Miniflare({
  ...{ modules: true, script: 'export default {}', cf: false },
  ...{ d1Databases: ['SHARD'], r2Buckets: ['FILES'] },
})
afterAll(() => mf.dispose())

let database: D1Database
let files: Env['FILES']
/** Everything that stood in the tables before they were built anew, and what the audit's verification said. */
let before: Record<string, unknown[]>
let verified: unknown[]
beforeAll(async () => {
  database = await mf.getD1Database('SHARD')
  files = (await mf.getR2Bucket('FILES')) as unknown as Env['FILES']
  const own = readWorkerConfig().databases.find(({ binding }) => binding === 'SHARD_00')?.migrations ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'xiangbang-moved-'))
  for (const name of readdirSync(own).filter((one) => one.endsWith('.sql') && one < '0008'))
    copyFileSync(join(own, name), join(folder, name))
  await migrate(database, folder)
  for (const county of counties) await lived(county)
  before = await everyRow()
  verified = await Promise.all(counties.map(verify))
  expect(await migrate(database, own)).toContain('0008_everyday-rows-by-key.sql')
})

/** The tables that were built anew, by key. */
const moved = {
  audit: 'county, id',
  issue_event: 'county, issue, id',
  issue_closure: 'county, issue, id',
  assignment_event: 'county, assignment, id',
  notice: 'county, id',
  photo: 'county, id',
  photo_use: 'county, target, targetId, photo',
  column_photo: 'county, article, photo',
}

describe('rows that everyday writes add', () => {
  it('are all there after their tables have been built anew, and nothing else is', async () => {
    for (const rows of Object.values(before)) expect(rows.length).toBeGreaterThanOrEqual(counties.length)
    expect(await everyRow()).toEqual(before)
    const names = await all(
      "select name from sqlite_master where name like '%_by_key%' or name like '%_aside%'",
    )
    expect(names).toEqual([])
  })

  it('are stored by their key', async () => {
    const stored = await all(
      "select name from sqlite_master where type = 'table' and sql like '%WITHOUT ROWID'",
    )
    expect(stored.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['assignment_event', 'audit', 'issue_event', 'notice', 'photo']),
    )
  })

  it('still need what they point at', async () => {
    expect(await all('pragma foreign_key_check')).toEqual([])
    const [county] = counties
    for (const orphan of [
      `insert into issue_event values ('${county}', 'e', 'none', 'noted', '2026', null, 'm', null, null, null, '{}', null)`,
      `insert into issue_closure values ('${county}', 'k', 'none', 'v', 't', 'u', 'm', '2026', 0, 1, null)`,
      `insert into assignment_event values ('${county}', 'e', 'none', 'done', '2026', 'm', null, '{}')`,
      `insert into photo_use values ('${county}', 'issue', 'i', 'none', 'after', null, null, '2026')`,
      `insert into column_photo values ('${county}', 'l', 'none', 'after', 0, '', 0, null, null, null)`,
    ])
      await expect(database.prepare(orphan).run(), orphan).rejects.toThrow(/FOREIGN KEY/)
    await expect(database.prepare('delete from photo').run()).rejects.toThrow(/FOREIGN KEY/)
  })
})

describe('the audit', () => {
  it('verifies as before, block by block, with its triggers', async () => {
    expect(verified).toMatchObject([
      { findings: [], rows: 8, to: 2, unsealed: 4 },
      { findings: [], rows: 8, to: 2, unsealed: 4 },
    ])
    expect(await Promise.all(counties.map(verify))).toEqual(verified)
  })

  it('can still be neither changed, deleted nor written over', async () => {
    const rows = await all('select * from audit order by id')
    const [first] = rows
    const refused = /the audit is append-only/
    await expect(database.prepare("update audit set actor = 'x'").run()).rejects.toThrow(refused)
    await expect(database.prepare('delete from audit').run()).rejects.toThrow(refused)
    await database
      .prepare("insert or replace into audit values (?1, ?2, '', 'x', 'x', 'x', '{}')")
      .bind(first?.county, first?.id)
      .run()
    expect(await all('select * from audit order by id')).toEqual(rows)
  })

  it('still notes what is written behind a seal, and goes on being sealed', async () => {
    const [county] = counties
    if (!county) throw new Error('no county')
    const late = newId(begun + 1000)
    const [row] = rowsOf(begun + 1000, 1)
    const db = new CountyDb(database, county)
    await db.write(...db.insertAll(audit, [{ ...row, id: late }] as ReturnType<typeof rowsOf>))
    expect(await all('select id from audit_late')).toEqual([{ id: late }])
    await sealAudit(sealing(county, begun + 4 * day))
    expect(await verify(county)).toMatchObject({ findings: [], rows: 13, to: 3, unsealed: 0 })
  })
})

/** A county with a row or more in each table, and an audit of three days, two of them sealed. */
async function lived(county: CountyId) {
  const rows = [
    "area (county, id, code, name, level) values (?1, 'v', 'v', '甲村', 'village')",
    `issue_category (county, id, name, "group", severity, deadline, escalation, createdAt)
      values (?1, 'waste', '垃圾', 'waste', 1, '{}', '[]', '2026')`,
    `issue (county, id, no, category, severity, source, area, text, state, settled, foundAt, foundBy, receivedAt, digest)
      values (?1, 'i', 1, 'waste', 1, 'drone', 'v', '村口有垃圾', 'closed', 1, '2026', 'm', '2026', 'd')`,
    ...['found', 'rectified', 'closed'].map(
      (kind, at) => `issue_event (county, id, issue, kind, at, "by", note, detail)
        values (?1, 'e${at}', 'i', '${kind}', '2026', 'm', '第${at}步', '{"at":${at}}')`,
    ),
    `issue_closure (county, id, issue, village, verifier, at, selfFound, onTime, relapsedAt)
      values (?1, 'e2', 'i', 'v', 'm', '2026', 0, 1, '2027')`,
    `assignment (county, id, origin, originId, text, assisting, dueOn, state, createdAt)
      values (?1, 'i', 'issue', 'i', '清理', '[]', '2026-03-09', 'done', '2026')`,
    `assignment_event (county, id, assignment, kind, at, "by", detail)
      values (?1, 's', 'i', 'assigned', '2026', 'm', '{"lead":"u"}')`,
    `notice (county, id, kind, at, audience, origin, originId, text, posts)
      values (?1, 'n', 'overdue', '2026', 'v', 'issue', 'i', '超期', '[{"holder":"某甲"}]')`,
    ...['p', 'q'].map(
      (id) => `photo (county, id, state, sha256, mime, bytes, width, height, "by", at, place, sweepAt)
        values (?1, '${id}', 'stored', '${id}', 'image/jpeg', 1, 2, 3, 'm', '2026', '{"lat":37.1}', 5)`,
    ),
    `photo_use (county, target, targetId, photo, role, event, at)
      values (?1, 'issue', 'i', 'p', 'after', 'e1', '2026')`,
    `column_article (county, id, kind, state, shown, title, text, area, visibility, expiresOn, author, writers,
      createdAt, at, version, digest)
      values (?1, 'l', 'good', 'draft', 0, '题', '文', 'v', 'internal', '2027', 'm', '[]', '2026', '2026', 0, 'd')`,
    `column_photo (county, article, photo, role, position, caption, blur)
      values (?1, 'l', 'q', 'after', 0, '图', 1)`,
  ]
  for (const row of rows) await database.prepare(`insert into ${row}`).bind(county).run()
  const db = new CountyDb(database, county)
  for (const passed of [0, 1, 2]) {
    await db.write(...db.insertAll(audit, rowsOf(begun + passed * day, 4)))
    if (passed < 2) await sealAudit(sealing(county, begun + (passed + 1) * day))
  }
}

function rowsOf(from: number, many: number) {
  return Array.from({ length: many }, (_, i) => {
    const at = from + i * 60_000
    const what = { actor: `m${i % 2}`, verb: 'issue.noted', target: `i${i}`, detail: { no: i, 名: '春' } }
    return { id: newId(at), at: new Date(at).toISOString(), ...what }
  })
}

function sealing(county: CountyId, now: number) {
  const db = new CountyDb(database, county)
  return { db, env: { FILES: files } as Env, county: { id: county } as CountyRow, now: new Date(now) }
}

function verify(county: CountyId) {
  return verifyWholeAudit({
    db: new CountyDb(database, county),
    env: { FILES: files },
    county: { id: county },
  })
}

async function everyRow(): Promise<Record<string, unknown[]>> {
  const found = Object.entries(moved).map(async ([name, key]) => [
    name,
    await all(`select * from ${name} order by ${key}`),
  ])
  return Object.fromEntries(await Promise.all(found))
}

async function all(query: string): Promise<Record<string, unknown>[]> {
  const { results } = await database.prepare(query).all<Record<string, unknown>>()
  return results.map((row) => ({ ...row }))
}
