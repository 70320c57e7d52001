import { and, eq, sql } from 'drizzle-orm'
import type { NewScoringSheet, ScoringSheet, ScoringSheetChange } from '../../../schema/api/scoring-sheets.ts'
import { scoringSheet } from '../../../schema/tables/county.ts'
import { newId } from '../../data/new-id.ts'
import { newestVersion, type SheetRow, selectSheet, unusedVersion } from '../../data/scoring-sheets.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireSoundSheet } from './sound-sheet.ts'

/** Adds a scoring sheet, its version 1. Errors: sheet_unsound, id_taken. */
export async function addSheet(context: CountyContext, wanted: NewScoringSheet): Promise<ScoringSheet> {
  const { db, now } = context
  await requireSoundSheet(context, wanted.method, wanted.items)
  const row = {
    ...{ id: wanted.id ?? newId(now.getTime()), version: 1, name: wanted.name, subject: wanted.subject },
    ...{ method: wanted.method, items: wanted.items, template: wanted.template ?? null },
    ...{ current: true, createdAt: now.toISOString() },
  }
  const free = db.absent(scoringSheet, eq(scoringSheet.id, row.id))
  const [[added]] = await db.write(
    db.insert(scoringSheet, row, { taken: 'ignore', when: free }),
    record(
      context,
      'sheet.add',
      row.id,
      { subject: row.subject, template: row.template },
      sql`changes() > 0`,
    ),
  )
  if (!added) throw new Problem('id_taken')
  return { ...added, used: false }
}

/**
 * Changes a sheet's newest version: in place while no inspection has used it, else as a version of its own; what was
 * inspected with keeps its sheet. Retires or restores it. Errors: not_found, sheet_unsound, conflict (it is not the
 * newest any more), invalid (nothing to change).
 */
export async function changeSheet(
  context: CountyContext,
  id: string,
  { version, name, items, current }: ScoringSheetChange,
): Promise<ScoringSheet> {
  const { db } = context
  const [[newest]] = await db.together(selectSheet(db, id))
  if (!newest) throw new Problem('not_found')
  if (newest.version !== version) throw new Problem('conflict')
  if (name === undefined && items === undefined && current === undefined) throw new Problem('invalid')
  if (items) await requireSoundSheet(context, newest.method, items)
  const next = {
    name: name ?? newest.name,
    items: items ?? newest.items,
    current: current ?? newest.current,
  }
  const renews = items !== undefined || name !== undefined
  return renews ? await edit(context, newest, next) : await switchUse(context, newest, next.current)
}

type Edited = Pick<SheetRow, 'name' | 'items' | 'current'>

/** Both ways stand in one batch, and the database takes the one that fits: an inspection may land meanwhile. */
async function edit(context: CountyContext, newest: SheetRow, next: Edited): Promise<ScoringSheet> {
  const { db, now } = context
  const { id, version, subject, method, template } = newest
  const still = newestVersion(db, id, version)
  const unused = unusedVersion(db, id, version)
  const mine = and(eq(scoringSheet.id, id), eq(scoringSheet.version, version)) ?? eq(scoringSheet.id, id)
  const row = { id, version: version + 1, subject, method, template, createdAt: now.toISOString(), ...next }
  const [[inPlace], , [added]] = await db.write(
    db.update(scoringSheet, next, sql`${mine} and ${still} and ${unused}`),
    record(context, 'sheet.change', id, { version }, sql`changes() > 0`),
    db.insert(scoringSheet, row, { taken: 'ignore', when: sql`${still} and not ${unused}` }),
    record(context, 'sheet.change', id, { version: version + 1 }, sql`changes() > 0`),
    db.update(
      scoringSheet,
      { current: false },
      sql`${scoringSheet.id} = ${id} and ${scoringSheet.current} = 1 and not ${newestOf(id, db.county)}`,
    ),
  )
  const kept = added ?? inPlace
  if (!kept) throw new Problem('conflict')
  return { ...kept, used: false }
}

function newestOf(id: string, county: string) {
  return sql`${scoringSheet.version} = (select max(version) from ${scoringSheet} where county = ${county} and id = ${id})`
}

async function switchUse(context: CountyContext, newest: SheetRow, current: boolean): Promise<ScoringSheet> {
  const { db } = context
  const { id, version, used } = newest
  const mine = sql`${scoringSheet.id} = ${id} and ${scoringSheet.version} = ${version} and ${newestVersion(db, id, version)}`
  const [[changed]] = await db.write(
    db.update(scoringSheet, { current }, mine),
    record(context, current ? 'sheet.restore' : 'sheet.retire', id, { version }, sql`changes() > 0`),
  )
  if (!changed) throw new Problem('conflict')
  return { ...changed, used }
}
