import type { Role, Scope } from '../../schema/api/access.ts'
import { scopesOfRole } from '../../worker/domain/access/scopes.ts'
import { rolesTexts } from '../i18n/roles.ts'
import { useAreas, useGrids, useUnits } from './county-areas.ts'
import { useTexts } from './language.tsx'

/** The areas and units a role may be given as its scope, under their full names. */
export function useScopeOptions(role: Role): { value: string; label: string }[] {
  const areas = useAreas().data
  const units = useUnits().data ?? []
  const kinds = scopesOfRole[role]
  const grids = useGrids(kinds.includes('grid')).data ?? []
  const listed = [
    ...(kinds.includes('township') ? (areas?.townships ?? []) : []),
    ...(kinds.includes('grid') ? grids : []),
    ...(kinds.includes('village') ? (areas?.villages ?? []) : []),
    ...(kinds.includes('unit') ? units : []),
  ]
  return listed
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: areas?.byId.has(id) ? areas.fullName(id) : name }))
}

/** Says what a scope reaches over. */
export function useScopeName(): (scope: Scope) => string {
  const t = useTexts(rolesTexts)
  const areas = useAreas().data
  const units = useUnits().data
  return ({ kind, id }) => {
    if (id === null) return t(`kind_${kind}`)
    const unit = kind === 'unit' ? units?.find((one) => one.id === id) : undefined
    return unit?.name ?? areas?.fullName(id) ?? t(`kind_${kind}`)
  }
}
