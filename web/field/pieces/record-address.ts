import type { FieldRecord } from '../store/records.ts'

/** The screen on which a draft goes on being written. */
export function addressOfRecord({ id, body }: Pick<FieldRecord, 'id' | 'body'>): string {
  switch (body.kind) {
    case 'inspection':
      return `/inspections/${id}`
    case 'issue':
      return `/found/${id}`
    case 'step':
      return `/issues/${body.issue}/${body.record.kind ?? 'noted'}`
    case 'patrol':
      return `/patrol/${id}`
  }
}
