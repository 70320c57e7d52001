import type { Band } from '../../schema/api/ranking.ts'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

/** "连红 2 期"; a first round of a band is no streak and says nothing. */
export function Streak({ band, streak }: { band: Band; streak: number }) {
  const t = useTexts(uiTexts)
  if (streak < 2) return null
  return <span className="streak">{t(`streak_${band}`, { n: streak })}</span>
}
