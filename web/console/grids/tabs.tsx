import { NavLink } from 'react-router'
import { gridsTexts } from '../../i18n/grids.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'

/** The section's own pages, as far as the member may see them. */
export function Tabs() {
  const t = useTexts(gridsTexts)
  const { county, may } = useCounty()
  const base = `/${county}/grids`
  return (
    <nav className="field-tabs" aria-label={t('pages')}>
      <NavLink end to={base}>
        {t('grids')}
      </NavLink>
      {may('code.write') && <NavLink to={`${base}/codes`}>{t('codes')}</NavLink>}
      {may('place.judge') && <NavLink to={`${base}/places`}>{t('places')}</NavLink>}
      <NavLink to={`${base}/hand-over`}>{t('handOver')}</NavLink>
    </nav>
  )
}
