import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'

type Props = { value: string; change: (id: string) => void }

export function CategoryFilter({ value, change }: Props) {
  const t = useTexts(complaintsTexts)
  const options = (useCategories().data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <NameSelect
      aria-label={t('category')}
      style={{ width: 200 }}
      value={value}
      onChange={change}
      options={[{ value: '', label: t('allCategories') }, ...options]}
    />
  )
}

export function TownshipFilter({ value, change }: Props) {
  const t = useTexts(complaintsTexts)
  const options = (useAreas().data?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <NameSelect
      aria-label={t('township')}
      style={{ width: 180 }}
      value={value}
      onChange={change}
      options={[{ value: '', label: t('allTownships') }, ...options]}
    />
  )
}
