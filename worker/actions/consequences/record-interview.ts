import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Consequence, InterviewRecord } from '../../../schema/api/consequences.ts'
import { assignment, assignmentEvent, consequence } from '../../../schema/tables/county.ts'
import { type ConsequenceRow, findConsequence } from '../../data/consequences.ts'
import { newId } from '../../data/new-id.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { endOf } from '../../domain/consequences/due-on.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { dueBy } from '../nudge.ts'
import { shownConsequence } from './consequence-view.ts'
import { requireConsequence } from './require-consequence.ts'

/**
 * Records what came of an action: who was talked to, what was said and promised. Each promise becomes an assignment
 * that the village, or for a grouped action the township, leads. The same record again changes nothing.
 * Errors: not_found, forbidden, not_to_record, already_recorded.
 */
export async function recordInterview(
  context: CountyContext,
  id: string,
  interview: z.infer<typeof InterviewRecord>,
): Promise<Consequence> {
  const { db, member, now } = context
  const found = await requireConsequence(context, id, 'consequence.write')
  const proposed = and(eq(consequence.id, id), eq(consequence.state, 'proposed')) ?? eq(consequence.id, id)
  const recordedAt = now.toISOString()
  const { followUpOn } = interview
  const set = {
    state: 'recorded',
    record: interview,
    followUpOn,
    recordedBy: member.id,
    recordedAt,
  } as const
  const promised = promises(context, found, interview)
  const lapse = Math.min(...promised.map(({ nextAt }) => nextAt))
  if (promised.length > 0) await dueBy(context, lapse)
  const [, [recorded]] = await db.write(
    ...[record(context, 'consequence.record', id, { from: found.stage }, db.exists(consequence, proposed))],
    db.update(consequence, set, proposed),
    ...db.insertAll(assignment, promised, { when: sql`changes() > 0` }),
    ...db.insertAll(assignmentEvent, promised.map(made(context)), { when: sql`changes() > 0` }),
  )
  const row = recorded ?? (await findConsequence(db, id))
  if (!row) throw new Problem('not_found')
  if (!recorded && row.state !== 'recorded') throw new Problem('not_to_record')
  if (canonicalJson(row.record) !== canonicalJson(interview)) throw new Problem('already_recorded')
  return shownConsequence(db, row)
}

function promises(
  { now }: CountyContext,
  { id, key, township, subjects }: ConsequenceRow,
  { commitments }: z.infer<typeof InterviewRecord>,
) {
  return commitments.map(({ text, dueOn }) => ({
    id: newId(now.getTime()),
    origin: 'consequence' as const,
    originId: id,
    text,
    lead: key,
    assisting: subjects.filter((subject) => subject !== key),
    owner: null,
    dueOn,
    state: 'open' as const,
    createdAt: now.toISOString(),
    ...{ township, nextAt: endOf(dueOn) },
  }))
}

/** The first event of a promise. */
function made({ now, member }: CountyContext) {
  return ({ id }: { id: string }) => ({
    ...{ id: newId(now.getTime()), assignment: id, kind: 'assigned' as const, at: now.toISOString() },
    ...{ by: member.id, note: null, detail: { role: member.role } },
  })
}
