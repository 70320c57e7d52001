import { catalogueTexts } from '../../../i18n/issue-catalogue.ts'
import { useAreas, useUnits } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'

/** The name of an area or unit; its id while names are not known. */
export function usePartyName(): (id: string) => string {
  const areas = useAreas().data
  const units = useUnits().data
  return (id) => units?.find((unit) => unit.id === id)?.name ?? areas?.fullName(id) ?? id
}

/** Whom a rule gives an issue to. */
export function useLeadWords(): (rule: {
  lead: string | null
  level: 'village' | 'township' | null
}) => string {
  const t = useTexts(catalogueTexts)
  const name = usePartyName()
  return ({ lead, level }) => (lead === null ? t(`level_${level ?? 'village'}`) : name(lead))
}
