import { and, eq, sql } from 'drizzle-orm'
import type { Area } from '../../../schema/api/areas.ts'
import { area, areaMerger, assignment, issue, post, unit } from '../../../schema/tables/county.ts'
import { findArea } from '../../data/areas.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { moveScopes } from '../../data/member-scopes.ts'
import { among, findMerger, type MergerRow, owed, townshipAbove } from '../../data/mergers.ts'
import { dayAfter } from '../../domain/calendar/calendar.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { counts } from './merge-areas.ts'

/**
 * Takes a merger back: what it moved and still lies where it put it returns, the area is in use again. What has been
 * changed since stays as it was changed. Errors: not_found (never merged, or undone already), conflict.
 */
export async function undoMerger(context: CountyContext, id: string): Promise<Area> {
  const { control, county, db, now } = context
  const [source, merger] = [await findArea(db, id), await findMerger(db, id)]
  if (!source || !merger) throw new Problem('not_found')
  const { into, moves } = merger
  const township = await townshipAbove(db, source)
  const [, restored] = await db.write(...back(context, merger, township)).catch((error: unknown) => {
    throw error instanceof NotAsRead ? new Problem('conflict') : error
  })
  await control.run(...moveScopes(county.id, moves, { from: into, to: id, township }))
  const [again] = restored as Area[]
  if (!again) throw new Problem('conflict')
  return { ...again, mergedInto: null, active: true }

  function back({ db: _ }: CountyContext, { at }: MergerRow, home: string | null) {
    const still = sql`${areaMerger.id} = ${merger?.id ?? ''} and ${areaMerger.undoneAt} is null`
    const lastDay = dayAfter(dayOf(new Date(at)), -1)
    const ended = JSON.stringify(Object.fromEntries(moves.ended.map((one) => [one.id, one.endsOn])))
    const unitIds = (both: boolean) => moves.units.filter((one) => one.both === both).map((one) => one.id)
    const returned = sql`(select json_group_array(case value when ${into} then ${id} else value end) from json_each(${unit.covers}))`
    const added = sql`json_insert(${unit.covers}, '$[#]', ${id})`
    return [
      db.demand(db.exists(areaMerger, still)),
      db.update(area, { active: true, mergedInto: null }, eq(area.id, id)),
      db.update(areaMerger, { undoneAt: now.toISOString() }, still),
      db.update(
        area,
        { parent: id },
        and(eq(area.parent, into), among(sql`${area.id}`, moves.children)) ?? sql`false`,
      ),
      db.update(
        post,
        { area: id },
        and(eq(post.area, into), among(sql`${post.id}`, moves.posts)) ?? sql`false`,
      ),
      db.update(
        post,
        { endsOn: sql`(select value from json_each(${ended}) where key = ${post.id})` },
        sql`${post.endsOn} = ${lastDay} and ${post.id} in (select key from json_each(${ended}))`,
      ),
      db.update(
        unit,
        { covers: returned },
        sql`${among(sql`${unit.id}`, unitIds(false))} and not exists (select 1 from json_each(${unit.covers}) where value = ${id})`,
      ),
      db.update(
        unit,
        { covers: added },
        sql`${among(sql`${unit.id}`, unitIds(true))} and not exists (select 1 from json_each(${unit.covers}) where value = ${id})`,
      ),
      db.update(
        issue,
        { area: id, lead: sql`case lead when ${into} then ${id} else lead end` },
        sql`${issue.settled} = 0 and ${issue.area} = ${into} and ${among(sql`${issue.id}`, moves.issues)}`,
      ),
      db.update(
        issue,
        { township: home, village: sql`case village when ${into} then ${id} else village end` },
        sql`${issue.settled} = 0 and (${among(sql`${issue.area}`, [id, ...moves.children])} or ${among(sql`${issue.village}`, moves.children)})`,
      ),
      db.update(
        assignment,
        { lead: id, township: home },
        sql`${owed} and ${assignment.lead} = ${into} and ${among(sql`${assignment.id}`, moves.assignments)}`,
      ),
      record(context, 'area.unmerge', id, { from: into, ...counts(moves) }),
    ]
  }
}
