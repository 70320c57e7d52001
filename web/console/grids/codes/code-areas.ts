import { useMemo } from 'react'
import type { Area } from '../../../../schema/api/areas.ts'
import type { FieldCode } from '../../../../schema/api/field.ts'
import { useAreas, useGrids } from '../../../lib/county-areas.ts'
import { useCounty } from '../../../lib/session.ts'
import { villageName } from '../../../ui/ranking-words.ts'
import { useCodes } from '../queries.ts'

export type CodeLevel = 'village' | 'grid'
/** A village or grid of a township, and its code where it has one. */
export type CodeArea = { id: string; name: string; within: string; code: FieldCode | undefined }

/** The townships whose codes the member may print. */
export function useCodeTownships(): Area[] {
  const { may } = useCounty()
  const townships = useAreas().data?.townships ?? []
  return townships.filter(({ id, active }) => active && may('code.write', { township: id }))
}

/** A township's villages, or the grids in them, with their codes. */
export function useCodeAreas(township: string, level: CodeLevel) {
  const codes = useCodes(township)
  const areas = useAreas()
  const grids = useGrids(level === 'grid')
  const error = codes.error ?? areas.error ?? grids.error
  const data = useMemo((): CodeArea[] | undefined => {
    const known = areas.data
    const ready = level === 'village' || grids.data
    if (!known || !codes.data || !ready) return undefined
    const villages = known.villagesOf(township).filter(({ active }) => active)
    const byArea = new Map(codes.data.map((code) => [code.area, code]))
    const townshipName = known.byId.get(township)?.name ?? ''
    const line = ({ id, name }: Area, within: string): CodeArea => ({
      ...{ id, within, code: byArea.get(id) },
      name: level === 'village' ? villageName(name) : name,
    })
    if (level === 'village') return villages.map((area) => line(area, townshipName))
    const here = new Map(villages.map((area) => [area.id, `${townshipName} ${villageName(area.name)}`]))
    return (grids.data ?? [])
      .filter(({ active, parent }) => active && (here.has(parent ?? '') || parent === township))
      .map((area) => line(area, here.get(area.parent ?? '') ?? townshipName))
  }, [areas.data, codes.data, grids.data, township, level])
  const refetch = () => Promise.all([codes.refetch(), areas.refetch()])
  return { data, isPending: data === undefined && !error, error, refetch }
}
