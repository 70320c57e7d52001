import { sql } from 'drizzle-orm'
import type { Activity, ActivityChange, NewActivity } from '../../../schema/api/outreach.ts'
import {
  type ActivityRow,
  addActivity,
  changeActivityRow,
  retractRow,
  selectActivity,
  selectTeam,
  type TeamRow,
} from '../../data/activities.ts'
import { selectLineages } from '../../data/names.ts'
import { can } from '../../domain/access/can.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { dayOf } from '../../domain/consequences/due-on.ts'
import { mondayOf } from '../../domain/outreach/week.ts'
import { refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { attachPhotos } from '../photos/attach.ts'
import { requireCan } from '../require.ts'
import { shownActivities } from './activity-view.ts'

/**
 * Notes what was done under an id made by the client; the same again gives the first one. Errors: invalid (an unknown
 * place or team, a day to come), forbidden, id_taken (another body).
 */
export async function putActivity(
  context: CountyContext,
  id: string,
  body: NewActivity,
): Promise<{ made: boolean; shown: Activity }> {
  const { db } = context
  const [[known]] = await db.together(selectActivity(db, id))
  const wanted = await resolve(context, body)
  if (!known) {
    const row = { ...{ id, by: context.member.id, at: context.now.toISOString(), version: 1 }, ...wanted }
    const [[added]] = await db.write(
      addActivity(db, row),
      record(context, 'activity.add', id, { kind: wanted.kind, area: wanted.area }, sql`changes() > 0`),
      ...(await photos(context, id, wanted.area, body.photos)),
    )
    if (added) return { made: true, shown: await show(context, added) }
  }
  const [[before]] = known ? [[known]] : await db.together(selectActivity(db, id))
  if (!before || !sameAs(before, wanted, body)) throw new Problem('id_taken')
  return { made: false, shown: await show(context, before) }
}

/** Changes an entry. Errors: not_found, forbidden, invalid, activity_changed, activity_retracted. */
export async function changeActivity(
  context: CountyContext,
  id: string,
  { version, photos: added, ...change }: ActivityChange,
): Promise<Activity> {
  const { db } = context
  const before = await requireActivity(context, id)
  if (before.retractedAt !== null) throw new Problem('activity_retracted')
  const { kind, area, day, times, items, people, team, volunteers, hours, note } = before
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const whole = { kind, area, day, times, items, people, team, volunteers, hours, note, ...given }
  const wanted = await resolve(context, whole)
  const [[changed]] = await db.write(
    changeActivityRow(db, id, version, wanted),
    record(context, 'activity.change', id, { kind: wanted.kind, area: wanted.area }, sql`changes() > 0`),
    ...(await photos(context, id, wanted.area, added)),
  )
  if (!changed) throw new Problem('activity_changed')
  return show(context, changed)
}

/** Takes an entry back: it stays in the log with the reason and counts no more. Errors: not_found, forbidden. */
export async function retractActivity(context: CountyContext, id: string, reason: string): Promise<Activity> {
  const { db, now } = context
  const before = await requireActivity(context, id)
  const [[changed]] = await db.write(
    retractRow(db, id, now.toISOString(), reason),
    record(context, 'activity.retract', id, {}, sql`changes() > 0`),
  )
  return show(context, changed ?? before)
}

async function requireActivity(context: CountyContext, id: string): Promise<ActivityRow> {
  const { db, member } = context
  const [[found]] = await db.together(selectActivity(db, id))
  if (!found || !can(member, 'outreach.read', placeOf(found))) throw new Problem('not_found')
  requireCan(member, 'outreach.write', placeOf(found))
  return found
}

/** The scope that an entry lies in: its area is a village, or nothing below a township. */
export function placeOf({ area, township }: Pick<ActivityRow, 'area' | 'township'>) {
  return { township, village: area }
}

/** An entry's content with everything filled in that its author need not say. */
async function resolve(context: CountyContext, body: NewActivity) {
  const { db, member, now } = context
  const [lineage, teams] = await db.together(selectLineages(db, [body.area]), selectTeam(db, body.team ?? ''))
  const place = lineage.find(({ level }) => level === 'village' || level === 'township')
  const township = lineage.find(({ level }) => level === 'township')?.id ?? null
  const team: TeamRow | undefined = teams[0]
  refuseFaults([
    ...(place?.active && lineage[0]?.active ? [] : [{ path: 'area', fault: 'unknown' as const }]),
    ...(body.team && !team?.active ? [{ path: 'team', fault: 'unknown' as const }] : []),
    ...(body.day > dayOf(now) ? [{ path: 'day', fault: 'future' as const }] : []),
  ])
  const area = place?.id ?? body.area
  requireCan(member, 'outreach.write', { township, village: area })
  const { times, items = 0, people = 0, volunteers, hours = 0 } = body
  return {
    ...{ kind: body.kind, area, township, day: body.day, monday: mondayOf(body.day) },
    ...{ times: times ?? 1, items, people, team: body.team ?? null, hours, note: body.note || null },
    volunteers: volunteers ?? team?.members ?? 0,
  }
}

type Content = Awaited<ReturnType<typeof resolve>>

/** A team may have grown since: the head-count taken from it is no part of what was said. */
function sameAs(before: ActivityRow, wanted: Content, { volunteers }: NewActivity): boolean {
  const said = (row: Content) => {
    const { kind, area, day, times, items, people, team, hours, note } = row
    const heads = volunteers === undefined ? null : row.volunteers
    return canonicalJson({ kind, area, day, times, items, people, team, hours, note, heads })
  }
  return said(before) === said(wanted)
}

function photos(context: CountyContext, id: string, area: string, ids: readonly string[] = []) {
  return attachPhotos(context, { target: 'activity', targetId: id, area, role: 'evidence' }, ids)
}

async function show(context: CountyContext, row: ActivityRow): Promise<Activity> {
  const [shown] = await shownActivities(context.db, [row])
  if (!shown) throw new Error(`activity ${row.id} was not kept`)
  return shown
}
