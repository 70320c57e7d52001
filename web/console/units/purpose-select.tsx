import { Select } from 'antd'
import { type GroupPurpose, groupPurposes } from '../../../schema/api/areas.ts'
import { unitsTexts } from '../../i18n/units.ts'
import { useTexts } from '../../lib/language.tsx'

type Props = {
  id: string
  value: GroupPurpose | null
  change: (purpose: GroupPurpose | null) => void
}

/** What a group is for; may be left unsaid. */
export function PurposeSelect({ value, change, ...control }: Props) {
  const t = useTexts(unitsTexts)
  return (
    <Select<GroupPurpose | ''>
      {...control}
      style={{ width: '100%' }}
      value={value ?? ''}
      onChange={(next) => change(next === '' ? null : next)}
      options={[
        ...groupPurposes.map((purpose) => ({ value: purpose, label: t(`purpose_${purpose}`) })),
        { value: '' as const, label: t('noPurpose') },
      ]}
    />
  )
}
