import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { NewVisit, Visit, VisitQuery } from '../../../schema/api/visits.ts'
import { issue, unit, visit } from '../../../schema/tables/county.ts'
import { selectLineages } from '../../data/names.ts'
import { newId } from '../../data/new-id.ts'
import { selectSheet } from '../../data/scoring-sheets.ts'
import { cancelVisit, type NamedVisit, selectVisit, selectVisits } from '../../data/visits.ts'
import type { Member } from '../../domain/access/can.ts'
import { inspectionMessages } from '../../problems/inspection-messages.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { mayKnowWhy, shownPurpose } from '../inspections/inspection-view.ts'

/** A visit as a member may see it: who inspects is not told why. */
export function visitOf(row: NamedVisit, member: Member): Visit {
  const { id, subject, subjectName, township, unit: of, inspector, sheet, dueOn, state, inspection } = row
  const told = mayKnowWhy(member)
  return {
    ...{
      id,
      purpose: shownPurpose(row.purpose, member),
      subject,
      subjectName,
      township,
      unit: of,
      inspector,
    },
    ...{ sheet, draw: told ? row.draw : null, issue: row.issue, dueOn, state, inspection },
  }
}

/** Visits in one state, by default the planned ones, the first due first. Members of a unit see their own. */
export async function listVisits(
  { db, member }: Pick<CountyContext, 'db' | 'member'>,
  { cursor, limit = 100, state = 'planned', unit: wanted }: z.infer<typeof VisitQuery>,
) {
  const own = member.scope.kind === 'unit' ? (member.scope.id ?? '') : wanted
  const [dueOn, id] = cursor?.split('~') ?? []
  const after = dueOn !== undefined && id !== undefined ? { dueOn, id } : undefined
  const [rows] = await db.together(selectVisits(db, { state, unit: own }, limit + 1, after))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => visitOf(row, member)),
    nextCursor: rows.length > limit && last ? `${last.dueOn}~${last.id}` : null,
  }
}

/**
 * Plans a visit. One that measures (`blind`, `anchor`) or looks again reads to the group like any other. Errors:
 * inspection_refused (subject, unit or sheet that cannot be), not_found (issue), id_taken.
 */
export async function addVisit(context: CountyContext, wanted: NewVisit): Promise<Visit> {
  const { db, member, now } = context
  const { subject, purpose, dueOn } = wanted
  const [[sheet], lineage, [ofUnit], [ofIssue]] = await db.together(
    selectSheet(db, wanted.sheet ?? ''),
    selectLineages(db, [subject]),
    db.select(unit, eq(unit.id, wanted.unit ?? '')),
    db.select(issue, eq(issue.id, wanted.issue ?? ''), { pick: ['id'] }),
  )
  if (!lineage[0]?.active) throw refused('subject', 'area_retired')
  if (wanted.unit !== undefined && !ofUnit?.active) throw refused('unit', 'unknown_unit')
  if (wanted.sheet !== undefined && !sheet) throw refused('sheet', 'unknown_version')
  if (sheet && sheet.subject !== lineage[0].level) throw refused('sheet', 'wrong_level')
  if (wanted.issue !== undefined && !ofIssue) throw new Problem('not_found')
  const row = {
    ...{ id: wanted.id ?? newId(now.getTime()), purpose, subject, dueOn, state: 'planned' as const },
    township: lineage.find(({ level }) => level === 'township')?.id ?? null,
    ...{ unit: wanted.unit ?? null, inspector: null, sheet: wanted.sheet ?? null, draw: null },
    ...{ issue: wanted.issue ?? null, inspection: null, by: member.id, at: now.toISOString() },
  }
  const [[added]] = await db.write(
    db.insert(visit, row, { taken: 'ignore' }),
    record(context, 'visit.add', row.id, { purpose, subject, unit: row.unit }, sql`changes() > 0`),
  )
  if (!added) throw new Problem('id_taken')
  return visitOf({ ...added, subjectName: lineage[0].name }, member)
}

/** Cancels a planned visit. Errors: not_found, visit_not_planned. */
export async function cancel(context: CountyContext, id: string, reason: string): Promise<Visit> {
  const { db, member } = context
  const [[cancelled]] = await db.write(
    cancelVisit(db, id, reason),
    record(context, 'visit.cancel', id, { reason }, sql`changes() > 0`),
  )
  const [[shown]] = await db.together(selectVisit(db, id))
  if (!shown) throw new Problem('not_found')
  if (!cancelled) throw new Problem('visit_not_planned')
  return visitOf(shown, member)
}

function refused(path: string, code: keyof typeof inspectionMessages): Problem {
  return new Problem(
    'inspection_refused',
    {},
    { fields: (language) => [{ path, message: inspectionMessages[code][language] }] },
  )
}
