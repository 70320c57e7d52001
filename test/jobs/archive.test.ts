import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkArchive } from '../../worker/actions/archive/check-archive.ts'
import { importCounty } from '../../worker/actions/archive/import-county.ts'
import { inviteOffice } from '../../worker/actions/archive/invite-office.ts'
import { moveCounty } from '../../worker/actions/archive/move-county.ts'
import { sweepImport } from '../../worker/actions/archive/sweep-import.ts'
import { pageRows } from '../../worker/data/archive.ts'
import { findCounty } from '../../worker/data/callers.ts'
import { ControlDb } from '../../worker/data/control-db.ts'
import { countyPrefix } from '../../worker/files/archive/objects.ts'
import { archiveDb, forgets, founderOf, packed, sourceOf, sumsOf } from '../support/archives.ts'
import { Client } from '../support/client.ts'
import { signedIn } from '../support/county.ts'
import { failing } from '../support/erasures.ts'
import { aFullCounty, type Fixture } from '../tenancy/fixture.ts'

/** Days after all that the counties here did, and after the seal on it. */
const now = new Date(Date.now() + 5 * 86_400_000)
let own: Fixture
let founder: string
let archive: Awaited<ReturnType<typeof packed>>
/** The same county as if packed another day. */
let earlier: typeof archive
/** The same without anybody's account. */
let bare: typeof archive
beforeAll(async () => {
  own = await aFullCounty('620423', 1, 'CANARY')
  founder = await founderOf(own.county)
  archive = await packed(own.county)
  bare = await packed(own.county, { withAccounts: false })
  earlier = await packed(own.county, { now: new Date('2026-01-01T00:00:00.000Z') })
})

const bring = (zip: Uint8Array, shard = 2) =>
  importCounty(env, own.county.control, sourceOf(zip), { now, shard })

async function filesOf(id: string) {
  const { objects } = await env.FILES.list({ prefix: countyPrefix(id) })
  return objects.map(({ key, size }) => ({ key, size }))
}

describe('a county’s archive', () => {
  test('holds every table of the shard, every row of them and every file', async () => {
    const { results } = await archiveDb(own.county, 1)
      .d1.prepare("select name from pragma_table_list where schema = 'main' and type = 'table'")
      .all<{ name: string }>()
    const tables = results.map(({ name }) => name)
    const none = ['sqlite_schema', 'd1_migrations', '_cf_KV', '_cf_METADATA', 'sqlite_sequence', 'erasure']
    expect(archive.manifest.tables.map(({ table }) => table).sort()).toEqual(
      tables.filter((name) => !none.includes(name)).sort(),
    )
    for (const { table, rows } of archive.manifest.tables) {
      const found = await archiveDb(own.county, 1)
        .d1.prepare(`select count(*) as n from ${table} where county = ?`)
        .bind(own.county.id)
        .first<number>('n')
      expect(rows, table).toBe(found)
    }
    expect(archive.manifest.totals.files).toBe((await filesOf(own.county.id)).length)
    expect(archive.manifest.changedMeanwhile).toBe(false)
  })

  test('is read in pages and written in pieces, and never whole', () => {
    const pages = archive.manifest.tables.reduce((sum, { rows }) => sum + Math.ceil(rows / 16) + 1, 0)
    expect(archive.cost.statements).toBeLessThanOrEqual(pages + 3)
    expect(archive.cost.trips).toBe(archive.cost.statements)
    expect(pageRows).toBeLessThanOrEqual(1000)
    expect(archive.largest).toBeLessThan(200_000)
  })

  test('comes out the same in every part when nothing has changed', async () => {
    const again = await packed(own.county)
    expect(again.manifest.tables).toEqual(archive.manifest.tables)
    expect(again.manifest.files).toEqual(archive.manifest.files)
  })

  test('holds no password unless it is asked to', async () => {
    expect(bare.manifest.control.map(({ name }) => name)).not.toContain('control/account.ndjson')
    expect((await checkArchive(sourceOf(bare.zip))).manifest.totals).toEqual(archive.manifest.totals)
  })
})

