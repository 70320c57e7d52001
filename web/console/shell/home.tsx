import { Navigate } from 'react-router'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { addressOf, useMe } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { lastCounty } from './last-county.ts'
import { signOut } from './sign-out.ts'

/** `/console`: into the county last worked in, else the first one; who only runs the service, to its counties. */
export function Home() {
  const t = useTexts(shellTexts)
  const { account, memberships } = useMe()
  const addresses = memberships.map(({ county }) => addressOf(county))
  const last = lastCounty()
  const to = last !== null && addresses.includes(last) ? last : addresses[0]
  if (to !== undefined) return <Navigate to={`/${to}/cockpit`} replace />
  if (account.platform) return <Navigate to="/platform" replace />
  return (
    <main className="content">
      <PageHeader title={t('noCountyTitle')} hint={t('noCountyHint')} />
      <div className="toolbar">
        <a className="button primary" href="/signup/">
          {t('signUp')}
        </a>
        <button type="button" className="button" onClick={signOut}>
          {t('signOut')}
        </button>
      </div>
    </main>
  )
}
