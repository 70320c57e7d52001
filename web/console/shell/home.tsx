import { Navigate } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useMe } from '../../lib/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { lastCounty } from './last-county.ts'

/** `/console`: into the county last worked in, else the first one. */
export function Home() {
  const t = useTexts(shellTexts)
  const addresses = useMe().memberships.map(({ county }) => addressOf(county))
  const last = lastCounty()
  const to = last !== null && addresses.includes(last) ? last : addresses[0]
  if (to !== undefined) return <Navigate to={`/${to}/cockpit`} replace />
  return (
    <EmptyState
      title={t('noCountyTitle')}
      hint={t('noCountyHint')}
      action={<a href="/signup/">{t('signUp')}</a>}
    />
  )
}
