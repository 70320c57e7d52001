import type { CountyId } from '../../../schema/tables/keys.ts'
import type { ControlDb } from '../../data/control-db.ts'
import { endImport, listImports } from '../../data/imports.ts'
import { noCost } from '../../data/meter.ts'
import { shardOf } from '../../data/shards.ts'
import { ArchiveFault } from '../../files/archive/fault.ts'
import { eraseParts } from './erase-parts.ts'
import type { ArchiveEnv } from './export-county.ts'

/** Sweeps what an import that was cut off has left. Errors: ArchiveFault, where there is none for this code. */
export async function sweepImport(
  env: ArchiveEnv,
  control: ControlDb,
  code: string,
  now: Date,
): Promise<{ rows: number; files: number }> {
  const begun = (await listImports(control)).find((each) => each.code === code)
  if (!begun) throw new ArchiveFault(`No import of ${code} has been left unfinished.`)
  const id: CountyId = begun.county
  const db = { d1: shardOf(env, begun.shard), county: id, cost: noCost() }
  let [rows, files] = [0, 0]
  for (let finished = false; !finished; ) {
    const erased = await eraseParts(env, db, { request: 'import', now, steps: 1000 })
    rows += erased.rows
    files += erased.files
    finished = erased.finished
  }
  await control.run(endImport(id))
  return { rows, files }
}
