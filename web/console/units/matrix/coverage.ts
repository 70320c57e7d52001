import type { Area, GroupPurpose, Unit } from '../../../../schema/api/areas.ts'

export type Coverage = {
  township: Area
  /** The groups attached to the township, by what they are for. */
  groups: Record<GroupPurpose | 'other', Unit[]>
  /** Whether nobody is attached to it for liaison. */
  bare: boolean
}

const purposes = ['leading', 'special', 'liaison', 'inspection', 'other'] as const

/** Which group covers which township in use; a group that covers none in particular inspects anywhere. */
export function coverageOf(townships: readonly Area[], units: readonly Unit[]): Coverage[] {
  const groups = units.filter(({ kind, active }) => kind === 'group' && active)
  return townships
    .filter(({ active }) => active)
    .map((township) => {
      const own = groups.filter(({ covers }) => covers.includes(township.id))
      const of = (purpose: (typeof purposes)[number]) =>
        own.filter((unit) => (unit.purpose ?? 'other') === purpose)
      return {
        township,
        groups: {
          leading: of('leading'),
          special: of('special'),
          liaison: of('liaison'),
          inspection: of('inspection'),
          other: of('other'),
        },
        // Groups made before purposes were noted count as liaison: they cover a township in particular.
        bare: of('liaison').length === 0 && of('other').length === 0,
      }
    })
}

/** The groups that cover no township in particular. */
export function anywhere(units: readonly Unit[]): Unit[] {
  return units.filter(({ kind, active, covers }) => kind === 'group' && active && covers.length === 0)
}
