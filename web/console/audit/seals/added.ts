import type { AuditVerification } from '../../../../schema/api/audit.ts'

/** What the steps of a check found together, up to the newest of them. */
export function added(whole: AuditVerification | undefined, step: AuditVerification): AuditVerification {
  if (!whole) return step
  return {
    ...step,
    from: whole.from,
    rows: whole.rows + step.rows,
    findings: [...whole.findings, ...step.findings],
  }
}
