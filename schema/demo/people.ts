import type { Role } from '../api/access.ts'
import type { NewMember } from '../api/identity.ts'

export const demoCounty = '990001'
/** For a county with no real people in it, on a machine that only its owner reaches. */
export const demoPassword = 'shifan-2026-demo'
export const demoOffice = 'demo-office'

/** Where each member of the demo county works; filled with ids of the county being built. */
export type DemoScopes = {
  township: string
  village: string
  group: string
  drone: string
  department: string
}

/** One sign-in per role, beside the office's own. */
export function demoMembers(scopes: DemoScopes): (NewMember & { id: string })[] {
  const one = (login: string, name: string, role: Role, scope?: string) => ({
    ...{ id: login, login, name, role },
    ...(scope === undefined ? {} : { scope }),
  })
  return [
    one('demo-leader', '示范县领导', 'county_leader'),
    one('demo-inspector', '示范督查员', 'inspector', scopes.group),
    one('demo-drone', '示范飞手', 'drone_operator', scopes.drone),
    one('demo-reporter', '示范乡镇报送员', 'township_reporter', scopes.township),
    one('demo-township', '示范乡镇领导', 'township_leader', scopes.township),
    one('demo-department', '示范部门', 'department', scopes.department),
    one('demo-village', '示范村书记', 'village_secretary', scopes.village),
    one('demo-grid', '示范网格员', 'grid_member', scopes.village),
  ]
}
