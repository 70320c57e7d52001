import type { Area } from '../../../schema/api/areas.ts'
import type { CountyAreas } from '../../lib/county-areas.ts'

/** A row of the tree; a placeholder stands where nothing lies beneath. */
export type AreaRow = Area & { children?: AreaRow[]; placeholder?: boolean }

/** What lies beneath the areas the reader has opened, by their ids; undefined while it is read. */
export type Below = ReadonlyMap<string, readonly Area[] | undefined>

/**
 * A village that matches brings its township along; while searching, a township that matches brings all its villages.
 * Everything from a village down can be opened: what lies beneath is read when it is.
 */
export function treeOf(
  areas: CountyAreas | undefined,
  matches: readonly Area[],
  searching: boolean,
  below: Below,
  nothing: string,
): AreaRow[] {
  if (!areas) return []
  const found = new Set(matches.map(({ id }) => id))
  const opened = (area: Area): AreaRow => {
    const children = below.get(area.id)
    if (!children) return { ...area, children: [] }
    if (children.length > 0) return { ...area, children: children.map(opened) }
    return { ...area, children: [{ ...area, id: `below:${area.id}`, name: nothing, placeholder: true }] }
  }
  return areas.townships.flatMap((township): AreaRow[] => {
    const villages = areas.villagesOf(township.id)
    const shown = villages.filter(({ id }) => found.has(id))
    if (shown.length === 0 && !found.has(township.id)) return []
    const children = searching && shown.length === 0 ? villages.filter(({ active }) => active) : shown
    return [children.length === 0 ? township : { ...township, children: children.map(opened) }]
  })
}
