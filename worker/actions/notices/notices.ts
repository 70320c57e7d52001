import { eq } from 'drizzle-orm'
import type { Notice, NoticeQuery } from '../../../schema/api/notices.ts'
import { notice } from '../../../schema/tables/county.ts'
import { idsIn } from '../../data/found-ids.ts'
import { selectNamesOf } from '../../data/names.ts'
import { putMark, selectMark, selectNotices } from '../../data/notices.ts'
import { can, type Member } from '../../domain/access/can.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'

type Reading = Pick<CountyContext, 'db' | 'member'>

/**
 * What asks for a member's attention, the newest first: notices to its own area or unit, for the county's office and
 * leaders all of them. One round trip.
 */
export async function noticesTo(
  { db, member }: Reading,
  { cursor, limit = 50, kind }: NoticeQuery,
): Promise<{ items: Notice[]; nextCursor: string | null }> {
  const filter = { audience: audienceOf(member), kind }
  const page = selectNotices(db, filter, limit + 1, cursor)
  const [rows, [mark], names] = await db.together(
    page,
    selectMark(db, member.id),
    selectNamesOf(db, idsIn(page, ['audience'])),
  )
  const shown = rows.slice(0, limit)
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  const items = shown.map((row) => ({
    ...row,
    audienceName: byId.get(row.audience) ?? row.audience,
    read: row.id <= (mark?.upTo ?? ''),
  }))
  return { items, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** Notes how far a member has read; never back. Errors: not_found. */
export async function markRead({ db, member }: Reading, upTo: string): Promise<void> {
  const [found] = await db.find(notice, eq(notice.id, upTo), { pick: ['id', 'audience'] })
  const audience = audienceOf(member)
  if (!found || (audience !== undefined && found.audience !== audience)) throw new Problem('not_found')
  await db.write(putMark(db, member.id, upTo))
}

/** The area or unit that a member answers for; undefined for those who see everything. */
function audienceOf(member: Member): string | undefined {
  return can(member, 'audit.read') ? undefined : (member.scope.id ?? '')
}
