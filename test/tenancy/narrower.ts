import type { Role } from '../../schema/api/access.ts'

/**
 * Routes where the fixture's county refuses roles that have the verb, and why that is right. `roles` is exactly who is
 * refused; a grid member is meant whatever the scope.
 */
export const narrower: Record<string, { roles: readonly Role[]; why: string }> = {
  ...ofTheCountysBoard('PUT rounds/{id}/closure'),
  ...ofTheCountysBoard('PUT rounds/{id}/roster'),
  ...ofTheCountysBoard('DELETE rounds/{id}/exemptions/{subject}'),
  ...ofTheCountysBoard('POST boards/{id}/history/imports'),
  ...ofAnothersDesk('GET rounds/{id}/reports/{source}/{reporter}'),
  ...ofAnothersDesk('DELETE rounds/{id}/reports/{source}/{reporter}'),
  ...ofAnothersDesk('GET rounds/{id}/reports/{source}/{reporter}/sheet'),
  ...ofAnothersDesk('POST rounds/{id}/reports/{source}/{reporter}/sheet'),
  ...ofAnotherTownship('GET consequences/{id}', [
    'township_reporter',
    'township_leader',
    'village_secretary',
  ]),
  ...ofAnotherTownship('GET consequences/{id}/assignments', [
    'township_reporter',
    'township_leader',
    'village_secretary',
  ]),
  ...ofAnotherTownship('GET consequences/{id}/events', [
    'township_reporter',
    'township_leader',
    'village_secretary',
  ]),
  ...ofAnotherTownship('DELETE consequences/{id}/schedule', ['township_leader']),
  ...ofAnotherTownship('DELETE consequences/{id}/follow-up', ['township_leader']),
  ...ofAnotherTownship('DELETE consequences/{id}/completion', ['township_leader']),
  ...at('GET issues/relapses', {
    roles: [
      ...(['inspector', 'drone_operator', 'township_reporter', 'township_leader'] as const),
      ...(['department', 'village_secretary', 'grid_member'] as const),
    ],
    why: 'how often whose verifications did not hold is for the office and the county’s leaders',
  }),
  ...at('GET inspections/{id}', { roles: ['grid_member'], why: 'it is of the village, not of the grid' }),
  ...at('GET rounds/{id}/standings/{subject}/inspections', {
    roles: [
      ...(['inspector', 'drone_operator', 'township_reporter'] as const),
      ...(['village_secretary', 'grid_member'] as const),
    ],
    why: 'the round is still open',
  }),
  ...at('GET columns', {
    roles: ['inspector', 'drone_operator', 'department', 'village_secretary', 'grid_member'],
    why: 'drafts are for those who write and review',
  }),
  ...at('PUT columns/{id}/photos/{photo}/copy', {
    roles: ['county_leader'],
    why: 'while it is a draft it is its writers’',
  }),
}

function at(route: string, said: { roles: readonly Role[]; why: string }) {
  return { [route.replace(' ', ' /api/v1/counties/{county}/')]: said }
}

function ofTheCountysBoard(route: string) {
  return at(route, { roles: ['township_leader'], why: 'the board is the county’s' })
}

function ofAnothersDesk(route: string) {
  return at(route, { roles: ['inspector', 'drone_operator'], why: 'townships report for this source' })
}

function ofAnotherTownship(route: string, roles: readonly Role[]) {
  return at(route, { roles, why: 'the interview is of another township' })
}
