import type { Area } from '../../../../schema/api/areas.ts'
import type { Lineage } from '../../../../worker/domain/issues/rules.ts'

/** An area and what it lies in, from the area itself up to its township. */
export function lineageOf(id: string, byId: ReadonlyMap<string, Area>): Lineage {
  const line: { id: string; level: string }[] = []
  let area = byId.get(id)
  while (area && area.level !== 'county' && line.length < 8) {
    line.push({ id: area.id, level: area.level })
    area = byId.get(area.parent ?? '')
  }
  return line
}
