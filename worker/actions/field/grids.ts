import type { Grid, GridPoint, GridPoints, GridQuery } from '../../../schema/api/field.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import { pointsStill, putPoints, selectGrids, selectPointsOf } from '../../data/grids.ts'
import { type Ancestor, bySubject, selectLineages } from '../../data/names.ts'
import { can, type Member } from '../../domain/access/can.ts'
import type { Verb } from '../../domain/access/grants.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>

/** Grids within the member's reach by id, each with how many points it has and what its last patrol found. */
export async function listGrids(
  { db, member }: Reading,
  { cursor, limit = 100, township }: GridQuery,
): Promise<{ items: Grid[]; nextCursor: string | null }> {
  const own = rootOf(member)
  const page = selectGrids(db, own ?? township, limit + 1, cursor)
  const [rows, lineages] = await db.together(page, selectLineages(db, idsIn(page, ['id'])))
  const shown = rows.slice(0, limit)
  const above = bySubject(lineages)
  const items = shown.map(({ last, ...row }) => ({
    ...row,
    ...placeOf(above.get(row.id) ?? []),
    last: last && { endedAt: last.endedAt, ...countOf(last.points) },
  }))
  const end = items.at(-1)
  return {
    items: township === undefined ? items : items.filter((grid) => grid.township === township),
    nextCursor: rows.length > limit && end ? end.id : null,
  }
}

/** The points of a grid, in their order. Errors: not_found (no such grid, or another's). */
export async function readPoints({ db, member }: Reading, grid: string): Promise<GridPoint[]> {
  const [lineage, points] = await db.together(selectLineages(db, [grid]), selectPointsOf(db, grid))
  requireGrid(lineage)
  if (!can(member, 'patrol.read', targetOf(lineage))) throw new Problem('not_found')
  return points
}

/**
 * Puts a grid's points in order: new ones join, those left out are no longer passed. Errors: not_found, forbidden,
 * conflict (another changed them meanwhile), invalid (an id twice).
 */
export async function changePoints(
  context: CountyContext,
  grid: string,
  { points, seen }: GridPoints,
): Promise<GridPoint[]> {
  const { db, member } = context
  const [lineage] = await db.together(selectLineages(db, [grid]))
  requireGrid(lineage)
  requireCan(member, 'point.write' satisfies Verb, targetOf(lineage))
  const ids = points.map(({ id }) => id)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
  if (twice >= 0) throw idTwice(twice)
  const rows = points.map(({ id, name, place }) => ({ id, name, place: place ?? null }))
  try {
    await db.write(
      db.demand(pointsStill(db, grid, seen, ids)),
      ...putPoints(db, grid, rows),
      record(context, 'points.change', grid, { points: points.length }),
    )
  } catch (error) {
    throw error instanceof NotAsRead ? new Problem('conflict') : error
  }
  const [after] = await db.together(selectPointsOf(db, grid))
  return after
}

function requireGrid([grid]: readonly Ancestor[]): void {
  if (!grid?.active || grid.level !== 'grid') throw new Problem('not_found')
}

function targetOf(lineage: readonly Ancestor[]) {
  const inside = (level: string) => lineage.find((one) => one.level === level)?.id ?? null
  return { township: inside('township'), village: inside('village'), grid: lineage[0]?.id ?? null }
}

function placeOf(lineage: readonly Ancestor[]) {
  const inside = (level: string) => lineage.find((one) => one.level === level)
  const [village, township] = [inside('village'), inside('township')]
  return {
    ...{ village: village?.id ?? null, villageName: village?.name ?? null },
    ...{ township: township?.id ?? null, townshipName: township?.name ?? null },
  }
}

function countOf(points: readonly { good: boolean }[]): { good: number; bad: number } {
  const good = points.filter((point) => point.good).length
  return { good, bad: points.length - good }
}

/** The area that a member's reach begins at; undefined where it is the whole county. */
export function rootOf({ scope }: Member): string | undefined {
  return scope.kind === 'county' || scope.kind === 'unit' ? undefined : (scope.id ?? '')
}

function idTwice(at: number): Problem {
  const message = { zh: '编号重复', en: 'This id stands twice' }
  return new Problem(
    'invalid',
    {},
    { fields: (language) => [{ path: `points.${at}.id`, message: message[language] }] },
  )
}
