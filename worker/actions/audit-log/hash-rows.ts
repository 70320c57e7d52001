import { sha256 } from '../../data/sha256.ts'
import { type AuditContent, rowText, type SealedRow } from '../../domain/audit/seal.ts'

/** The rows as a block lists them. */
export function hashRows(rows: readonly AuditContent[]): Promise<SealedRow[]> {
  return Promise.all(rows.map(async (row) => ({ id: row.id, hash: await sha256(rowText(row)) })))
}
