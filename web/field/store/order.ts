import type { FieldPhoto, FieldRecord } from './records.ts'

/** Records as they were made; two of the same moment by their ids. */
export function inOrder<Each extends Pick<FieldRecord, 'madeAt' | 'id'>>(records: readonly Each[]): Each[] {
  return [...records].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
}

/** Photos of a record as they were picked. */
export function byPosition<Each extends Pick<FieldPhoto, 'position' | 'id'>>(
  photos: readonly Each[],
): Each[] {
  return [...photos].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}
