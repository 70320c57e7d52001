import { useMemo } from 'react'
import { useAreas, useUnits } from './county-areas.ts'

/** Everyone an issue may be assigned to: units first, then townships and villages. */
export function useLeadOptions(): { value: string; label: string }[] {
  const areas = useAreas().data
  const units = useUnits().data
  return useMemo(
    () => [
      ...(units ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
      ...(areas?.townships ?? [])
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: id, label: name })),
      ...(areas?.villages ?? [])
        .filter(({ active }) => active)
        .map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id })),
    ],
    [areas, units],
  )
}

/** The name of a unit or area; undefined until known. */
export function useLeadName(): (id: string) => string | undefined {
  const areas = useAreas().data
  const units = useUnits().data
  return (id) =>
    units?.find((unit) => unit.id === id)?.name ?? (areas?.byId.has(id) ? areas.fullName(id) : undefined)
}