describe('brought in on another shard', () => {
  test('the county is the same to the byte, its revisions come out, and its people sign in', async () => {
    const { county } = own
    const before = { sums: await sumsOf(county, 1), files: await filesOf(county.id) }
    await expect(bring(archive.zip)).rejects.toThrow(/is here already/)
    await forgets(county)
    const { check, county: here } = await bring(archive.zip)
    expect(here.shard).toBe(2)
    expect(check.rows).toBe(archive.manifest.totals.rows)
    expect(check.revisions).toBeGreaterThan(0)
    expect(check.seals).toBeGreaterThan(0)
    const after = await sumsOf(county, 2)
    // The one row more says that the county was brought in.
    expect(after.audit?.rows).toBe((before.sums.audit?.rows ?? 0) + 1)
    expect((await (await signedIn(county.control, founder)).get(county.at('/areas'))).status).toBe(200)
    expect({ ...after, audit: 0 }).toEqual({ ...before.sums, audit: 0 })
    expect(await filesOf(county.id)).toEqual(before.files)
    expect(Object.values(await sumsOf(county, 1)).every(({ rows }) => rows === 0)).toBe(true)
  })
})

describe('refused with nothing brought in', () => {
  const changed = (at: number, to: (byte: number) => number) => {
    const zip = archive.zip.slice()
    zip[at] = to(zip[at] ?? 0)
    return zip
  }

  test('an archive with a changed byte, wherever it is, and one cut off anywhere', async () => {
    const { zip } = archive
    for (let at = 40; at < zip.length - 200; at += Math.floor(zip.length / 40)) {
      const result = await checkArchive(sourceOf(changed(at, (byte) => byte ^ 0xff))).then(
        () => 'read',
        (error: Error) => error.constructor.name,
      )
      // Names, dates and the descriptors that nobody reads may change without what is told changing.
      if (result === 'read') continue
      expect(result, `byte ${at}`).toBe('ArchiveFault')
    }
    for (const part of [0.01, 0.5, 0.999])
      await expect(checkArchive(sourceOf(zip.slice(0, zip.length * part)))).rejects.toThrow(/cut off/)
  })

  test('a half-done import: nobody sees it, another archive is refused, the same goes on, or it is swept', async () => {
    const { county } = own
    await forgets({ ...county, shard: 2 })
    const files = { ...env.FILES, put: () => Promise.reject(new Error('R2 is down')) }
    const failing = { ...env, FILES: files as unknown as typeof env.FILES }
    const attempt = importCounty(failing, county.control, sourceOf(archive.zip), { now, shard: 3 })
    await expect(attempt).rejects.toThrow(/R2 is down/)
    expect((await county.office.get(county.at('/areas'))).status).not.toBe(200)
    await expect(bring(earlier.zip)).rejects.toThrow(/half brought in/)
    const { county: here } = await bring(archive.zip, 0)
    // It goes on where it was begun, whatever shard the second attempt names.
    expect(here.shard).toBe(3)

    await forgets({ ...county, shard: 3 })
    await importCounty(failing, county.control, sourceOf(archive.zip), { now, shard: 3 }).catch(() => {})
    const swept = await sweepImport(env, county.control, '620423', now)
    expect(swept.rows).toBe(archive.manifest.totals.rows)
    expect(Object.values(await sumsOf(county, 3)).every(({ rows }) => rows === 0)).toBe(true)
    await bring(archive.zip)
  })

  test('without its accounts: its office gets new links, and everybody else waits for one', async () => {
    const { county } = own
    await forgets({ ...county, shard: 2 })
    await bring(bare.zip, 1)
    const links = await inviteOffice(county.control, county.id, now)
    expect(links).toHaveLength(1)
    const counted = sql`select count(*) as n from membership where county = ${county.id} and account is not null`
    const [[left]] = await county.control.run({ sql: counted, decode: (raw) => Number(raw.n) })
    expect(left).toBe(0)
    const preview = await new Client().post('/activations/preview', { token: links[0]?.token })
    expect(preview.body).toMatchObject({ kind: 'invitation', county: '景泰县', accountExists: false })
  })
})

test('moved to another shard it is the same to the byte, though the move was cut off in several places', async () => {
  const { county } = own
  const from = (await findCounty(county.control, county.id))?.shard ?? 0
  const before = await sumsOf(county, from)
  const move = (at: number) =>
    moveCounty(failing(at, 'after'), new ControlDb(failing(at + 1, 'before').CONTROL), county.id, 0, now)
  // Before the copy, in the middle of it, and while the old rows are deleted.
  for (const at of [1, 60, 200, 400]) await move(at).catch(() => {})
  await moveCounty(env, county.control, county.id, 0, now)
  const after = await sumsOf(county, 0)
  expect({ ...after, audit: 0 }).toEqual({ ...before, audit: 0 })
  for (const shard of [1, 2, 3])
    expect(Object.values(await sumsOf(county, shard)).every(({ rows }) => rows === 0)).toBe(true)
  expect(await findCounty(county.control, county.id)).toMatchObject({ shard: 0, suspended: false })
})
