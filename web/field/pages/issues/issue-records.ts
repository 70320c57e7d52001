import type { FieldIssue } from '../../../../schema/api/field.ts'
import type { FieldRecord } from '../../store/records.ts'

type StepRecord = FieldRecord & { body: Extract<FieldRecord['body'], { kind: 'step' }> }

/** The steps taken with an issue on this phone, in the order they were made. */
export function stepsOf(records: readonly FieldRecord[], issue: string): StepRecord[] {
  return records
    .filter((record): record is StepRecord => record.body.kind === 'step' && record.body.issue === issue)
    .sort((a, b) => a.madeAt - b.madeAt)
}

/**
 * The version of an issue as whoever stands before it sees it: the last sync's, and one more for each step taken here
 * since, so that two steps of one's own do not stand in each other's way. `syncedAt` in epoch ms.
 */
export function versionSeen(
  { id, version }: Pick<FieldIssue, 'id' | 'version'>,
  records: readonly FieldRecord[],
  syncedAt: number,
): number {
  const since = stepsOf(records, id).filter(
    ({ state, sentAt }) =>
      state === 'waiting' || state === 'sending' || (state === 'sent' && (sentAt ?? 0) > syncedAt),
  )
  return version + since.length
}
