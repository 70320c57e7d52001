import { and, eq, sql } from 'drizzle-orm'
import type { Merger, MergerMoves } from '../../../schema/api/mergers.ts'
import { area, areaMerger, assignment, issue, post, unit } from '../../../schema/tables/county.ts'
import { type AreaRow, findArea } from '../../data/areas.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { moveScopes, scopedTo } from '../../data/member-scopes.ts'
import { among, findMerger, holdsOn, owed, readMerging, townshipAbove } from '../../data/mergers.ts'
import { newId } from '../../data/new-id.ts'
import { dayAfter } from '../../domain/calendar/calendar.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import type { Language } from '../../problems/language.ts'
import { mergerObstacles } from '../../problems/merger-messages.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { mergerShown } from './merger-view.ts'

type Wanted = { from: string; into: string; dryRun: boolean }

/**
 * Merges an area into another of its level: what lies beneath it, its posts, scopes, covers and open issues move, and
 * it is retired under a note of where it went. Rounds already open keep their roster; published ones name it by its id
 * for ever. Members move after the areas, in another database: the same request again finishes what was cut off.
 * Errors: not_found, merger_refused (with `obstacles`), conflict.
 */
export async function mergeArea(
  context: CountyContext,
  { from, into, dryRun }: Wanted,
  language: Language,
): Promise<Merger> {
  const { db } = context
  const [source, target] = [await findArea(db, from), await findArea(db, into)]
  if (!source || !target || source.level === 'county') throw new Problem('not_found')
  const done = source.mergedInto === into ? await findMerger(db, from) : undefined
  if (done) {
    if (!dryRun) await moveMembers(context, source, target, done.moves)
    return mergerShown(done, [], 0)
  }
  const plan = await planMerger(context, source, target, language)
  if (plan.obstacles.length > 0 && !dryRun)
    throw new Problem('merger_refused', {}, { extra: { obstacles: plan.obstacles } })
  if (dryRun || plan.obstacles.length > 0) return plan
  await apply(context, source, target, plan)
  await moveMembers(context, source, target, plan.moves)
  return { ...plan, applied: true, at: context.now.toISOString() }
}

async function planMerger(
  context: CountyContext,
  source: AreaRow,
  target: AreaRow,
  language: Language,
): Promise<Merger> {
  const { control, county, db, now } = context
  const today = dayOf(now)
  const found = await readMerging(db, source.id, target.id, today)
  const scoped = await scopedTo(control, county.id, [source.id, ...found.below])
  const taken = new Set(found.taken.map((one) => one.post))
  const moves: MergerMoves = {
    children: found.children.map(({ id }) => id),
    posts: found.held.filter((one) => !taken.has(one.post)).map(({ id }) => id),
    ended: found.held.filter((one) => taken.has(one.post)).map(({ id, endsOn }) => ({ id, endsOn })),
    units: found.units.map(({ id, covers }) => ({ id, both: covers.includes(target.id) })),
    ...scoped,
    issues: found.issues.map(({ id }) => id),
    assignments: found.owing.map(({ id }) => id),
  }
  const say = (code: keyof typeof mergerObstacles, params: Record<string, string> = {}) => ({
    code,
    message: mergerObstacles[code](params)[language],
  })
  const obstacles = [
    ...(source.id === target.id || found.below.includes(target.id) ? [say('itself')] : []),
    ...(source.level === target.level ? [] : [say('level')]),
    ...(source.active ? [] : [say('retired', { name: source.name })]),
    ...(target.active ? [] : [say('retired', { name: target.name })]),
    ...found.boards.map(({ name }) => say('board', { name })),
  ]
  const { rounds } = found
  return { area: source.id, into: target.id, applied: false, at: null, moves, rounds, obstacles }
}

/** One batch: either everything in the county's own database moves, or, where anything has come in meanwhile, nothing. */
async function apply(context: CountyContext, source: AreaRow, target: AreaRow, plan: Merger): Promise<void> {
  const { db, now } = context
  const { moves } = plan
  const today = dayOf(now)
  const township = await townshipAbove(db, target)
  const mine = eq(area.id, source.id)
  const asRead = and(
    db.exists(area, sql`${mine} and ${area.active} = 1`),
    db.exists(area, sql`${area.id} = ${target.id} and ${area.active} = 1`),
    db.absent(area, sql`${area.parent} = ${source.id} and not ${among(sql`${area.id}`, moves.children)}`),
    db.absent(
      post,
      sql`${post.area} = ${source.id} and ${holdsOn(today)} and not ${among(sql`${post.id}`, [...moves.posts, ...moves.ended.map(({ id }) => id)])}`,
    ),
    db.absent(
      issue,
      sql`${issue.settled} = 0 and ${issue.area} = ${source.id} and not ${among(sql`${issue.id}`, moves.issues)}`,
    ),
  )
  const merger = {
    ...{ id: newId(now.getTime()), area: source.id, into: target.id },
    ...{ at: now.toISOString(), moves, undoneAt: null },
  }
  const covers = sql`(select json_group_array(distinct case value when ${source.id} then ${target.id} else value end) from json_each(${unit.covers}))`
  const swapped = (column: string) =>
    sql`case ${sql.identifier(column)} when ${source.id} then ${target.id} else ${sql.identifier(column)} end`
  const unitIds = moves.units.map(({ id }) => id)
  await db
    .write(
      db.demand(asRead ?? sql`true`),
      db.insert(areaMerger, merger),
      db.update(area, { parent: target.id }, among(sql`${area.id}`, moves.children)),
      db.update(post, { area: target.id }, among(sql`${post.id}`, moves.posts)),
      db.update(
        post,
        { endsOn: dayAfter(today, -1) },
        among(
          sql`${post.id}`,
          moves.ended.map(({ id }) => id),
        ),
      ),
      db.update(unit, { covers }, among(sql`${unit.id}`, unitIds)),
      db.update(
        issue,
        { township, village: swapped('village'), lead: swapped('lead') },
        sql`${issue.settled} = 0 and (${issue.township} = ${source.id} or ${issue.village} = ${source.id} or ${issue.area} = ${source.id})`,
      ),
      db.update(issue, { area: target.id }, among(sql`${issue.id}`, moves.issues)),
      db.update(
        assignment,
        { lead: target.id, township },
        sql`${owed} and ${among(sql`${assignment.id}`, moves.assignments)}`,
      ),
      db.update(area, { active: false, mergedInto: target.id }, mine),
      record(context, 'area.merge', source.id, { into: target.id, ...counts(moves) }),
    )
    .catch((error: unknown) => {
      throw error instanceof NotAsRead ? new Problem('conflict') : error
    })
}

async function moveMembers(
  { control, county, db }: CountyContext,
  source: AreaRow,
  target: AreaRow,
  moves: MergerMoves,
): Promise<void> {
  const township = await townshipAbove(db, target)
  await control.run(...moveScopes(county.id, moves, { from: source.id, to: target.id, township }))
}

/** How many of each kind moved: what the audit keeps. */
export function counts(moves: MergerMoves): Record<string, number> {
  return Object.fromEntries(Object.entries(moves).map(([kind, list]) => [kind, list.length]))
}
