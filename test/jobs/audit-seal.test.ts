import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { audit, auditLate, auditSeal, erasure } from '../../schema/tables/county.ts'
import { checkSeals } from '../../worker/actions/archive/verify-county.ts'
import { record } from '../../worker/actions/audit.ts'
import { sealAudit } from '../../worker/actions/audit-log/seal-audit.ts'
import { verifyWholeAudit } from '../../worker/actions/audit-log/verify-audit.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { noCost } from '../../worker/data/meter.ts'
import { newId } from '../../worker/data/new-id.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { blockRows } from '../../worker/domain/audit/seal.ts'
import { digestKey } from '../../worker/files/audit-digests.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const day = 86_400_000
const member = { id: 'system' }
const tomorrow = () => new Date(Date.now() + 2 * day)

const seal = async ({ id }: TestCounty, now = tomorrow()) => {
  const context = await systemContext(env, id, now)
  return context && sealAudit(context)
}
const verify = async ({ id }: TestCounty) => {
  const context = await systemContext(env, id, tomorrow())
  if (!context) throw new Error('no such county')
  return verifyWholeAudit(context)
}
const findings = async (county: TestCounty) => (await verify(county)).findings
const seals = ({ db }: TestCounty) => db.find(auditSeal, undefined, { orderBy: auditSeal.no })

/** Writes rows a minute apart, the last of them at `until`, and gives their ids. */
async function write({ db }: TestCounty, many: number, until = Date.now()): Promise<string[]> {
  const rows = Array.from({ length: many }, (_, i) => {
    const at = until - (many - 1 - i) * 60_000
    const what = { actor: 'system', verb: 'round.open', target: `r${i}`, detail: { no: i, 名: '春' } }
    return { id: newId(at), at: new Date(at).toISOString(), ...what }
  })
  await db.write(...db.insertAll(audit, rows))
  return rows.map(({ id }) => id)
}

/** A county whose audit is sealed in three blocks, one a day, the last two of four rows each; their ids. */
async function sealedCounty() {
  const county = await aCounty('620423')
  const now = Date.now()
  await seal(county, new Date(now + day))
  const second = await write(county, 4, now + day)
  await seal(county, new Date(now + 2 * day))
  const third = await write(county, 4, now + 2 * day)
  await seal(county, new Date(now + 3 * day))
  return { county, second, third }
}

/** Somebody who owns the database: the triggers are gone while they are at work. */
async function tamper(statement: string, ...values: unknown[]) {
  const { results } = await env.SHARD_00.prepare(
    "select name, sql from sqlite_master where type = 'trigger'",
  ).all<{ name: string; sql: string }>()
  for (const { name } of results) await env.SHARD_00.prepare(`drop trigger ${name}`).run()
  await env.SHARD_00.prepare(statement)
    .bind(...values)
    .run()
  for (const trigger of results) await env.SHARD_00.prepare(trigger.sql).run()
}

