import { NavLink } from 'react-router'
import { inspectionsTexts } from '../../i18n/inspections.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'

/** The section's own pages, as far as the member may see them. */
export function Tabs() {
  const t = useTexts(inspectionsTexts)
  const { county, may } = useCounty()
  const base = `/${county}/inspections`
  if (!may('visit.read')) return null
  return (
    <nav className="page-tabs" aria-label={t('pages')}>
      <NavLink end to={base}>
        {t('records')}
      </NavLink>
      <NavLink to={`${base}/visits`}>{t('visits')}</NavLink>
      {may('visit.write') && <NavLink to={`${base}/draws`}>{t('draws')}</NavLink>}
    </nav>
  )
}
