import { eq } from 'drizzle-orm'
import { objection } from '../../../schema/tables/county.ts'
import type { ObjectionRow } from '../../data/objections.ts'
import type { Statement } from '../../data/statement.ts'
import type { CountyContext } from '../context.ts'

type End = Pick<ObjectionRow, 'state' | 'reason' | 'amendments'>

/** Ends an objection, by a ruling or by its withdrawal. */
export function endObjection(
  { db, member, now }: CountyContext,
  id: string,
  end: End,
): Statement<ObjectionRow> {
  return db.update(
    objection,
    { ...end, ruledBy: member.id, ruledAt: now.toISOString() },
    eq(objection.id, id),
  )
}
