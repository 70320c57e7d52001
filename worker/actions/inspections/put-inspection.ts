import { and, eq, sql } from 'drizzle-orm'
import type { InspectionDetail, NewInspection } from '../../../schema/api/inspections.ts'
import { inspection, scoringSheet } from '../../../schema/tables/county.ts'
import { unsettleByInspection } from '../../data/derived.ts'
import { addInspection, type InspectionRow } from '../../data/inspections.ts'
import { byTarget, selectPhotosOf } from '../../data/photos.ts'
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
import { type Admitted, admit, type Known } from './admit.ts'
import { inspectionDetailOf } from './inspection-view.ts'
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
  const digest = await digestOf(wanted, context.member.id)
  const made = await whileItChanges(() => put(context, id, wanted, digest))
  return made ? { made: true, shown: made } : { made: false, shown: await readInspection(context, id) }
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

/** What was stored now; undefined where it had been before. */
async function put(
  context: CountyContext,
  id: string,
  wanted: NewInspection,
  digest: string,
): Promise<InspectionDetail | undefined> {
  const { db, now } = context
  const admitted = await admit(context, id, wanted)
  if ('before' in admitted) return sameAs(admitted.before, wanted)
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
      ...(await whereabouts(context, madeAt(row), mine, admitted.places)),
    ),
  )
  if (stored) return shownNow(context, stored, admitted, photosIn(wanted) > 0)
  const after = await db.first(inspection, eq(inspection.id, id), { pick: ['digest', 'inspector'] })
  if (after) return sameAs(after, wanted)
  throw new Problem('conflict')
}

/** As a read would show it, from what is at hand: one that has just been stored has led to no issue yet. */
async function shownNow(
  { db, member }: CountyContext,
  row: InspectionRow,
  { sheet, subjectName }: Admitted,
  withPhotos: boolean,
): Promise<InspectionDetail> {
  const named = { ...row, subjectName, sheetName: sheet.name }
  const [photos] = withPhotos ? await db.together(selectPhotosOf(db, 'inspection', [row.id])) : [[]]
  return inspectionDetailOf(named, member, sheet, byTarget(photos).get(row.id) ?? [], [])
}

/** The same, whoever brings it: what a phone handed over may come from it once more. */
async function sameAs({ digest, inspector }: Known, wanted: NewInspection): Promise<undefined> {
  if (digest !== (await digestOf(wanted, inspector))) throw new Problem('id_taken')
  return undefined
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

function photosIn({ photos = [], findings }: NewInspection): number {
  return findings.reduce((sum, { photos: ids = [] }) => sum + ids.length, photos.length)
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
