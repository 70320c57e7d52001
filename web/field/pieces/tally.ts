import type { FieldRecord } from '../store/records.ts'

/** How many records are finished but not acknowledged, how many of those the service refused, how many are drafts. */
export function unsentIn(records: readonly Pick<FieldRecord, 'state'>[]): {
  unsent: number
  refused: number
  drafts: number
} {
  const count = (states: readonly FieldRecord['state'][]) =>
    records.filter(({ state }) => states.includes(state)).length
  return {
    unsent: count(['waiting', 'sending', 'refused']),
    refused: count(['refused']),
    drafts: count(['draft']),
  }
}
