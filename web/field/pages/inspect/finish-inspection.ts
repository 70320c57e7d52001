import type { Role } from '../../../../schema/api/access.ts'
import type { ScoringSheet } from '../../../../schema/api/scoring-sheets.ts'
import type { FieldStore } from '../../store/store.ts'
import { madeOf, outcomes } from './finding-issue.ts'
import { finished, type InspectionRecord } from './inspection-draft.ts'

/**
 * Finishes an inspection and, after it, the issues made of its findings, which share their photos. Photos of a finding
 * that was taken back stay with the visit.
 */
export async function finishInspection(
  store: FieldStore,
  inspection: { id: string; area: string; record: InspectionRecord; sheet: ScoringSheet },
  role: Role,
  now: number,
): Promise<void> {
  const { id, area } = inspection
  const record = finished(inspection.record, now)
  await store.write(id, { kind: 'inspection', record }, area)
  const made = madeOf(await store.records(), id)
  const ends = outcomes(made, { ...inspection, record }, await store.photos(id), role)
  await store.finish(id)
  for (const end of ends) {
    if ('gone' in end) await store.discard(end.id)
    else {
      await store.write(end.id, { kind: 'issue', record: end.record }, end.title)
      await store.finish(end.id)
    }
  }
}
