import { sql } from 'drizzle-orm'
import { countReport, isThere, removeReport } from '../../data/reports.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { withNudge } from '../nudge.ts'
import { openDesk } from './desk.ts'
import { type Place, requireOpen } from './send-report.ts'

/** Takes a report back while its round is open. Errors: not_found, forbidden, round_not_open, conflict. */
export async function withdrawReport(context: CountyContext, place: Place): Promise<void> {
  const { db, now } = context
  const { round, own } = await openDesk(context, place, 'report.write')
  if (!own) throw new Problem('not_found')
  requireOpen(round, now)
  const [, , [gone]] = await withNudge(context, () =>
    db.write(
      countReport(db, round, now.toISOString(), isThere(db, place)),
      record(
        context,
        'report.withdraw',
        place.round,
        { source: place.source, reporter: place.reporter },
        sql`changes() > 0`,
      ),
      removeReport(db, place),
    ),
  )
  if (!gone) throw new Problem('conflict')
}
