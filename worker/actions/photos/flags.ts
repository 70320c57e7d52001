import { sql } from 'drizzle-orm'
import type { PhotoFlag, PhotoFlagChange } from '../../../schema/api/photos.ts'
import { area } from '../../../schema/tables/county.ts'
import { type PhotoFlagRow, selectFlags, selectFlagUses, settleFlag } from '../../data/photo-flags.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'

/** Pictures used for several areas, newest first, with every place they are used; those still open by default. */
export async function listFlags(
  { db }: Pick<CountyContext, 'db'>,
  state: PhotoFlag['state'],
  limit: number,
  cursor?: string,
): Promise<PhotoFlag[]> {
  const [rows] = await db.together(selectFlags(db, state, limit, cursor))
  return shown(db, rows)
}

/** Notes what a human made of a flag: `cleared` is no reproach, `confirmed` is. Errors: not_found. */
export async function judgeFlag(
  context: CountyContext,
  sha256: string,
  { state, note }: PhotoFlagChange,
): Promise<PhotoFlag> {
  const { db, member, now } = context
  const [[settled]] = await db.write(
    settleFlag(db, sha256, { state, note: note ?? null, settledBy: member.id, settledAt: now.toISOString() }),
    record(context, 'photo.judge', sha256, { state }, sql`changes() > 0`),
  )
  if (!settled) throw new Problem('not_found')
  const [flag] = await shown(db, [settled])
  if (!flag) throw new Error(`flag ${sha256} vanished`)
  return flag
}

async function shown(db: CountyContext['db'], rows: readonly PhotoFlagRow[]): Promise<PhotoFlag[]> {
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.flatMap(({ areas }) => areas))
  const named = sql`${area.id} in (select value from json_each(${ids}))`
  const [uses, areas] = await db.together(
    selectFlagUses(
      db,
      rows.map(({ sha256 }) => sha256),
    ),
    db.select(area, named, { pick: ['id', 'name'] }),
  )
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const { sha256, state, note, at, settledAt } = row
    return {
      ...{ sha256, state, note, at, settledAt },
      areas: row.areas.map((id) => ({ id, name: names.get(id) ?? id })),
      uses: uses.filter((each) => each.sha256 === sha256).map(({ use }) => use),
    }
  })
}
