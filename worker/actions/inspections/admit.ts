import { eq } from 'drizzle-orm'
import type { NewInspection } from '../../../schema/api/inspections.ts'
import { inspection, unit as units } from '../../../schema/tables/county.ts'
import { type Ancestor, selectLineages } from '../../data/names.ts'
import { type SheetRow, selectSheet } from '../../data/scoring-sheets.ts'
import { type NamedVisit, selectNextVisit, selectVisit } from '../../data/visits.ts'
import type { Member } from '../../domain/access/can.ts'
import { checkInspection } from '../../domain/inspections/check.ts'
import { inspectionMessages } from '../../problems/inspection-messages.ts'
import type { Language } from '../../problems/language.ts'
import { Problem } from '../../problems/problem.ts'
import type { CountyContext } from '../context.ts'
import { type KnownPlaces, latest, placeReads } from '../field/whereabouts.ts'
import { requireCan } from '../require.ts'

/** An inspection's surroundings, once it may be stored. */
export type Admitted = {
  sheet: SheetRow
  /** The visit it carries out. */
  visit: NamedVisit | undefined
  /** The group it is made for; the township where a township inspects its own; null for nobody in particular. */
  unit: string | null
  village: string | null
  township: string | null
  subjectName: string
  /** Where others of the place and the member's last were made. */
  places: KnownPlaces
}

/** What is known under the id already. */
export type Known = { digest: string; inspector: string }

type Complaint = { code: keyof typeof inspectionMessages; path: (string | number)[] }

/**
 * Checks an inspection against everything it names, in one round trip; gives what is known under its id already, where
 * anything is. Errors: inspection_refused (each place named), forbidden (another's village or group), not_found
 * (visit), visit_not_planned.
 */
export async function admit(
  context: CountyContext,
  id: string,
  wanted: NewInspection,
): Promise<{ before: Known } | Admitted> {
  const { db, member } = context
  const unit = unitOf(member, wanted.unit)
  const [[before], [sheet], lineage, [visit], [ofUnit], ...places] = await db.together(
    db.select(inspection, eq(inspection.id, id), { pick: ['digest', 'inspector'] }),
    selectSheet(db, wanted.sheet, wanted.version),
    selectLineages(db, [wanted.subject]),
    wanted.visit === undefined
      ? selectNextVisit(db, unit ?? '', wanted.subject)
      : selectVisit(db, wanted.visit),
    db.select(units, eq(units.id, unit ?? '')),
    ...placeReads(context, wanted.subject),
  )
  if (before) return { before }
  if (!sheet) throw refused([{ code: 'unknown_version', path: ['version'] }])
  const [subject] = lineage
  const inside = (level: string) => lineage.find((one) => one.level === level)?.id ?? null
  const [township, village] = [inside('township'), inside('village')]
  if (subject) requireCan(member, 'inspection.write', { township, village })
  const complaints: Complaint[] = [
    ...subjectProblems(subject, sheet),
    ...checkInspection(sheet, wanted, latest(context).getTime()),
    ...(unit === null || unit === township || ofUnit?.active ? [] : [unknownUnit]),
  ]
  if (complaints.length > 0) throw refused(complaints)
  const subjectName = subject?.name ?? ''
  return { sheet, visit: visitOf(wanted, visit, unit), unit, village, township, subjectName, places }
}

const unknownUnit: Complaint = { code: 'unknown_unit', path: ['unit'] }

/** Whoever belongs to a unit or a township inspects for it; the office for whom it likes. Errors: forbidden. */
function unitOf({ scope }: Member, wanted: string | undefined): string | null {
  const own = scope.kind === 'unit' || scope.kind === 'township' ? scope.id : null
  if (own !== null && wanted !== undefined && wanted !== own) throw new Problem('forbidden')
  return own ?? wanted ?? null
}

function subjectProblems(subject: Ancestor | undefined, sheet: SheetRow): Complaint[] {
  if (!subject?.active) return [{ code: 'area_retired', path: ['subject'] }]
  return subject.level === sheet.subject ? [] : [{ code: 'wrong_level', path: ['subject'] }]
}

function visitOf(
  { visit: named, subject }: NewInspection,
  visit: NamedVisit | undefined,
  unit: string | null,
): NamedVisit | undefined {
  if (named === undefined) return visit
  if (!visit) throw new Problem('not_found')
  if (visit.subject !== subject || (visit.unit !== null && visit.unit !== unit)) {
    throw refused([{ code: 'other_visit', path: ['visit'] }])
  }
  if (visit.state !== 'planned') throw new Problem('visit_not_planned')
  return visit
}

function refused(complaints: readonly Complaint[]): Problem {
  const fields = (language: Language) =>
    complaints.map(({ code, path }) => ({
      path: path.join('.'),
      message: inspectionMessages[code][language],
    }))
  return new Problem('inspection_refused', {}, { fields })
}
