import type { Scope } from '../../../schema/api/access.ts'
import type { FieldArea, FieldBundle } from '../../../schema/api/field.ts'
import { can } from '../../../worker/domain/access/can.ts'
import { villageName } from '../../ui/ranking-words.ts'

/** An area by its id, what it lies in after it: a grid, its village, the township, the county. */
export function chainOf(areas: readonly FieldArea[], id: string): FieldArea[] {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const chain: FieldArea[] = []
  for (let next = byId.get(id); next && !chain.includes(next); next = byId.get(next.parent ?? '')) {
    chain.push(next)
  }
  return chain
}

/** Whether a member's reach covers an area: a unit's is the whole county. */
export function reaches(areas: readonly FieldArea[], { kind, id }: Scope, area: string): boolean {
  if (kind === 'county' || kind === 'unit') return true
  return chainOf(areas, area).some((each) => each.id === id)
}

/** What an area lies in, for telling two of one name apart; empty for a township. */
export function within(areas: readonly FieldArea[], id: string): string {
  return chainOf(areas, id)
    .slice(1)
    .filter(({ level }) => level !== 'county')
    .map(({ name }) => villageName(name))
    .join(' · ')
}

/** The grids that a member walks through; none for those who only inspect. */
export function gridsOf({ areas, member }: FieldBundle): FieldArea[] {
  if (!can(member, 'patrol.write')) return []
  return areas.filter(({ id, level }) => level === 'grid' && reaches(areas, member.scope, id))
}
