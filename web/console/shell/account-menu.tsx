import { UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import { rolesTexts } from '../../i18n/roles.ts'
import { shellTexts } from '../../i18n/shell.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'
import { useMaybeCounty, useMe } from '../../lib/session.ts'
import { signOut } from './sign-out.ts'

/** Who is signed in and as what; the language; the way out. */
export function AccountMenu() {
  const t = useTexts(shellTexts)
  const role = useTexts(rolesTexts)
  const { account } = useMe()
  const here = useMaybeCounty()
  const { language, switchTo } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <>
      <Button
        type="text"
        className="language"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => switchTo(other)}
      >
        {t('otherLanguage')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: here ? `${account.login} · ${role(here.member.role)}` : account.login,
            },
            { key: 'account', label: <Link to="/account">{t('myAccount')}</Link> },
            ...(account.platform
              ? [{ key: 'platform', label: <Link to="/platform">{t('platform')}</Link> }]
              : []),
            { type: 'divider' },
            { key: 'out', label: t('signOut'), onClick: signOut },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('account', { name: account.name })}>
          <span className="account-name">{account.name}</span>
        </Button>
      </Dropdown>
    </>
  )
}
