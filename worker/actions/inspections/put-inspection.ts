import { and, eq, sql } from 'drizzle-orm'
import type { InspectionDetail, NewInspection } from '../../../schema/api/inspections.ts'
import { inspection, scoringSheet } from '../../../schema/tables/county.ts'
import { unsettleByInspection } from '../../data/derived.ts'
import { addInspection } from '../../data/inspections.ts'
import { sha256 } from '../../data/sha256.ts'
import { completeVisit, stillPlanned } from '../../data/visits.ts'
import { canonicalJson } from '../../domain/canonical.ts'
import { scoreSheet } from '../../domain/inspections/score.ts'
import { Problem } from '../../problems/problem.ts'
import { record } from '../audit.ts'
import type { CountyContext } from '../context.ts'
import { whereabouts } from '../field/whereabouts.ts'
import { withNudge } from '../nudge.ts'
import { attachPhotos } from '../photos/attach.ts'
import { whileItChanges } from '../publication/retry.ts'
import { type Admitted, admit } from './admit.ts'
import { readInspection } from './read-inspections.ts'

/**
 * Stores an inspection under an id made by the client, scores it, completes the visit it carries out and counts it in
 * the open rounds it feeds, all or nothing. The same body again gives the first one, whoever sends it. Errors:
 * inspection_refused, forbidden, not_found (visit), visit_not_planned, invalid (photos), id_taken, conflict.
 */
export async function putInspection(
  context: CountyContext,
  id: string,
  body: NewInspection,
): Promise<{ made: boolean; shown: InspectionDetail }> {
  const wanted = inOneForm(body)
  const made = await whileItChanges(async () =>
    put(context, id, wanted, await digestOf(wanted, context.member.id)),
  )
  return { made, shown: await readInspection(context, id) }
}

/** Which photos follow is no part of what was found: sent again once they are here, it is the same. */
function digestOf({ awaiting: _, ...wanted }: NewInspection, by: string): Promise<string> {
  return sha256(canonicalJson({ by, wanted }))
}

/** Instants compare as text, so all are stored in one form. */
function inOneForm(body: NewInspection): NewInspection {
  const { startedAt, endedAt } = body
  const iso = (at: string) => new Date(at).toISOString()
  return { ...body, startedAt: iso(startedAt), endedAt: iso(endedAt) }
}

/** Whether it was stored now; false where it had been before. */
async function put(
  context: CountyContext,
  id: string,
  wanted: NewInspection,
  digest: string,
): Promise<boolean> {
  const { db, now } = context
  const before = await findKnown(context, id)
  if (before) return sameAs(before, wanted)
  const admitted = await admit(context, wanted)
  const row = rowOf(context, id, wanted, digest, admitted)
  const mine = db.exists(
    inspection,
    and(eq(inspection.id, id), eq(inspection.digest, digest)) ?? eq(inspection.id, id),
  )
  const [[stored]] = await withNudge(context, async () =>
    db.write(
      addInspection(db, row, asRead(context, admitted)),
      record(
        context,
        'inspection.add',
        id,
        { sheet: row.sheet, version: row.version, subject: row.subject, unit: row.unit },
        sql`changes() > 0`,
      ),
      ...(row.visit === null
        ? []
        : [completeVisit(db, row.visit, { inspection: id, inspector: row.inspector })]),
      unsettleByInspection(db, { ...row, receivedAt: now.toISOString() }, newlyMade(row, mine)),
      ...(await evidence(context, id, wanted, mine)),
      ...(await whereabouts(context, madeAt(row), mine)),
    ),
  )
  if (stored) return true
  const after = await findKnown(context, id)
  if (after) return sameAs(after, wanted)
  throw new Problem('conflict')
}

type Known = { digest: string; inspector: string }

async function findKnown({ db }: CountyContext, id: string): Promise<Known | undefined> {
  return db.first(inspection, eq(inspection.id, id), { pick: ['digest', 'inspector'] })
}

/** The same, whoever brings it: what a phone handed over may come from it once more. */
async function sameAs({ digest, inspector }: Known, wanted: NewInspection): Promise<false> {
  if (digest !== (await digestOf(wanted, inspector))) throw new Problem('id_taken')
  return false
}

/** Only the rotation counts for a board. */
function newlyMade(
  { purpose, score }: { purpose: string; score: number | null },
  mine: ReturnType<typeof sql>,
) {
  return purpose === 'rotation' && score !== null ? mine : sql`false`
}

/** The sheet is still as it was scored with, and the visit still to be made. */
function asRead({ db }: CountyContext, { sheet, visit }: Admitted) {
  const same = and(
    eq(scoringSheet.id, sheet.id),
    eq(scoringSheet.version, sheet.version),
    eq(scoringSheet.items, sheet.items),
  )
  const unchanged = db.exists(scoringSheet, same ?? eq(scoringSheet.id, sheet.id))
  return visit ? sql`${unchanged} and ${stillPlanned(db, visit.id)}` : unchanged
}

function rowOf(
  { member, now }: CountyContext,
  id: string,
  { subject, startedAt, endedAt, place, findings, answers, note }: NewInspection,
  digest: string,
  { sheet, visit, unit, village, township }: Admitted,
) {
  return {
    ...{ id, sheet: sheet.id, version: sheet.version, subject, village, township, unit, digest },
    ...{ purpose: visit?.purpose ?? ('rotation' as const), visit: visit?.id ?? null, inspector: member.id },
    ...{ startedAt, endedAt, receivedAt: now.toISOString(), place: place ?? null },
    ...{ findings, answers, note: note || null },
    score: scoreSheet(sheet.method, sheet.items, { findings, answers }).score,
  }
}

function madeAt({ id, subject, village, place, endedAt }: ReturnType<typeof rowOf>) {
  return { target: 'inspection' as const, id, area: subject, village, place, at: endedAt }
}

/** Every photo is evidence once; which finding it shows stands with the finding. */
async function evidence(
  context: CountyContext,
  id: string,
  { subject, findings, photos = [], awaiting }: NewInspection,
  when: ReturnType<typeof sql>,
) {
  const of = { target: 'inspection' as const, targetId: id, area: subject, when, awaiting }
  const shown = findings.flatMap(({ photos: ids = [] }, at) =>
    ids.length === 0
      ? []
      : [attachPhotos(context, { ...of, role: 'finding', path: `findings.${at}.photos` }, ids)],
  )
  const others = attachPhotos(context, { ...of, role: 'evidence' }, photos)
  return (await Promise.all([...shown, others])).flat()
}
