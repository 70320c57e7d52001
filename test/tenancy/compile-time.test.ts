import { env } from 'cloudflare:workers'
import { eq, or, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { account, membership } from '../../schema/tables/control.ts'
import { area, unit } from '../../schema/tables/county.ts'
import type { CountyId } from '../../schema/tables/keys.ts'
import { CountyDb } from '../../worker/data/county-db.ts'
import { newId } from '../../worker/data/new-id.ts'

/** Never called: the type checker is the test, and an unused `ts-expect-error` fails it. */
function doesNotCompile(db: CountyDb) {
  // @ts-expect-error a CONTROL table is out of reach of a county's database
  db.find(account)
  // @ts-expect-error so is a CONTROL table that has a county column
  db.find(membership)
  // @ts-expect-error a text is not a tenant
  new CountyDb(env.SHARD_00, '620423')
  // @ts-expect-error rows do not show the tenant
  db.first(area, eq(area.id, 'x')).then((row) => row?.county)
  const row = { id: 'x', code: 'x', name: 'x', level: 'village' as const, parent: null, active: true }
  // @ts-expect-error nor can a new row name one
  db.insert(area, { ...row, county: 'another' })
  // @ts-expect-error nor a change
  db.update(area, { county: 'another' }, eq(area.id, 'x'))
}

test('what must not compile does not', () => {
  expect(doesNotCompile).toBeTypeOf('function')
})

test('a condition with `or` cannot reach another county, in reads, changes and deletions', async () => {
  const mine = new CountyDb(env.SHARD_00, newId() as CountyId)
  const theirs = new CountyDb(env.SHARD_00, newId() as CountyId)
  const row = { id: 'u', name: '督查组', kind: 'group' as const, covers: [], active: true }
  await mine.write(mine.insert(unit, row))
  await theirs.write(theirs.insert(unit, { ...row, name: '他县的组' }))
  const everything = or(eq(unit.id, 'u'), sql`true`) ?? sql`true`
  const loose = sql`id = 'u' or 1 = 1`
  expect(await mine.find(unit, loose)).toHaveLength(1)
  expect(await mine.count(unit, everything)).toBe(1)
  await mine.write(mine.update(unit, { name: '改了' }, loose))
  await mine.write(mine.remove(unit, loose))
  expect(await theirs.find(unit)).toMatchObject([{ name: '他县的组' }])
  expect(await mine.find(unit)).toEqual([])
})

test('the database refuses a link into another county', async () => {
  const mine = new CountyDb(env.SHARD_00, newId() as CountyId)
  const theirs = new CountyDb(env.SHARD_00, newId() as CountyId)
  const county = {
    id: '990002',
    code: '990002',
    name: '甲县',
    level: 'county' as const,
    parent: null,
    active: true,
  }
  await theirs.write(theirs.insert(area, county))
  const orphan = { ...county, id: 't', level: 'township' as const, parent: '990002' }
  await expect(mine.write(mine.insert(area, orphan))).rejects.toThrow(/FOREIGN KEY/)
  await expect(mine.write(...mine.insertAll(area, [orphan]))).rejects.toThrow(/FOREIGN KEY/)
})

test('a batch that fails half-way leaves nothing', async () => {
  const mine = new CountyDb(env.SHARD_00, newId() as CountyId)
  const row = { id: 'u', name: '督查组', kind: 'group' as const, covers: [], active: true }
  await expect(mine.write(mine.insert(unit, row), mine.insert(unit, row))).rejects.toThrow(/UNIQUE/)
  expect(await mine.find(unit)).toEqual([])
})
