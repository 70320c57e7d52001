import { Link } from 'react-router'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'

const tabs = ['', 'in_review', 'draft', 'expired', 'withdrawn', 'discarded'] as const

/** What stands there now, what waits, and what is over: each a link that keeps the other filters. */
export function StateTabs() {
  const t = useTexts(columnsTexts)
  const { county } = useCounty()
  const { get } = useFilter()
  const here = get('state')
  const to = (state: string) => {
    const filters = { state, kind: get('kind'), township: get('township') }
    const kept = Object.entries(filters).filter(([, value]) => value !== '')
    return `/${county}/columns?${new URLSearchParams(kept)}`
  }
  return (
    <nav className="column-tabs" aria-label={t('states')}>
      {tabs.map((state) => (
        <Link key={state} to={to(state)} {...(state === here ? { 'aria-current': 'page' as const } : {})}>
          {state === '' ? t('shown') : t(`state_${state}`)}
        </Link>
      ))}
    </nav>
  )
}
