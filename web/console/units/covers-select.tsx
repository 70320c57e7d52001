import type { SelectProps } from 'antd'
import { unitsTexts } from '../../i18n/units.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { useTexts } from '../../lib/language.tsx'
import { type NameOption, NameSelect } from '../../ui/name-select.tsx'

type Props = Pick<SelectProps<string[], NameOption>, 'id' | 'aria-label' | 'aria-describedby' | 'status'> & {
  value: string[]
  change: (covers: string[]) => void
}

/** Which townships a group covers; none means anywhere. */
export function CoversSelect({ value, change, ...control }: Props) {
  const t = useTexts(unitsTexts)
  const townships = useAreas().data?.townships ?? []
  return (
    <NameSelect<string[]>
      {...control}
      mode="multiple"
      style={{ width: '100%' }}
      placeholder={t('coversAll')}
      value={value}
      onChange={change}
      options={townships.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
