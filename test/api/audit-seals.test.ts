import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { AuditSeal, AuditVerification } from '../../schema/api/audit.ts'
import { record } from '../../worker/actions/audit.ts'
import { sealAudit } from '../../worker/actions/audit-log/seal-audit.ts'
import { systemContext } from '../../worker/actions/tick.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { noCost } from '../../worker/data/meter.ts'
import { sha256 } from '../../worker/data/sha256.ts'
import { shardOf } from '../../worker/data/shards.ts'
import { aCounty, type TestCounty } from '../support/county.ts'

const day = 86_400_000

async function sealed({ id }: TestCounty, days: number): Promise<void> {
  const context = await systemContext(env, id, new Date(Date.now() + days * day))
  if (context) while (await sealAudit(context));
}

test('the office reads the seals, takes a block home and checks everything, step by step', async () => {
  const county = await aCounty('620423')
  const { office, at, db, member, townships } = county
  expect((await office.get(at('/audit/seals'))).body).toEqual({ items: [], nextCursor: null })
  const empty = (await office.get(at('/audit/verification'))).body as AuditVerification
  expect(empty).toMatchObject({ rows: 0, findings: [], next: null, head: null, unsealed: 1 })

  await sealed(county, 1)
  for (let night = 1; night <= 41; night++) {
    await db.write(
      record({ db, now: new Date(Date.now() + night * day), member: { id: 'system' } }, 'a.b', 'x'),
    )
    await sealed(county, night + 1)
  }
  const first = (await office.get(at('/audit/seals?limit=2'))).body as {
    items: AuditSeal[]
    nextCursor: string
  }
  expect(first.items.map(({ no }) => no)).toEqual([42, 41])
  const second = (await office.get(at(`/audit/seals?limit=2&cursor=${first.nextCursor}`))).body
  expect(second).toMatchObject({ items: [{ no: 40 }, { no: 39 }] })

  const block = await office.get(at('/audit/seals/42/digest'))
  expect(block.headers.get('content-type')).toContain('text/plain')
  expect(block.headers.get('content-disposition')).toContain('620423-audit-42.txt')
  expect(await sha256(block.text)).toBe(first.items[0]?.hash)
  expect((await office.get(at('/audit/seals/43/digest'))).status).toBe(404)

  const step = (await office.get(at('/audit/verification'))).body as AuditVerification
  expect(step).toMatchObject({ from: 1, to: 40, rows: 40, findings: [], next: 41, unsealed: 0 })
  const rest = (await office.get(at('/audit/verification?from=41'))).body as AuditVerification
  expect(rest).toMatchObject({ from: 41, to: 42, rows: 2, findings: [], next: null, unsealed: 0 })
  expect(rest.head).toMatchObject({ no: 42, hash: first.items[0]?.hash })
  expect((await office.get(at('/audit/verification?from=0'))).status).toBe(422)

  const reporter = await member('township_reporter', townships[0]?.id)
  for (const path of ['/audit/seals', '/audit/seals/1/digest', '/audit/verification'])
    expect((await reporter.get(at(path))).status).toBe(403)
})

test('the triggers that keep the audit cost a write one row read and none written', async () => {
  const county = await aCounty('620423')
  await sealed(county, 1)
  const cost = async () => {
    const cost = noCost()
    const db = new CountyDb(shardOf(env, county.shard), county.id, cost)
    await db.write(record({ db, now: new Date(Date.now() + 3 * day), member: { id: 'system' } }, 'a.b', 'x'))
    return cost
  }
  const kept = await cost()
  const { results } = await env.SHARD_00.prepare(
    "select name, sql from sqlite_master where type = 'trigger'",
  ).all<{ name: string; sql: string }>()
  for (const { name } of results) await env.SHARD_00.prepare(`drop trigger ${name}`).run()
  const bare = await cost()
  for (const trigger of results) await env.SHARD_00.prepare(trigger.sql).run()
  expect(results.length).toBeGreaterThan(9)
  expect(kept.rowsWritten).toBe(bare.rowsWritten)
  expect(kept.rowsRead - bare.rowsRead).toBe(1)
})
