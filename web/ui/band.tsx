import type { Band as BandName } from '../../schema/api/ranking.ts'
import { uiTexts } from '../i18n/ui.ts'
import { useTexts } from '../lib/language.tsx'

const icons: Record<BandName, string> = { green: '✓', yellow: '–', red: '!' }

/** A band as bar, icon and word: readable without colour. `null` is "unranked". */
export function Band({ band }: { band: BandName | null }) {
  const t = useTexts(uiTexts)
  return (
    <span className={`band ${band ?? 'none'}`}>
      {band && <i aria-hidden="true">{icons[band]}</i>}
      <span>{t(band ?? 'unranked')}</span>
    </span>
  )
}
