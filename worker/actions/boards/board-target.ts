import type { AreaRow } from '../../data/areas.ts'
import type { Target } from '../../domain/access/can.ts'

/** What a board belongs to, as far as scopes ask: a township, through itself or one of its villages, or nobody's. */
export function boardTarget(owner: Pick<AreaRow, 'id' | 'level' | 'parent'>): Target {
  if (owner.level === 'township') return { township: owner.id }
  if (owner.level === 'village') return { township: owner.parent, village: owner.id }
  return {}
}
