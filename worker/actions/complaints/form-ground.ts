import { and, eq, inArray } from 'drizzle-orm'
import { area, issueCategory } from '../../../schema/tables/county.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { Recent } from '../../data/recent.ts'
import { selectSetting } from '../../data/settings.ts'
import type { Offered } from '../../domain/complaints/offered.ts'
import { groupBy } from '../../domain/sheets/group-by.ts'
import { settingOf } from './setting.ts'

/** What a county's form offers, and whose it is. */
export type FormGround = Offered & { county: CountyDb['county'] }

/** A county's form is read by everybody who looks at it, and changes once a year. */
const recent = new Recent<FormGround>(20)

/** What the form of a county offers; undefined where the county does not take complaints. One round trip. */
export async function formGround(db: CountyDb, now: Date): Promise<FormGround | undefined> {
  const ground = await recent.get(db.county, now, () => read(db))
  return ground?.setting.open ? ground : undefined
}

async function read(db: CountyDb): Promise<FormGround> {
  const inUse = and(eq(area.active, true), inArray(area.level, ['township', 'village']))
  const [[set], categories, areas] = await db.together(
    selectSetting(db, 'complaints'),
    db.select(issueCategory, eq(issueCategory.active, true), {
      pick: ['id', 'name'],
      orderBy: [issueCategory.createdAt, issueCategory.id],
      limit: 200,
    }),
    db.select(area, inUse, { pick: ['id', 'name', 'level', 'parent'], orderBy: [area.level, area.code] }),
  )
  const villages = groupBy(
    areas.filter(({ level }) => level === 'village'),
    ({ parent }) => parent,
  )
  const townships = areas
    .filter(({ level }) => level === 'township')
    .map(({ id, name }) => ({
      ...{ id, name },
      villages: (villages.get(id) ?? []).map((one) => ({ id: one.id, name: one.name })),
    }))
  return { county: db.county, setting: settingOf(set?.value), categories, townships }
}
