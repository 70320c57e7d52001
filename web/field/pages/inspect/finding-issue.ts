import type { Role } from '../../../../schema/api/access.ts'
import type { Finding } from '../../../../schema/api/inspections.ts'
import type { NewIssue } from '../../../../schema/api/issues.ts'
import type { Deduction, ScoringSheet, SheetItem } from '../../../../schema/api/scoring-sheets.ts'
import { sourcesOf } from '../../../../worker/domain/issues/sources.ts'
import type { FieldPhoto, FieldRecord } from '../../store/records.ts'
import { foundIn, type InspectionRecord } from './inspection-draft.ts'

/** The title of the issue a finding becomes; it says which finding it is of. */
export function titleOf(area: string, item: SheetItem, { name }: Deduction): string {
  return `${area} · ${item.name}：${name}`
}

/** The issues made of an inspection that wait for it to be finished. */
export function madeOf(records: readonly FieldRecord[], inspection: string): FieldRecord[] {
  return records.filter(
    ({ state, body }) => state === 'draft' && body.kind === 'issue' && body.record.inspection === inspection,
  )
}

/** The issue a finding becomes, without its photos. */
export function issueOfFinding(
  inspection: string,
  { subject, endedAt, startedAt, place }: InspectionRecord,
  item: SheetItem,
  { name }: Deduction,
  { count, note = '' }: Pick<Finding, 'count' | 'note'>,
  role: Role,
): Partial<NewIssue> {
  const what = `${item.name}：${name} × ${count}`
  const foundAt = endedAt ?? startedAt
  const source = sourcesOf[role].includes('inspection') ? 'inspection' : sourcesOf[role][0]
  return {
    inspection,
    text: note.trim() === '' ? what : `${what}。${note.trim()}`,
    ...(subject === undefined ? {} : { area: subject }),
    ...(source === undefined ? {} : { source }),
    ...(foundAt === undefined ? {} : { foundAt }),
    ...(place ? { place } : {}),
  }
}

export type Outcome = { id: string; title: string; record: Partial<NewIssue> } | { id: string; gone: true }

/**
 * What becomes of the issues made of an inspection as it is finished: each takes over the words, count and photos its
 * finding has by now; one whose finding was taken back is gone.
 */
export function outcomes(
  made: readonly FieldRecord[],
  inspection: { id: string; area: string; record: InspectionRecord; sheet: ScoringSheet },
  photos: readonly FieldPhoto[],
  role: Role,
): Outcome[] {
  const { id, area, record, sheet } = inspection
  const pairs = sheet.items.flatMap((item) => item.deductions.map((deduction) => ({ item, deduction })))
  return made.map(({ id: issue, title, body }): Outcome => {
    const pair = pairs.find(({ item, deduction }) => titleOf(area, item, deduction) === title)
    const finding = foundIn(record).findings.find(
      (one) => one.item === pair?.item.key && one.deduction === pair?.deduction.key,
    )
    if (!pair || !finding || body.kind !== 'issue') return { id: issue, gone: true }
    const shown = photos.filter(({ of }) => of === `${finding.item}/${finding.deduction}`)
    const fresh = issueOfFinding(id, record, pair.item, pair.deduction, finding, role)
    return { id: issue, title, record: { ...body.record, ...fresh, ...sharing(shown) } }
  })
}

/** Photos that the inspection brings already: named, not sent again. */
function sharing(photos: readonly FieldPhoto[]): Pick<Partial<NewIssue>, 'photos' | 'awaiting'> {
  if (photos.length === 0) return {}
  const awaiting = photos.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [{ id, sha256 }]))
  return { photos: awaiting.map(({ id }) => id), awaiting }
}
