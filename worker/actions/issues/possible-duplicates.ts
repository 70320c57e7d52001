import type { DuplicateQuery, PossibleDuplicate } from '../../../schema/api/issues.ts'
import { selectOpenOfCategory } from '../../data/issue-lists.ts'
import { selectLineages } from '../../data/names.ts'
import { can } from '../../domain/access/can.ts'
import { mayBeSame, metresBetween, withinDays } from '../../domain/issues/duplicates.ts'
import type { CountyContext } from '../context.ts'
import { shownIssues } from './issue-view.ts'

const day = 86_400_000

/**
 * Open issues that a finding may repeat: of the same category, found in the last 30 days, within 50 metres where both
 * places are known, else in the same village. The nearest first. Whoever may raise one there may see them.
 */
export async function possibleDuplicates(
  { db, member, now }: Pick<CountyContext, 'db' | 'member' | 'now'>,
  { category, area, lat, lng }: DuplicateQuery,
): Promise<PossibleDuplicate[]> {
  const since = new Date(now.getTime() - withinDays * day).toISOString()
  const [lineage] = await db.together(selectLineages(db, [area]))
  const township = lineage.find(({ level }) => level === 'township')?.id
  const village = lineage.find(({ level }) => level === 'village')?.id ?? null
  if (township === undefined || !can(member, 'issue.write', { township, village, grid: area })) return []
  const [rows] = await db.together(selectOpenOfCategory(db, township, category, since))
  const place = lat === undefined || lng === undefined ? null : { lat, lng }
  const near = rows.flatMap((row) => {
    const distance = place && row.place ? metresBetween(place, row.place) : null
    const same = distance === null ? row.village === village : mayBeSame(place, row.place)
    return same ? [{ row, distance }] : []
  })
  near.sort((a, b) => (a.distance ?? 1e9) - (b.distance ?? 1e9) || b.row.no - a.row.no)
  const found = near.slice(0, 10)
  const shown = await shownIssues(
    db,
    found.map(({ row }) => row),
  )
  return shown.map((issue, at) => ({ ...issue, distance: found[at]?.distance ?? null }))
}
