import { useMemo } from 'react'
import type { Role } from '../../../../schema/api/access.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useAreas, useGrids, useUnits } from '../../../lib/county-areas.ts'
import type { ScopeChoice } from './read-list.ts'

const roles = [
  'county_admin',
  'county_leader',
  'inspector',
  'drone_operator',
  'township_reporter',
  'township_leader',
  'department',
  'village_secretary',
  'grid_member',
] as const satisfies readonly Role[]

/** Everything a pasted list may name: roles in both languages, and areas and units in use by their full names. */
export function useListWords(): { roles: ReadonlyMap<string, Role>; scopes: ScopeChoice[] } | undefined {
  const areas = useAreas().data
  const units = useUnits().data
  const grids = useGrids(true).data
  return useMemo(() => {
    if (!areas || !units || !grids) return undefined
    const names = roles.flatMap((role): [string, Role][] =>
      [role, rolesTexts.zh[role], rolesTexts.en[role]].map((name) => [name.toLowerCase(), role]),
    )
    const of = (list: readonly { id: string; name: string; active: boolean }[], kind: ScopeChoice['kind']) =>
      list
        .filter(({ active }) => active)
        .map(({ id, name }) => ({
          value: id,
          label: areas.byId.has(id) ? areas.fullName(id) : name,
          kind,
        }))
    const scopes = [
      ...of(areas.townships, 'township'),
      ...of(areas.villages, 'village'),
      ...of(grids, 'grid'),
      ...of(units, 'unit'),
    ]
    return { roles: new Map(names), scopes }
  }, [areas, units, grids])
}
