import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { clock } from './clock.ts'

/** That what is on screen is kept on this phone. */
export function SavedLine({ at }: { at: number | null }) {
  const t = useTexts(fieldTexts)
  return <p className="saved soft">{at === null ? t('saving') : t('savedAt', { at: clock(at) })}</p>
}
