import type { Role } from '../../../schema/api/access.ts'

/** Whether a member's county wants a second factor of them that their account does not have: administrators alone. */
export function lacksSecondFactor({
  role,
  wanted,
  on,
}: {
  role: Role
  wanted: boolean
  on: boolean
}): boolean {
  return wanted && role === 'county_admin' && !on
}
