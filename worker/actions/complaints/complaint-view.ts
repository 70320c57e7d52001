import type { Complaint } from '../../../schema/api/complaints.ts'
import type { IssueState } from '../../../schema/api/issues.ts'
import { type ComplaintRow, countTaken, type FollowedIssue, selectFollowed } from '../../data/complaints.ts'
import type { CountyDb } from '../../data/county-db.ts'
import { type Ids, idsIn } from '../../data/found-ids.ts'
import { selectCategories } from '../../data/issue-categories.ts'
import { selectNamesOf } from '../../data/names.ts'
import { byTarget, type PhotoOf, selectPhotosOf } from '../../data/photos.ts'
import type { Statement } from '../../data/statement.ts'
import { standingOf } from '../../domain/complaints/standing.ts'

/** Complaints as the office sees them, with what became of them: one round trip for a page. */
export async function shownComplaints(db: CountyDb, rows: readonly ComplaintRow[]): Promise<Complaint[]> {
  if (rows.length === 0) return []
  const ids = (of: (row: ComplaintRow) => string | null) => rows.map(of)
  const beside = selectBeside(db, {
    areas: ids(({ area }) => area),
    categories: ids(({ category }) => category),
    issues: ids(({ issue }) => issue),
    complaints: ids(({ id }) => id),
  })
  return complaintsFrom(rows, await db.together(...beside))
}

/** The same to stand beside the statement that reads the complaints: `complaintsFrom` shows them. */
export function selectBesideComplaints(db: CountyDb, page: Statement<ComplaintRow>) {
  const ids = (column: string) => idsIn(page, [column])
  return selectBeside(db, {
    ...{ areas: ids('area'), categories: ids('category') },
    ...{ issues: ids('issue'), complaints: ids('id') },
  })
}

type Besides = { areas: Ids; categories: Ids; issues: Ids; complaints: Ids }

function selectBeside(db: CountyDb, { areas, categories, issues, complaints }: Besides) {
  return [
    selectNamesOf(db, areas),
    selectCategories(db, categories),
    selectFollowed(db, issues),
    countTaken(db, issues),
    selectPhotosOf(db, 'complaint', complaints),
  ] as const
}

type Beside = readonly [
  readonly { id: string; name: string }[],
  readonly { id: string; name: string }[],
  readonly FollowedIssue[],
  readonly { issue: string; n: number }[],
  readonly PhotoOf[],
]

export function complaintsFrom(
  rows: readonly ComplaintRow[],
  [names, categories, followed, taken, photos]: Beside,
): Complaint[] {
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
