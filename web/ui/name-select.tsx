import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'
import { useNameSearch } from '../lib/pinyin.ts'

export type NameOption = { value: string; label: string }

type Props<Value> = Omit<SelectProps<Value, NameOption>, 'options' | 'showSearch'> & {
  options: readonly NameOption[]
}

/** A choice among many names, found by part of the name or by pinyin initials. */
export function NameSelect<Value = string>({ options, ...select }: Props<Value>) {
  const t = useTexts(uiTexts)
  const [q, setQ] = useState('')
  const found = useNameSearch(options, ({ label }) => label, q)
  return (
    <Select<Value, NameOption>
      placeholder={t('searchHint')}
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      onOpenChange={(open) => !open && setQ('')}
      options={found}
      {...select}
    />
  )
}
