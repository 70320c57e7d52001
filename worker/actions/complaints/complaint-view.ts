import type { Complaint } from '../../../schema/api/complaints.ts'
import type { IssueState } from '../../../schema/api/issues.ts'
import { type ComplaintRow, countTaken, selectFollowed } from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { selectCategories } from '../../data/issue-categories.ts'
import { selectNamesOf } from '../../data/names.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { standingOf } from '../../domain/complaints/standing.ts'

/** Complaints as the office sees them, with what became of them: one round trip for a page. */
export async function shownComplaints(db: CountyDb, rows: readonly ComplaintRow[]): Promise<Complaint[]> {
  if (rows.length === 0) return []
  const issues = [...new Set(rows.flatMap(({ issue }) => issue ?? []))]
  const [names, categories, followed, taken, photos] = await db.together(
    selectNamesOf(
      db,
      rows.map(({ area }) => area),
    ),
    selectCategories(db, [...new Set(rows.flatMap(({ category }) => category ?? []))]),
    selectFollowed(db, issues),
    countTaken(db, issues),
    selectPhotosOf(
      db,
      'complaint',
      rows.map(({ id }) => id),
    ),
  )
  const nameOf = new Map([...names, ...categories].map(({ id, name }) => [id, name]))
  const issueOf = new Map(followed.map((one) => [one.asked, one]))
  const takenIn = new Map(taken.map(({ issue, n }) => [issue, n]))
  const photosOf = byTarget(photos)
  return rows.map((row) => {
    const issue = row.issue === null ? undefined : issueOf.get(row.issue)
    const known = issue && { state: issue.state as IssueState, settled: issue.settled }
    const { id, at, kind, category, area, township, location, place, text, language, state, reason } = row
    return {
      ...{ id, at, kind, category, area, township, location, place, text, language, state, reason },
      categoryName: category === null ? null : (nameOf.get(category) ?? category),
      areaName: area === null ? null : (nameOf.get(area) ?? area),
      standing: standingOf(state, known),
      issue: issue?.id ?? null,
      issueNo: issue?.no ?? null,
      issueState: known?.state ?? null,
      others: row.issue === null ? 0 : (takenIn.get(row.issue) ?? 1) - 1,
      photos: photosOf.get(id) ?? [],
    }
  })
}
