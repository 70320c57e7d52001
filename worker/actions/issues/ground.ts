import { eq } from 'drizzle-orm'
import { WorkingHours } from '../../../schema/api/calendar.ts'
import { RevisitRule } from '../../../schema/api/issues.ts'
import { inspection, unit } from '../../../schema/tables/county.ts'
import { selectCalendar } from '../../data/calendar.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { RuleRow } from '../../data/issue-categories.ts'
import { type CategoryRow, selectCategories, selectRules } from '../../data/issue-categories.ts'
import { type IssueRow, selectIssues } from '../../data/issues.ts'
import { type Ancestor, bySubject, selectLineages } from '../../data/names.ts'
import { selectHoldersAround } from '../../data/notices.ts'
import type { PostRow } from '../../data/posts.ts'
import { selectSetting } from '../../data/settings.ts'
import type { Statement } from '../../data/statement.ts'
import { type Calendar, calendarOf } from '../../domain/calendar/calendar.ts'
import { usualRevisits } from '../../domain/issues/revisit.ts'

/** What raising issues depends on, read in one round trip. */
export type Ground = {
  /** Those of the wanted ids that exist already. */
  existing: Map<string, IssueRow>
  categories: Map<string, CategoryRow>
  rules: RuleRow[]
  lineages: Map<string, Ancestor[]>
  /** Names of units in use, by id. */
  units: Map<string, string>
  inspections: Set<string>
  holders: PostRow[]
  calendar: Calendar
  revisits: RevisitRule
}

/** Ids that the wanted issues name. */
export type Named = {
  issues: readonly string[]
  categories: readonly string[]
  areas: readonly string[]
  /** Areas or units that are to lead or assist. */
  workers: readonly string[]
  inspections: readonly string[]
}

export async function readGround(db: CountyDb, named: Named): Promise<Ground> {
  const areas = [...new Set([...named.areas, ...named.workers])]
  const [days, hours] = selectCalendar(db)
  const [existing, categories, rules, lineages, units, inspections, holders, own, [set], [revisits]] =
    await db.together(
      selectIssues(db, named.issues),
      selectCategories(db, [...new Set(named.categories)]),
      selectRules(db),
      selectLineages(db, areas),
      selectUnits(db),
      selectInspections(db, named.inspections),
      selectHoldersAround(db, named.areas, named.categories),
      days,
      hours,
      selectSetting(db, 'revisits'),
    )
  const working = WorkingHours.safeParse(set?.value)
  return {
    existing: new Map(existing.map((row) => [row.id, row])),
    categories: new Map(categories.map((row) => [row.id, row])),
    ...{ rules, holders },
    lineages: bySubject(lineages),
    units: new Map(units.map(({ id, name }) => [id, name])),
    inspections: new Set(inspections.map(({ id }) => id)),
    calendar: calendarOf(own, working.success ? working.data : undefined),
    revisits: revisitsOf(revisits?.value),
  }
}

/** The county's own rule of revisits, or the usual one. */
export function revisitsOf(value: unknown): RevisitRule {
  const own = RevisitRule.safeParse(value)
  return own.success ? own.data : usualRevisits
}

/** Units in use: tens of rows. */
export function selectUnits(db: CountyDb): Statement<{ id: string; name: string }> {
  return db.select(unit, eq(unit.active, true), { pick: ['id', 'name'], limit: 1000 })
}

function selectInspections(db: CountyDb, ids: readonly string[]): Statement<{ id: string }> {
  const [id = ''] = ids
  return db.select(inspection, eq(inspection.id, id), { pick: ['id'] })
}
