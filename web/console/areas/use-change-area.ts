import { areasTexts } from '../../i18n/areas.ts'
import { answer, api } from '../../lib/api.ts'
import { areasKey } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { useChange } from '../../lib/use-change.ts'
import { useRetiring } from '../../ui/retiring.ts'

/** Retires and restores areas, each with its undo; `change` also renames and recodes. */
export function useChangeArea() {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const change = useChange({
    send: ({ id, ...json }: { id: string; name?: string; code?: string; active?: boolean }) =>
      answer(api.counties[':county'].areas[':id'].$patch({ param: { county, id }, json })),
    renews: [areasKey(county), [county, 'setup']],
  })
  return {
    change,
    ...useRetiring(change, (active, name) => t(active ? 'didRestore' : 'didRetire', { name })),
  }
}
