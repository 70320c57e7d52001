import { objectionsTexts } from '../i18n/objections.ts'
import { useTexts } from './language.tsx'

const minute = 60_000

/** How long ago something was, in days and hours: 1 天 3 小时. */
export function useWaited(): (since: string, now: number) => string {
  const t = useTexts(objectionsTexts)
  return (since, now) => {
    const past = Math.max(0, Math.floor((now - Date.parse(since)) / minute))
    const [d, h, m] = [Math.floor(past / 1440), Math.floor((past % 1440) / 60), past % 60]
    if (d > 0) return t('days', { d, h })
    return h > 0 ? t('hours', { h }) : t('minutes', { m })
  }
}
