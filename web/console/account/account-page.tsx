import { Link } from 'react-router'
import { accountTexts } from '../../i18n/account.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMe } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { OutsideCounty } from '../shell/outside-county.tsx'
import { ChangePassword } from './change-password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

/** `/console/account`: how one signs in oneself, whichever county one works in. */
export default function AccountPage() {
  const t = useTexts(accountTexts)
  const { account } = useMe()
  return (
    <OutsideCounty section={t('section')}>
      <PageHeader
        title={t('title')}
        hint={t('hint', { login: account.login })}
        actions={<Link to="/">{t('back')}</Link>}
      />
      <div className="account">
        <SecondFactor />
        <ChangePassword />
        <Sessions />
      </div>
    </OutsideCounty>
  )
}