describe('a night’s sealing', () => {
  test('covers every row once, chains the blocks, and leaves a digest anybody can check', async () => {
    const { county } = await sealedCounty()
    const [first, second, third] = await seals(county)
    expect([first?.rows, second?.rows, third?.rows]).toEqual([1, 4, 4])
    expect([second?.previous, third?.previous]).toEqual([first?.hash, second?.hash])
    expect([second?.after, third?.after]).toEqual([first?.upTo, second?.upTo])
    const digest = second && (await env.FILES.get(digestKey(county.id, second.no)))
    expect(await sha256((await digest?.text()) ?? '')).toBe(second?.hash)
    expect(await verify(county)).toMatchObject({ findings: [], rows: 9, to: 3, next: null, unsealed: 0 })
  })

  test('leaves what is younger than 02:00, and does nothing a second time', async () => {
    const county = await aCounty('620423')
    await seal(county, new Date())
    const early = (await seals(county)).length
    await seal(county)
    await seal(county)
    expect(await seals(county)).toHaveLength(1)
    expect(early).toBe(0)
  })

  test('by two at once makes each block once', async () => {
    const county = await aCounty('620423')
    await write(county, 20)
    await Promise.all([seal(county), seal(county), seal(county, new Date(Date.now() + 3 * day))])
    const all = await seals(county)
    expect(all.map(({ no }) => no)).toEqual([1])
    expect(await verify(county)).toMatchObject({ findings: [], rows: 21 })
  })

  test('of a county with much to catch up goes block by block, and is called again for the rest', async () => {
    const county = await aCounty('620423')
    await write(county, 25 * blockRows)
    expect(await seal(county)).toBe(true)
    expect(await seals(county)).toHaveLength(25)
    expect(await seal(county)).toBe(false)
    const all = await seals(county)
    expect(all.map(({ rows }) => rows)).toEqual([...Array(25).fill(blockRows), 1])
    expect(await verify(county)).toMatchObject({ findings: [], rows: 25 * blockRows + 1, to: 26 })
  })

  test('cut off before the digest was stored, stores it the next night', async () => {
    const { county } = await sealedCounty()
    const last = (await seals(county)).at(-1)
    const key = last ? digestKey(county.id, last.no) : ''
    await env.FILES.delete(key)
    expect(await findings(county)).toEqual([{ kind: 'digest_missing', block: 3, row: null }])
    await seal(county)
    expect(await env.FILES.head(key)).not.toBeNull()
    expect(await findings(county)).toEqual([])
  })

  test('takes in what was written late, such as by a clock set back, with the next block', async () => {
    const { county } = await sealedCounty()
    const { db } = county
    const late = new Date(Date.now() + day)
    await db.write(record({ db, member, now: late }, 'unit.add', 'late'))
    expect(await db.find(auditLate)).toMatchObject([{ block: null }])
    expect(await findings(county)).toEqual([])
    await seal(county, new Date(Date.now() + 5 * day))
    expect((await seals(county)).at(-1)).toMatchObject({ no: 4, rows: 0, late: 1 })
    expect(await verify(county)).toMatchObject({ findings: [], rows: 10 })
  })

  test('leaves a county alone that is being erased', async () => {
    const county = await aCounty('620423')
    await county.db.write(county.db.insert(erasure, { request: 'x', since: new Date().toISOString() }))
    await seal(county)
    expect(await seals(county)).toEqual([])
  })
})

