import type { NewInspection } from '../../../schema/api/inspections.ts'
import type { NewIssue } from '../../../schema/api/issues.ts'
import { byPosition } from '../store/order.ts'
import type { Body, FieldPhoto, FieldRecord } from '../store/records.ts'

/** The request a record is sent with: `path` below `…/counties/{county}/`. */
export type Outgoing = { path: string; body: Record<string, unknown> }

/**
 * A finished record as the service takes it, its photos awaited. Always the same for the same record and photos, so
 * that sending it again changes nothing. Photos the phone could not make anything of are left out.
 */
export function outgoing(
  record: Pick<FieldRecord, 'id' | 'madeAt'>,
  body: Body,
  photos: readonly FieldPhoto[],
): Outgoing {
  const ready = byPosition(photos).filter(({ sha256 }) => sha256 !== null)
  const awaiting = ready.length === 0 ? {} : { awaiting: ready.map(({ id, sha256 }) => ({ id, sha256 })) }
  switch (body.kind) {
    case 'inspection':
      return { path: `inspections/${record.id}`, body: { ...inspection(body.record, ready), ...awaiting } }
    case 'issue':
      return { path: `issues/${record.id}`, body: { ...issue(body.record, ready), ...awaiting } }
    case 'step': {
      const deviceAt = new Date(record.madeAt).toISOString()
      const step = { deviceAt, ...body.record, ...listed(ready) }
      return { path: `issues/${body.issue}/steps/${record.id}`, body: { ...step, ...awaiting } }
    }
    case 'patrol':
      return { path: `patrols/${record.id}`, body: { ...body.record } }
  }
}

/** Each photo with the deduction it shows; one whose deduction was taken back stays with the visit. */
function inspection(record: Partial<NewInspection>, photos: readonly FieldPhoto[]) {
  const findings = (record.findings ?? []).map((finding) => {
    const shown = photos.filter(({ of }) => of === keyOf(finding))
    return { ...finding, ...listed(shown) }
  })
  const keys = new Set(findings.map(keyOf))
  return { ...record, findings, ...listed(photos.filter(({ of }) => of === null || !keys.has(of))) }
}

function issue(record: Partial<NewIssue>, photos: readonly FieldPhoto[]) {
  const { solved } = record
  if (!solved) return { ...record, ...listed(photos) }
  const after = photos.filter(({ role }) => role === 'after')
  return {
    ...record,
    ...listed(photos.filter(({ role }) => role !== 'after')),
    solved: { ...solved, photos: after.map(({ id }) => id) },
  }
}

function listed(photos: readonly FieldPhoto[]): { photos?: string[] } {
  return photos.length === 0 ? {} : { photos: photos.map(({ id }) => id) }
}

/** What ties a photo to a deduction: see `FieldPhoto.of`. */
function keyOf({ item, deduction }: { item: string; deduction: string }): string {
  return `${item}/${deduction}`
}
