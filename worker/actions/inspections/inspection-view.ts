import type { Inspection, InspectionDetail } from '../../../schema/api/inspections.ts'
import type { PhotoShown } from '../../../schema/api/photos.ts'
import type { VisitPurpose } from '../../../schema/api/visits.ts'
import type { NamedInspection } from '../../data/inspections.ts'
import type { SheetRow } from '../../data/scoring-sheets.ts'
import { can, type Member } from '../../domain/access/can.ts'

/** An inspection as the API shows it to a member. */
export function inspectionOf(row: NamedInspection, member: Member): Inspection {
  const { id, sheet, sheetName, version, subject, subjectName, township } = row
  const { visit, inspector, unit, startedAt, endedAt, receivedAt, score } = row
  return {
    ...{ id, sheet, sheetName, version, subject, subjectName, township },
    purpose: shownPurpose(row.purpose, member),
    ...{ visit, inspector, unit, startedAt, endedAt, receivedAt, score },
    annulled: row.annulledAt === null ? null : { at: row.annulledAt, reason: row.annulledFor ?? '' },
  }
}

export function inspectionDetailOf(
  row: NamedInspection,
  member: Member,
  sheet: SheetRow,
  photos: PhotoShown[],
  issues: string[],
): InspectionDetail {
  const { place, findings, answers, note } = row
  const { name, method, items } = sheet
  return {
    ...inspectionOf(row, member),
    place,
    findings,
    answers,
    note,
    photos,
    of: { name, method, items },
    issues,
  }
}

/**
 * Why a visit is made, as a member may know it: to those who inspect and those who are inspected a second look reads
 * like any other, else it would not be one.
 */
export function shownPurpose(purpose: VisitPurpose, member: Member): VisitPurpose {
  const hidden = purpose === 'blind' || purpose === 'anchor'
  return hidden && !mayKnowWhy(member) ? 'rotation' : purpose
}

/** The office and the county's leaders. */
export function mayKnowWhy(member: Member): boolean {
  return can(member, 'visit.read', {})
}
