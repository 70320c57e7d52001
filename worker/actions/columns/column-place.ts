import { eq } from 'drizzle-orm'
import type { ColumnKind } from '../../../schema/api/columns.ts'
import { area } from '../../../schema/tables/county.ts'
import { selectIssues, selectWorkOf } from '../../data/issues.ts'
import { selectLineages } from '../../data/names.ts'
import { dueOn } from '../../domain/consequences/due-on.ts'
import { reaches } from '../../domain/issues/reach.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

/** What an article says of where it is from, before and after a change. */
export type Placing = { kind: ColumnKind; area: string; issue: string | null; expiresOn: string }

/** Days ahead that an article may stand at most. */
const longest = 366

const faults = {
  area: { zh: '没有这个地方，或者它已停用', en: 'No such place, or it is no longer in use' },
  household: { zh: '只写地方，不写住户', en: 'Name a place, not a household' },
  issue: { zh: '没有这件问题', en: 'No such issue' },
  unlinked: { zh: '曝光要写明是哪件问题', en: 'An exposure names the issue it is about' },
  elsewhere: { zh: '问题不在这个地方', en: 'The issue does not lie there' },
  late: { zh: '最多一年', en: 'At most a year ahead' },
}

/**
 * The township of an article's place (null for the county's own). Errors: invalid: an unknown or retired place or a
 * household, an issue the member cannot see, an exposure without one or of another place, a last day too far off.
 */
export async function placeColumn(
  { db, member, now }: Pick<CountyContext, 'db' | 'member' | 'now'>,
  { kind, area: place, issue: issueId, expiresOn }: Placing,
): Promise<string | null> {
  const [[found], [issue], [work]] = await db.together(
    db.select(area, eq(area.id, place)),
    selectIssues(db, issueId === null ? [] : [issueId]),
    selectWorkOf(db, issueId ?? ''),
  )
  const [lineage] = await db.together(selectLineages(db, [place, issue?.area ?? place]))
  if (!found?.active) throw wrong('area', faults.area)
  if (found.level === 'household' || found.level === 'merchant') throw wrong('area', faults.household)
  if (expiresOn > dueOn(now, longest)) throw wrong('expiresOn', faults.late)
  if (issueId !== null) {
    const seen = issue && reaches(member, 'issue.read', { ...issue, assisting: work?.assisting ?? [] })
    if (!seen) throw wrong('issue', faults.issue)
    const above = lineage.filter(({ subject }) => subject === issue.area).map(({ id }) => id)
    if (found.level !== 'county' && !above.includes(place)) throw wrong('area', faults.elsewhere)
  } else if (kind === 'exposure') throw wrong('issue', faults.unlinked)
  return lineage.find(({ subject, level }) => subject === place && level === 'township')?.id ?? null
}

function wrong(path: string, message: { zh: string; en: string }): Problem {
  return new Problem('invalid', {}, { fields: (language) => [{ path, message: message[language] }] })
}
