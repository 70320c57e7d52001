import type { CountyId } from '../../../schema/tables/keys.ts'
import { type ArchiveDb, pointOwn, putRows, rowPages, write } from '../../data/archive.ts'
import { archiveTables } from '../../data/archive-tables.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { findCountyRow, moveToShard, setSuspended } from '../../data/counties.ts'
import { CountyDb } from '../../data/county-db.ts'
import { noCost } from '../../data/meter.ts'
import { shardOf, shards } from '../../data/shards.ts'
import { ArchiveFault } from '../../files/archive/fault.ts'
import { record } from '../audit.ts'
import { eraseRowsOf } from './erase-parts.ts'
import type { ArchiveEnv } from './export-county.ts'
import { checkRevisions, sumOf } from './verify-county.ts'

/**
 * Moves a county to another shard: its rows are copied, compared and counted there before CONTROL points at them, and
 * only then deleted where they were. Its files stay where they are. While it lasts the county is suspended. Cut off
 * anywhere, the same command goes on: what lies on any other shard is a leftover. Errors: ArchiveFault.
 */
export async function moveCounty(
  env: ArchiveEnv,
  control: ControlDb,
  id: CountyId,
  shard: number,
  now: Date,
  tell: (part: { name: string; rows: number }) => void = () => {},
): Promise<{ rows: number }> {
  const county = await findCountyRow(control, id)
  if (!county) throw new ArchiveFault('There is no such county.')
  const on = (n: number): ArchiveDb => ({ d1: shardOf(env, n), county: id, cost: noCost() })
  // Nothing comes back where it was suspended before: then it stays so.
  const [[paused]] = await control.run(setSuspended(id, now.toISOString(), moving))
  let rows = 0
  if (county.shard !== shard) {
    // What a move cut off has left may be out of date by now.
    await eraseRowsOf(on(shard), { request: 'move', now })
    rows = await copy(on(county.shard), on(shard), tell)
    await control.run(moveToShard(id, county.shard, shard))
    const audited = { db: new CountyDb(on(shard).d1, id), now, member: { id: 'system' } }
    await audited.db.write(record(audited, 'county.move', id, { from: county.shard, to: shard }))
  }
  for (const [n] of shards(env).entries()) if (n !== shard) await eraseRowsOf(on(n), { request: 'move', now })
  if (paused || county.suspendedFor === moving) await control.run(setSuspended(id, null, null))
  return { rows }
}

/** Copies every row and compares what has arrived. */
async function copy(
  from: ArchiveDb,
  to: ArchiveDb,
  tell: (part: { name: string; rows: number }) => void,
): Promise<number> {
  let rows = 0
  for (const table of archiveTables) {
    for (const pass of table.own.length === 0 ? [putRows] : [putRows, pointOwn])
      for await (const page of rowPages(from, table))
        await write(to, pass(to.county, table, table.columns, page))
    const [before, after] = [await sumOf(from, table), await sumOf(to, table)]
    if (before.sha256 !== after.sha256)
      throw new ArchiveFault(`${table.name} is not the same on both shards.`)
    rows += after.rows
    tell({ name: table.name, rows: after.rows })
  }
  await checkRevisions(new CountyDb(to.d1, to.county, to.cost))
  return rows
}

/** Why a county is suspended while it moves; one found so was cut off in the middle. */
const moving = '正在迁移数据 / being moved'
