import { useQuery } from '@tanstack/react-query'
import type { Area, AreaLevel, Unit } from '../../schema/api/areas.ts'
import { allPages, answer, api } from './api.ts'
import { useCounty } from './session.ts'

/** A county's own area, its townships and villages, retired ones included, in the order of their ids. */
export type CountyAreas = {
  county: Area | undefined
  townships: Area[]
  villages: Area[]
  villagesOf: (township: string) => Area[]
  byId: ReadonlyMap<string, Area>
  /** 喜泉镇 石门村民委员会: a village with its township, anything else by its name alone. */
  fullName: (id: string) => string
}

/** Query key of everything that depends on a county's areas. */
export const areasKey = (county: string) => [county, 'areas'] as const

/** Reads all of them (a few hundred, at most some thousand rows) once and keeps them for every section. */
export function useAreas() {
  const { county } = useCounty()
  return useQuery({
    queryKey: areasKey(county),
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const [own, townships, villages] = await Promise.all([
        readAreas(county, 'county'),
        readAreas(county, 'township'),
        readAreas(county, 'village'),
      ])
      return countyAreas(own[0], townships, villages)
    },
  })
}

/** The grids, which few counties have at first; read only where a role needs them. */
export function useGrids(wanted: boolean) {
  const { county } = useCounty()
  return useQuery({
    queryKey: [...areasKey(county), 'grids'],
    queryFn: () => readAreas(county, 'grid'),
    enabled: wanted,
  })
}

/** Every office, department and group, retired ones included. */
export function useUnits() {
  const { county } = useCounty()
  return useQuery({
    queryKey: [county, 'units'],
    queryFn: async (): Promise<Unit[]> =>
      (await answer(api.counties[':county'].units.$get({ param: { county } }))).items,
  })
}

function readAreas(county: string, level: AreaLevel): Promise<Area[]> {
  return allPages<Area>((cursor) =>
    answer(
      api.counties[':county'].areas.$get({ param: { county }, query: { level, limit: '500', ...cursor } }),
    ),
  )
}

function countyAreas(county: Area | undefined, townships: Area[], villages: Area[]): CountyAreas {
  const byId = new Map(
    [...(county ? [county] : []), ...townships, ...villages].map((area) => [area.id, area]),
  )
  const under = new Map<string, Area[]>(townships.map(({ id }) => [id, []]))
  for (const village of villages) under.get(village.parent ?? '')?.push(village)
  return {
    county,
    townships,
    villages,
    byId,
    villagesOf: (township) => under.get(township) ?? [],
    fullName: (id) => {
      const area = byId.get(id)
      if (!area) return id
      const parent = area.level === 'village' ? byId.get(area.parent ?? '') : undefined
      return parent ? `${parent.name} ${area.name}` : area.name
    },
  }
}
