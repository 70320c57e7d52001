import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

/** Places gained or lost since the round before: ▲3, ▼2, –; nothing where there was no place before. */
export function Movement({ rank, previousRank }: { rank: number; previousRank: number | null }) {
  const t = useTexts(uiTexts)
  if (previousRank === null) return <span className="movement sr-only">{t('isNew')}</span>
  const gained = previousRank - rank
  const n = Math.abs(gained)
  const said = gained === 0 ? t('level') : t(gained > 0 ? 'up' : 'down', { n })
  const drawn = gained === 0 ? '–' : `${gained > 0 ? '▲' : '▼'}${n}`
  return (
    <span className="movement" title={said}>
      <span aria-hidden="true">{drawn}</span>
      <span className="sr-only">{said}</span>
    </span>
  )
}
