import type { GroupPurpose } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useRetiring } from '../../ui/retiring.ts'

type Change = {
  id: string
  name?: string
  purpose?: GroupPurpose | null
  covers?: string[]
  active?: boolean
}

/** Retires and restores units, each with its undo; `change` also renames, says what one is for and what it covers. */
export function useChangeUnit() {
  const t = useTexts(unitsTexts)
  const { county } = useCounty()
  const change = useChange({
    send: ({ id, ...json }: Change) =>
      answer(api.counties[':county'].units[':id'].$patch({ param: { county, id }, json })),
    renews: [
      [county, 'units'],
      [county, 'setup'],
    ],
  })
  return {
    change,
    ...useRetiring(change, (active, name) => t(active ? 'didRestore' : 'didRetire', { name })),
  }
}
