import { Layout } from 'antd'
import { Link } from 'react-router'
import { accountTexts } from '../../i18n/account.ts'
import { shellTexts } from '../../i18n/shell.ts'
import { useTexts } from '../../lib/language.tsx'
import { useMe } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { AccountMenu } from '../shell/account-menu.tsx'
import { ChangePassword } from './change-password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

/** `/console/account`: how one signs in oneself, whichever county one works in. */
export default function AccountPage() {
  const t = useTexts(accountTexts)
  const shell = useTexts(shellTexts)
  const { account } = useMe()
  return (
    <Layout className="shell">
      <Layout.Header className="shell-header">
        <span className="brand">{shell('brand')}</span>
        <span className="county">{t('section')}</span>
        <span className="spacer" />
        <AccountMenu />
      </Layout.Header>
      <main id="content" className="content">
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
      </main>
    </Layout>
  )
}
