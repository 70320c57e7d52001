import type { IssueDetail, IssueEvent } from '../../../schema/api/issues.ts'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectCategoryOf } from '../../data/issue-categories.ts'
import {
  type IssueEventRow,
  selectEventsOf,
  selectIssue,
  selectJoined,
  selectWorkOf,
} from '../../data/issues.ts'
import { selectNamesOf } from '../../data/names.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
import { reaches, stepsOf } from '../../domain/issues/reach.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { namesById, shownIssue } from './issue-view.ts'

/**
 * An issue with its history and photos, those of its duplicates among them, and the steps the member may take. One
 * round trip. Errors: not_found (also where it is out of reach).
 */
export async function issueDetail(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<IssueDetail> {
  const [one, several, same, duty] = [
    selectIssue(db, id),
    selectEventsOf(db, id),
    selectJoined(db, id),
    selectWorkOf(db, id),
  ]
  const [[row], events, joined, [category], [work], ...beside] = await db.together(
    one,
    several,
    same,
    selectCategoryOf(db, id),
    duty,
    selectPhotosOf(db, 'issue', [id]),
    selectPhotosOf(db, 'issue', idsIn(same, ['id'])),
    selectNamesOf(db, idsIn(one, ['area', 'lead'])),
    selectNamesOf(db, idsIn(duty, [], ['assisting'])),
    selectNamesOf(db, idsIn(several, ['scope'])),
  )
  const assisting = work?.assisting ?? []
  if (!row || !reaches(member, 'issue.read', { ...row, assisting })) throw new Problem('not_found')
  const [own, theirs, ...names] = beside
  // By the id of the issue they are evidence of.
  const photos = [...byTarget([...own, ...theirs])].sort(([a], [b]) => (a < b ? -1 : 1))
  const shown = photos.flatMap(([, each]) => each)
  const byId = namesById(names.flat())
  const situation = { led: row.lead !== null, deferralAsked: row.deferralTo !== null }
  return {
    ...shownIssue(row, byId),
    ...{ sourceRef: row.sourceRef, measure: row.measure, assignment: row.assignment, assisting },
    plan: category?.plan ?? null,
    events: inOrder(events).map((event) => shownEvent(event, byId, shown)),
    photos: shown,
    joined,
    steps: stepsOf(member, { ...row, ...situation, assisting }),
  }
}

/** By time; of one moment by id, in which first events come in their order. */
function inOrder(events: readonly IssueEventRow[]): IssueEventRow[] {
  return [...events].sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
}

function shownEvent(
  event: IssueEventRow,
  names: ReadonlyMap<string, string>,
  photos: readonly PhotoShown[],
): IssueEvent {
  const { id, issue, kind, at, deviceAt, by, role, scope, note, detail } = event
  return {
    ...{ id, issue, kind, at, deviceAt, by, byRole: role, note, detail },
    byName: scope === null ? null : (names.get(scope) ?? scope),
    photos: photos.filter((photo) => photo.event === id),
  }
}
