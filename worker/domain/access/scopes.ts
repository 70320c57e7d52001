import type { Role, ScopeKind } from '../../../schema/api/access.ts'

/** Which kinds of scope a role may be given; a township reporter without a township means nothing. */
export const scopesOfRole: Record<Role, readonly ScopeKind[]> = {
  county_admin: ['county'],
  county_leader: ['county'],
  inspector: ['unit'],
  drone_operator: ['unit'],
  township_reporter: ['township'],
  township_leader: ['township'],
  department: ['unit'],
  village_secretary: ['village'],
  grid_member: ['grid', 'village'],
}
