import { sql } from 'drizzle-orm'
import type { AreaImport } from '../../../schema/api/area-imports.ts'
import { area } from '../../../schema/tables/county.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { newId } from '../../data/new-id.ts'
import type { AreaRow } from '../../domain/sheets/area-row.ts'
import type { AreaPicks, AreasRead } from '../../domain/sheets/read-areas.ts'
import { readAreas } from '../../domain/sheets/read-areas.ts'
import { readSheet } from '../../files/sheet-bytes.ts'
import { areaRowMessages } from '../../problems/area-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import { worded } from '../../problems/sheet-messages.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

type Upload = { bytes: Uint8Array; dryRun: boolean; picks: AreaPicks }

/**
 * Adds and changes areas as a sheet says; nothing is stored unless every row is clear. Errors: sheet_…, where the file
 * cannot be read or has no such table; conflict, where the areas have changed meanwhile.
 */
export async function importAreaSheet(
  context: CountyContext,
  { bytes, dryRun, picks }: Upload,
  language: Language,
): Promise<AreaImport> {
  const { db, county } = context
  const areas = await db.find(area, sql`${area.level} <> 'household' and ${area.level} <> 'merchant'`)
  const own = areas.find(({ level }) => level === 'county')
  if (!own) throw new Problem('conflict')
  const read = await readFile(bytes, (rows) =>
    readAreas(rows, { areas, county: { id: own.id, code: county.code } }, picks),
  )
  const applied = read.complete && !dryRun
  if (applied) await store(context, read.rows)
  const rows = read.rows.map(({ error, parent: _, ...row }) => ({
    ...row,
    ...(error && {
      error: { code: error.code, message: worded(areaRowMessages[error.code][language], error.params) },
    }),
  }))
  return { applied, rows }
}

async function readFile(bytes: Uint8Array, read: (rows: Parameters<typeof readAreas>[0]) => AreasRead) {
  const file = await readSheet(bytes)
  if (!file.ok) throw new Problem(`sheet_${file.problem}`, { limit: file.limit ?? '' })
  const reads = file.sheets.filter(({ hidden }) => !hidden).map(({ rows }) => read(rows))
  const found = reads.find(({ problem }) => !problem) ?? reads[0]
  if (!found) throw new Problem('sheet_no_table')
  if (found.problem) throw new Problem(`sheet_${found.problem.code}`)
  return found
}

/** Parents come before what lies in them, so that every link is to a row that is there. */
const order = ['township', 'village', 'village_group', 'grid']

async function store(context: CountyContext, rows: readonly AreaRow[]): Promise<void> {
  const { db, now } = context
  const ids = new Map<string, string>()
  const fresh = rows.filter(({ action }) => action === 'add')
  for (const { row, code } of fresh) ids.set(`row:${row}`, code ?? newId(now.getTime()))
  const added = fresh
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .map(({ row, name, level, parent = '', code, active = true }) => {
      const id = ids.get(`row:${row}`) ?? ''
      return { id, code: code ?? id, name, level, parent: ids.get(parent) ?? parent, active }
    })
  const changed = rows.filter(({ action }) => action === 'change')
  const codes = [...added, ...changed].flatMap(({ code }) => (code === undefined ? [] : [code]))
  const targets = changed.map(({ id }) => id)
  // Whoever has taken one of these codes since the sheet was checked stops the whole import.
  const free = db.absent(
    area,
    sql`${area.code} in (select value from json_each(${JSON.stringify(codes)}))
      and ${area.id} not in (select value from json_each(${JSON.stringify(targets)}))`,
  )
  await db
    .write(
      db.demand(free),
      ...db.insertAll(area, added),
      ...changes(context, changed),
      record(context, 'areas.import', 'areas', { added: added.length, changed: changed.length }),
    )
    .catch((error: unknown) => {
      const taken = error instanceof Error && /UNIQUE constraint failed: area/.test(error.message)
      throw taken || error instanceof NotAsRead ? new Problem('conflict') : error
    })
}

function changes({ db }: CountyContext, rows: readonly AreaRow[]) {
  if (rows.length === 0) return []
  const wanted = rows.map(({ id, name, code, active }) => [
    id,
    { name, code, active: active === undefined ? undefined : Number(active) },
  ])
  const list = JSON.stringify(Object.fromEntries(wanted))
  const asked = (field: string) =>
    sql`(select json_extract(value, ${`$.${field}`}) from json_each(${list}) where key = ${area.id})`
  const set = {
    name: sql`coalesce(${asked('name')}, name)`,
    code: sql`coalesce(${asked('code')}, code)`,
    active: sql`coalesce(${asked('active')}, active)`,
  }
  return [db.update(area, set, sql`${area.id} in (select key from json_each(${list}))`)]
}
