import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'

/** While a page or its first data is on its way. */
export function Loading() {
  const t = useTexts(shellTexts)
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{t('loading')}</span>
    </div>
  )
}
