import { sql } from 'drizzle-orm'
import type { NewPatrol, Patrol, PatrolQuery } from '../../../schema/api/field.ts'
import { idsIn } from '../../data/found-ids.ts'
import { type PointRow, selectPointsOf } from '../../data/grids.ts'
import { selectLineages, selectNamesOf } from '../../data/names.ts'
import {
  addPatrol,
  type PatrolFilter,
  type PatrolRow,
  selectPatrol,
  selectPatrols,
} from '../../data/patrols.ts'
import { sha256 } from '../../data/sha256.ts'
import type { Member } from '../../domain/access/can.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { type PatrolFault, patrolFaults } from '../../domain/field/check-patrol.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { namesById } from '../issues/issue-view.ts'
import { requireCan } from '../require.ts'
import { latest, whereabouts } from './whereabouts.ts'

/**
 * Stores a walk through a grid under an id made by the client; the same again changes nothing. Errors: not_found (no
 * such grid), forbidden (another's), invalid (a point of another grid, a time to come), id_taken.
 */
export async function putPatrol(
  context: CountyContext,
  id: string,
  body: NewPatrol,
): Promise<{ made: boolean; patrol: Patrol }> {
  const { db, member, now } = context
  const iso = (at: string) => new Date(at).toISOString()
  const wanted = { ...body, startedAt: iso(body.startedAt), endedAt: iso(body.endedAt) }
  const digest = await sha256(canonicalJson(wanted))
  const [[before], lineage, points] = await db.together(
    selectPatrol(db, id),
    selectLineages(db, [wanted.grid]),
    selectPointsOf(db, wanted.grid, true),
  )
  if (before) return { made: false, patrol: await sameAs(context, before, digest) }
  const [grid] = lineage
  if (!grid?.active || grid.level !== 'grid') throw new Problem('not_found')
  const inside = (level: string) => lineage.find((one) => one.level === level)?.id ?? null
  const [village, township] = [inside('village'), inside('township')]
  requireCan(member, 'patrol.write', { township, village, grid: grid.id })
  requireSound(context, wanted, points)
  const row = {
    ...{ ...wanted, id, village, township, note: wanted.note ?? null, digest },
    ...{ receivedAt: now.toISOString(), by: member.id, scope: member.scope.id },
  }
  const made = { target: 'patrol' as const, id, area: grid.id, village, place: null, at: row.endedAt }
  const [[stored]] = await db.write(
    addPatrol(db, row),
    record(context, 'patrol.add', id, { grid: grid.id }, sql`changes() > 0`),
    ...(await whereabouts(context, made)),
  )
  if (stored) return { made: true, patrol: await shownOne(context, stored) }
  const [[won]] = await db.together(selectPatrol(db, id))
  if (!won) throw new Problem('conflict')
  return { made: false, patrol: await sameAs(context, won, digest) }
}

/** Patrols within the member's reach, the last ended first. A cursor is an end and an id. */
export async function listPatrols(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 50, grid, from, to }: PatrolQuery,
): Promise<{ items: Patrol[]; nextCursor: string | null }> {
  const [endedAt, id] = cursor?.split('~') ?? []
  const before = endedAt !== undefined && id !== undefined ? { endedAt, id } : undefined
  const filter: PatrolFilter = { grid, ...reachOf(member), ...spanOf(from, to) }
  // What lies outside the member's reach is as if it were not there.
  if (grid !== undefined && filter.grid !== grid) return { items: [], nextCursor: null }
  const page = selectPatrols(db, filter, limit + 1, before)
  const [rows, names] = await db.together(page, selectNamesOf(db, idsIn(page, ['grid', 'scope'])))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: patrolsOf(shown, names),
    nextCursor: rows.length > limit && last ? `${last.endedAt}~${last.id}` : null,
  }
}

function requireSound(context: CountyContext, body: NewPatrol, points: readonly PointRow[]): void {
  const known = new Set(points.map(({ id }) => id))
  const faults = patrolFaults(body, known, latest(context))
  if (faults.length === 0) return
  throw new Problem(
    'invalid',
    {},
    { fields: (language) => faults.map(({ path, fault }) => ({ path, message: messages[fault][language] })) },
  )
}

const messages: Record<PatrolFault['fault'], { zh: string; en: string }> = {
  unknown: { zh: '这个网格没有这个点位', en: 'This grid has no such point' },
  twice: { zh: '同一点位只报一次', en: 'This point stands twice' },
  ends_before_start: { zh: '结束时间早于开始时间', en: 'Ends before it starts' },
  in_future: { zh: '时间还没有到', en: 'Lies in the future' },
}

async function sameAs({ db }: CountyContext, known: PatrolRow, digest: string): Promise<Patrol> {
  if (known.digest !== digest) throw new Problem('id_taken')
  return shownOne({ db }, known)
}

async function shownOne({ db }: Pick<CountyContext, 'db'>, row: PatrolRow): Promise<Patrol> {
  const [names] = await db.together(selectNamesOf(db, [row.grid, row.scope]))
  const [patrol] = patrolsOf([row], names)
  if (!patrol) throw new Error(`patrol ${row.id} vanished`)
  return patrol
}

function patrolsOf(rows: readonly PatrolRow[], names: readonly { id: string; name: string }[]): Patrol[] {
  const byId = namesById(names)
  return rows.map(({ id, grid, startedAt, endedAt, receivedAt, points, note, scope }) => ({
    ...{ id, grid, gridName: byId.get(grid) ?? grid, startedAt, endedAt, receivedAt, points, note },
    byName: scope === null ? null : (byId.get(scope) ?? scope),
  }))
}

function reachOf({ scope }: Member): PatrolFilter {
  const id = scope.id ?? ''
  if (scope.kind === 'township') return { township: id }
  if (scope.kind === 'village') return { village: id }
  return scope.kind === 'grid' ? { grid: id } : {}
}

/** Days in Asia/Shanghai. */
function spanOf(from: string | undefined, to: string | undefined): PatrolFilter {
  const midnight = (day: string, later = 0) =>
    new Date(Date.parse(`${day}T00:00:00+08:00`) + later * 86_400_000).toISOString()
  return {
    ...(from === undefined ? {} : { from: midnight(from) }),
    ...(to === undefined ? {} : { until: midnight(to, 1) }),
  }
}
