import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

/** A search that takes effect as it is typed, by part of a name or its pinyin initials. */
export function SearchBox({
  label,
  value,
  change,
}: {
  label: string
  value: string
  change: (q: string) => void
}) {
  const t = useTexts(uiTexts)
  return (
    <Input
      className="search-box"
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={t('searchHint')}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  )
}
