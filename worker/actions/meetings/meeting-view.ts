import type { Decision, Meeting, MeetingDetail, MeetingQuery } from '../../../schema/api/outreach.ts'
import { idsIn } from '../../data/found-ids.ts'
import {
  type DecisionRow,
  type ListedMeeting,
  type MeetingRow,
  selectMeeting,
  selectMeetings,
  type TaskRow,
} from '../../data/meetings.ts'
import { selectNamesOf } from '../../data/names.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>

/** Meetings within reach, the newest first: a member's own body's and those it was asked to. One round trip. */
export async function meetingsInReach(
  { db, member }: Reading,
  { cursor, limit = 50, from, to, township }: MeetingQuery,
): Promise<{ items: Meeting[]; nextCursor: string | null }> {
  const filter = {
    ...(from === undefined ? {} : { from: new Date(endOf(from) - dayMs).toISOString() }),
    ...(to === undefined ? {} : { before: new Date(endOf(to)).toISOString() }),
    township,
    asked: can(member, 'meeting.read', {}) ? undefined : (member.scope.id ?? ''),
  }
  const page = selectMeetings(db, filter, limit + 1, cursor)
  const [rows, names] = await db.together(page, selectNamesOf(db, idsIn(page, ['owner'])))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return {
    items: shown.map((row) => listed(row, byId)),
    nextCursor: rows.length > limit && last ? `${last.heldAt}~${last.id}` : null,
  }
}

/** The meeting, if the member may read it: its own body's, or one it was asked to. Errors: not_found. */
export async function requireMeeting({ db, member }: Reading, id: string): Promise<MeetingRow> {
  const [[found]] = await db.together(selectMeeting(db, id))
  return requireMeetingRead({ member }, found)
}

/** The same of what has been read. Errors: not_found. */
export function requireMeetingRead(
  { member }: Pick<Reading, 'member'>,
  found: MeetingRow | undefined,
): MeetingRow {
  if (!found || !mayRead(member, found)) throw new Problem('not_found')
  return found
}

export function detailOf(
  row: MeetingRow,
  decisions: readonly DecisionRow[],
  tasks: readonly TaskRow[],
  names: ReadonlyMap<string, string>,
): MeetingDetail {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const { agenda, attendance, speeches } = row
  return {
    ...headOf(row, names),
    ...{ agenda, attendance, speeches },
    decisions: decisions.map((one) => decisionOf(one, byId.get(one.id), names)),
  }
}

function decisionOf(
  { id, text, became, issue }: DecisionRow,
  task: TaskRow | undefined,
  names: ReadonlyMap<string, string>,
): Decision {
  if (became !== 'task' || !task) return { id, text, became, issue, task: null }
  const { lead, dueOn, state, overdueAt } = task
  const leadName = lead === null ? null : (names.get(lead) ?? lead)
  return { id, text, became, issue, task: { lead, leadName, dueOn, state, overdue: overdueAt !== null } }
}

function listed({ decisions, open, ...row }: ListedMeeting, names: ReadonlyMap<string, string>): Meeting {
  return { ...headOf(row, names), decisions, open }
}

function headOf(row: MeetingRow, names: ReadonlyMap<string, string>) {
  const { id, kind, title, owner, township, heldAt, venue, version, attendance } = row
  return {
    ...{ id, kind, title, owner, ownerName: names.get(owner) ?? owner, township, heldAt, venue, version },
    present: attendance.filter(({ present }) => present).length,
    invited: attendance.length,
  }
}

function mayRead(member: Member, { township, owner, attendance }: MeetingRow): boolean {
  const own = member.scope.id
  if (can(member, 'meeting.read', { township })) return true
  return own !== null && (owner === own || attendance.some(({ body }) => body === own))
}

const dayMs = 86_400_000
