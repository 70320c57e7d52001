import { and, eq, sql } from 'drizzle-orm'
import type { MeetingChange, MeetingDetail, NewMeeting } from '../../../schema/api/outreach.ts'
import { area, meeting } from '../../../schema/tables/county.ts'
import type { AreaRow } from '../../data/areas.ts'
import { NotAsRead } from '../../data/county-db.ts'
import { idsIn } from '../../data/found-ids.ts'
import {
  type MeetingRow,
  putDecisions,
  selectDecisions,
  selectMeeting,
  selectTasksOf,
  workKept,
} from '../../data/meetings.ts'
import { selectNamesOf } from '../../data/names.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { faultAt, refuseFaults } from '../../problems/field-faults.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { requireCan } from '../require.ts'
import { detailOf, requireMeeting, requireMeetingRead } from './meeting-view.ts'

/**
 * Records a meeting under an id made by the client; the same again gives the first one. Errors: invalid (an unknown
 * owner or body, a decision twice), forbidden, id_taken (another body, or a decision's id that is another meeting's).
 */
export async function putMeeting(
  context: CountyContext,
  id: string,
  { decisions = [], owner: given, ...body }: NewMeeting,
): Promise<{ made: boolean; shown: MeetingDetail }> {
  const { db, member } = context
  const owner = await ownerOf(context, given)
  const township = owner.level === 'township' ? owner.id : null
  requireCan(member, 'meeting.write', { township })
  const content = contentOf(body)
  await refuseUnknown(context, content.attendance, decisions)
  const row = { id, ...content, owner: owner.id, township, by: member.id, version: 1 }
  const fresh = sql`${db.absent(meeting, eq(meeting.id, id))} and ${workKept(db, id, decisions)}`
  try {
    await db.write(
      db.demand(fresh),
      db.insert(meeting, row),
      ...putDecisions(db, id, decisions),
      record(context, 'meeting.add', id, { kind: body.kind, decisions: decisions.length }),
    )
    return { made: true, shown: await readMeeting(context, id) }
  } catch (error) {
    if (!(error instanceof NotAsRead)) throw error
    const [[known], before] = await db.together(selectMeeting(db, id), selectDecisions(db, id))
    const said = before.map((one) => ({ id: one.id, text: one.text }))
    const same =
      known?.owner === owner.id &&
      canonicalJson({ ...contentOf(known), said }) === canonicalJson({ ...content, said: decisions })
    if (!same) throw new Problem('id_taken')
    return { made: false, shown: await readMeeting(context, id) }
  }
}

/**
 * Changes a record. Decisions that have become work stay word for word. Errors: not_found, forbidden, invalid,
 * meeting_changed, decision_taken.
 */
export async function changeMeeting(
  context: CountyContext,
  id: string,
  { version, decisions, ...change }: MeetingChange,
): Promise<MeetingDetail> {
  const { db, member } = context
  const before = await requireMeeting(context, id)
  requireCan(member, 'meeting.write', { township: before.township })
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const content = contentOf({ ...before, ...given })
  await refuseUnknown(context, content.attendance, decisions ?? [])
  if (before.version !== version) throw new Problem('meeting_changed')
  const asSeen = and(eq(meeting.id, id), eq(meeting.version, version)) ?? sql`false`
  const kept = decisions ? workKept(db, id, decisions) : sql`true`
  await db
    .write(
      db.demand(sql`${db.exists(meeting, asSeen)} and ${kept}`),
      db.update(meeting, { ...content, version: version + 1 }, asSeen),
      ...(decisions ? putDecisions(db, id, decisions) : []),
      record(context, 'meeting.change', id, { fields: Object.keys(given) }),
    )
    .catch(async (error: unknown) => {
      if (!(error instanceof NotAsRead)) throw error
      const [[now]] = await db.together(selectMeeting(db, id))
      throw new Problem(now?.version === version ? 'decision_taken' : 'meeting_changed')
    })
  return readMeeting(context, id)
}

/** A meeting with its decisions and what became of them. One round trip. Errors: not_found. */
export async function readMeeting(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  id: string,
): Promise<MeetingDetail> {
  const [one, work] = [selectMeeting(db, id), selectTasksOf(db, id)]
  const [[found], decisions, tasks, owners, leads] = await db.together(
    one,
    selectDecisions(db, id),
    work,
    selectNamesOf(db, idsIn(one, ['owner'])),
    selectNamesOf(db, idsIn(work, ['lead'])),
  )
  const row = requireMeetingRead({ member }, found)
  const names = [...owners, ...leads]
  return detailOf(row, decisions, tasks, new Map(names.map(({ id: of, name }) => [of, name])))
}

type Content = Pick<MeetingRow, 'kind' | 'title' | 'heldAt' | 'venue' | 'agenda' | 'attendance' | 'speeches'>

/** In one form: instants compare as text, what is not said is empty. */
function contentOf(body: Omit<NewMeeting, 'decisions' | 'owner'>): Content {
  const { kind, title, heldAt, venue, agenda = [], attendance = [], speeches = [] } = body
  return {
    kind,
    title,
    heldAt: new Date(heldAt).toISOString(),
    venue: venue || null,
    agenda,
    attendance,
    speeches,
  }
}

async function refuseUnknown(
  { db }: CountyContext,
  attendance: Content['attendance'],
  decisions: readonly { id: string }[],
): Promise<void> {
  const [names] = await db.together(
    selectNamesOf(
      db,
      attendance.map(({ body }) => body),
    ),
  )
  const known = new Set(names.map(({ id }) => id))
  const ids = decisions.map(({ id }) => id)
  refuseFaults([
    ...attendance.flatMap(({ body }, at) =>
      body === null || known.has(body) ? [] : [{ path: `attendance.${at}.body`, fault: 'unknown' as const }],
    ),
    ...ids.flatMap((id, at) =>
      ids.indexOf(id) < at ? [{ path: `decisions.${at}.id`, fault: 'twice' as const }] : [],
    ),
  ])
}

/** Who holds it: the area named, by default the member's own township or the county. Errors: invalid. */
async function ownerOf({ db, member }: CountyContext, given: string | undefined): Promise<AreaRow> {
  const own = given ?? (member.scope.kind === 'township' ? member.scope.id : null)
  const found = await db.first(area, own === null ? eq(area.level, 'county') : eq(area.id, own))
  if (found?.active && (found.level === 'county' || found.level === 'township')) return found
  throw faultAt('owner', 'unknown')
}