describe('who owns the database and', () => {
  test('changes a row, removes one or puts one in, is found out by name', async () => {
    const { county, second, third } = await sealedCounty()
    const [changed, , removed] = second
    await tamper("update audit set detail = '{}' where county = ? and id = ?", county.id, changed)
    await tamper('delete from audit where county = ? and id = ?', county.id, removed)
    const put = newId(Date.now() + 2 * day - 90_000)
    await tamper("insert into audit values (?, ?, 't', 'system', 'x.y', 'z', 'no json')", county.id, put)
    expect(await findings(county)).toEqual([
      { kind: 'row_changed', block: 2, row: changed },
      { kind: 'row_removed', block: 2, row: removed },
      { kind: 'row_added', block: 3, row: put },
    ])
    expect(third).not.toContain(put)
    const archived = checkSeals(env, { d1: env.SHARD_00, county: county.id, cost: noCost() })
    await expect(archived).rejects.toThrow(`block 2: row_removed ${removed}`)
  })

  test('takes the triggers away is found out by that', async () => {
    const { county } = await sealedCounty()
    const kept = await env.SHARD_00.prepare("select sql from sqlite_master where name = 'audit_kept'").first(
      'sql',
    )
    await env.SHARD_00.prepare('drop trigger audit_kept').run()
    expect(await findings(county)).toEqual([{ kind: 'unguarded', block: 0, row: null }])
    await env.SHARD_00.prepare(String(kept)).run()
    expect(await findings(county)).toEqual([])
  })

  test('exchanges what two rows tell finds both named', async () => {
    const { county, third } = await sealedCounty()
    const [one = '', other = ''] = third
    const target = `case id when '${one}' then 'r1' when '${other}' then 'r0' else target end`
    await tamper(`update audit set target = ${target} where county = ?`, county.id)
    expect((await findings(county)).map(({ row }) => row)).toEqual([one, other])
  })

  test('changes a block finds it does not fit, nor the one after it', async () => {
    const { county } = await sealedCounty()
    await tamper("update audit_seal set hash = 'ab' where county = ? and no = 2", county.id)
    expect(await findings(county)).toEqual([
      { kind: 'chain_broken', block: 3, row: null },
      { kind: 'block_differs', block: 2, row: null },
    ])
  })

  test('removes blocks, the last one or one between, leaves a gap', async () => {
    const { county } = await sealedCounty()
    await tamper('delete from audit_seal where county = ? and no = 3', county.id)
    expect(await findings(county)).toEqual([{ kind: 'block_missing', block: 3, row: null }])
    const other = (await sealedCounty()).county
    await tamper('delete from audit_seal where county = ? and no = 2', other.id)
    expect(await findings(other)).toEqual([{ kind: 'block_missing', block: 2, row: null }])
  })

  test('writes the whole chain anew contradicts the digests', async () => {
    const { county, second } = await sealedCounty()
    await tamper('delete from audit_seal where county = ? and no > 1', county.id)
    await tamper("update audit set actor = 'another' where county = ? and id = ?", county.id, second[0])
    await expect(seal(county, new Date(Date.now() + 4 * day))).rejects.toThrow('another digest')
    const found = await findings(county)
    expect(found).toContainEqual({ kind: 'row_changed', block: 2, row: second[0] })
    expect(found).toContainEqual({ kind: 'block_differs', block: 2, row: null })
    expect(found).toContainEqual({ kind: 'block_missing', block: 3, row: null })
  })
})

describe('the database', () => {
  const refused = /append-only/

  test('refuses to change, delete or write over the audit and its seals, but for an erasure of the county', async () => {
    const { county } = await sealedCounty()
    const { db } = county
    const [row] = await db.find(audit)
    for (const table of [audit, auditSeal]) {
      await expect(db.write(db.remove(table, sql`true`))).rejects.toThrow(refused)
    }
    await expect(db.write(db.update(audit, { verb: 'x' }, sql`true`))).rejects.toThrow(refused)
    await expect(db.write(db.update(auditSeal, { hash: 'x' }, sql`true`))).rejects.toThrow(refused)
    const over = "insert or replace into audit values (?, ?, 't', 'a', 'x.y', 'z', '{}')"
    await env.SHARD_00.prepare(over).bind(county.id, row?.id).run()
    expect(await findings(county)).toEqual([])

    const other = await aCounty('620423')
    await db.write(db.insert(erasure, { request: 'x', since: new Date().toISOString() }))
    await expect(other.db.write(other.db.remove(audit, sql`true`))).rejects.toThrow(refused)
    await db.write(db.remove(audit, sql`true`), db.remove(auditSeal, sql`true`))
    expect(await db.count(audit)).toBe(0)
    expect(await other.db.count(audit)).toBe(1)
  })

  test('lets a late row be covered once, and never be forgotten', async () => {
    const { county } = await sealedCounty()
    const { db } = county
    await db.write(record({ db, member, now: new Date() }, 'unit.add', 'late'))
    await expect(db.write(db.remove(auditLate, sql`true`))).rejects.toThrow(refused)
    await db.write(db.update(auditLate, { block: 9 }, sql`true`))
    await expect(db.write(db.update(auditLate, { block: 10 }, sql`true`))).rejects.toThrow(refused)
  })
})

afterEach(async () => {
  const { results } = await env.SHARD_00.prepare(
    "select name from sqlite_master where type = 'trigger'",
  ).all()
  expect(results.length).toBeGreaterThan(9)
})
