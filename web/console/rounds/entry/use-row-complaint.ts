import { sheetsTexts } from '../../../i18n/sheets.ts'
import { useTexts } from '../../../lib/language.tsx'

/** What is wrong with a pasted row, in words; whatever is not about its name is about its value. */
export function useRowComplaint(): (code: string, name: string) => string {
  const t = useTexts(sheetsTexts)
  return (code, name) => {
    switch (code) {
      case 'unknown':
      case 'ambiguous':
      case 'outside_scope':
      case 'wrong_township':
      case 'duplicate':
        return t(code, { name })
      case 'name_missing':
        return t('name_missing')
      default:
        return t('badValue', { name })
    }
  }
}
