import type { Role } from '../../../schema/api/access.ts'
import type { IssueSource } from '../../../schema/api/issues.ts'

/**
 * Which sources a role can have found an issue by. Only those whose own place it is can have found it themselves, so
 * that "found by the village itself" means what it says where it spares the village's rank.
 */
export const sourcesOf: Record<Role, readonly IssueSource[]> = {
  county_admin: ['inspection', 'self_check', 'drone', 'complaint', 'superior', 'field_visit', 'meeting'],
  county_leader: ['field_visit', 'complaint', 'superior'],
  inspector: ['inspection', 'complaint', 'superior'],
  drone_operator: ['drone'],
  township_leader: ['field_visit', 'self_check', 'inspection', 'complaint', 'superior', 'meeting'],
  township_reporter: ['self_check', 'inspection', 'complaint', 'superior', 'meeting'],
  department: ['inspection', 'complaint', 'superior'],
  village_secretary: ['self_check', 'complaint'],
  grid_member: ['self_check', 'complaint'],
}
