import type { Owner } from './records.ts'

/** What every row on the phone is kept under, so that nobody meets another's. */
export function ownerKey({ account, county }: Pick<Owner, 'account' | 'county'>): string {
  return `${account}/${county}`
}
