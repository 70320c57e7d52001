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
    <input
      className="plain-field search-box"
      type="search"
      aria-label={label}
      placeholder={t('searchHint')}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  )
}
