import { eq, sql } from 'drizzle-orm'
import type { InspectionDetail } from '../../../schema/api/inspections.ts'
import { inspection } from '../../../schema/tables/county.ts'
import { unsettleByInspection } from '../../data/derived.ts'
import { annulInspection } from '../../data/inspections.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { readInspection } from './read-inspections.ts'

/**
 * Annuls an inspection with a reason: it stays to be read and counts nowhere any more. Rounds already published keep
 * the value they were published with. Errors: not_found, inspection_annulled.
 */
export async function annul(context: CountyContext, id: string, reason: string): Promise<InspectionDetail> {
  const { db, member, now } = context
  const found = await db.first(inspection, eq(inspection.id, id))
  if (!found) throw new Problem('not_found')
  const at = now.toISOString()
  const nowAnnulled = db.exists(
    inspection,
    sql`${inspection.id} = ${id} and ${inspection.annulledAt} = ${at} and ${inspection.annulledBy} = ${member.id}`,
  )
  const [[annulled]] = await withNudge(context, () =>
    db.write(
      annulInspection(db, id, { by: member.id, at, reason }),
      record(context, 'inspection.annul', id, { reason }, sql`changes() > 0`),
      unsettleByInspection(db, found, found.purpose === 'rotation' ? nowAnnulled : sql`false`),
    ),
  )
  if (!annulled) throw new Problem('inspection_annulled')
  return readInspection(context, id)
}
