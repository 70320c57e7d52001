import type { Issue } from '../../../schema/api/issues.ts'
import type { CountyDb } from '../../data/county-db.ts'
import type { NamedIssueRow } from '../../data/issue-lists.ts'
import type { IssueRow } from '../../data/issues.ts'
import { selectNamesOf, selectNamesOfPage } from '../../data/names.ts'

/** Issues as the API shows them, with the names of their areas and of who leads them: one round trip for a page. */
export async function shownIssues(db: CountyDb, rows: readonly IssueRow[]): Promise<Issue[]> {
  if (rows.length === 0) return []
  const ids = rows.flatMap(({ area, lead }) => [area, lead])
  const page = selectNamesOfPage(db, ids)
  const names = page ? (await db.together(page))[0].flat() : (await db.together(selectNamesOf(db, ids)))[0]
  const byId = namesById(names)
  return rows.map((row) => shownIssue(row, byId))
}

export function namesById(names: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(names.map(({ id, name }) => [id, name]))
}

/** The names that a row of a list brings along. */
export function namesOf({ area, areaName, lead, leadName }: NamedIssueRow) {
  return [
    ...(areaName === null ? [] : [{ id: area, name: areaName }]),
    ...(lead === null || leadName === null ? [] : [{ id: lead, name: leadName }]),
  ]
}

export function shownIssue(row: IssueRow, names: ReadonlyMap<string, string>): Issue {
  const { id, no, category, severity, source, area, township, village, text, location, place } = row
  const { state, settled, foundAt, lead, dueAt, overdueAt, deferralTo, rectifiedAt, closedAt } = row
  const { onTime, fixed, relapses, duplicateOf, version } = row
  return {
    ...{ id, no, category, severity, source, area, areaName: names.get(area) ?? area, township, village },
    ...{ text, location, place, state, settled, foundAt, lead, dueAt, overdueAt, deferralTo },
    leadName: lead === null ? null : (names.get(lead) ?? lead),
    ...{ rectifiedAt, closedAt, onTime, fixed, relapses, duplicateOf, version },
  }
}
