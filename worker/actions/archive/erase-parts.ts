import { type ArchiveDb, countRows } from '../../data/archive.ts'
import { archiveTables } from '../../data/archive-tables.ts'
import { closeErasure, eraseRows, openErasure } from '../../data/erasing.ts'
import { removeObjects } from '../../files/archive/objects.ts'
import type { ArchiveEnv } from './export-county.ts'

export type Erased = { rows: number; files: number; finished: boolean }

/**
 * Deletes a county's files and rows, at most about `steps` statements and pages of files, and answers how many went
 * and whether nothing is left. Wherever it is cut off, the next call goes on. `request` opens the audit for it.
 */
export async function eraseParts(
  env: Pick<ArchiveEnv, 'FILES'>,
  db: ArchiveDb,
  { request, now, steps }: { request: string; now: Date; steps: number },
): Promise<Erased> {
  let left = steps
  let [rows, files] = [0, 0]
  const note = (gone: { rows: number; files: number }) => {
    left -= 1
    rows += gone.rows
    files += gone.files
    return gone.rows + gone.files > 0
  }
  while (note({ rows: 0, files: await removeObjects(env.FILES, db.county) }))
    if (left <= 0) return { rows, files, finished: false }
  await openErasure(db, request, now.toISOString())
  for (const table of archiveTables.toReversed()) {
    while (note({ rows: await eraseRows(db, table), files: 0 }))
      if (left <= 0) return { rows, files, finished: false }
  }
  // What somebody wrote meanwhile goes with the next run: the county is not gone before a look finds nothing.
  const more = (await removeObjects(env.FILES, db.county)) + (await countRows(db))
  if (more > 0) return { rows, files, finished: false }
  await closeErasure(db)
  return { rows, files, finished: true }
}

/** Deletes all of a county's rows in one database; its files, which know no shard, stay. */
export async function eraseRowsOf(
  db: ArchiveDb,
  { request, now }: { request: string; now: Date },
): Promise<number> {
  let rows = 0
  // Most shards hold nothing of it: one look tells.
  if ((await countRows(db)) > 0) {
    await openErasure(db, request, now.toISOString())
    for (const table of archiveTables.toReversed())
      for (let gone = await eraseRows(db, table); gone > 0; gone = await eraseRows(db, table)) rows += gone
  }
  await closeErasure(db)
  return rows
}
