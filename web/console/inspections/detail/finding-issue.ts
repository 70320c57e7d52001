import type { Finding, InspectionDetail } from '../../../../schema/api/inspections.ts'
import type { NewIssue } from '../../../../schema/api/issues.ts'
import type { Deduction, SheetItem } from '../../../../schema/api/scoring-sheets.ts'

/** The id of the issue a finding becomes: the inspection's and the finding's place in it, so that it is one issue. */
export function issueIdOf({ id, findings }: InspectionDetail, finding: Finding): string {
  const at = findings.findIndex((one) => one.item === finding.item && one.deduction === finding.deduction)
  return `${id}-${at + 1}`
}

/** The issue a finding becomes. */
export function issueOf(
  { id, subject, endedAt, place }: InspectionDetail,
  item: SheetItem,
  { name }: Deduction,
  { count, note, photos = [] }: Finding,
  category: string,
): NewIssue {
  const what = `${item.name}：${name} × ${count}`
  return {
    ...{ category, area: subject, source: 'inspection', inspection: id, foundAt: endedAt, place },
    text: note ? `${what}。${note}` : what,
    ...(photos.length > 0 ? { photos: [...photos] } : {}),
  }
}
