import { rolesTexts } from '../../i18n/roles.ts'
import { shellTexts } from '../../i18n/shell.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'
import { useMaybeCounty, useMe } from '../../lib/session.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { PersonIcon } from './icons.tsx'
import { signOut } from './sign-out.ts'

/** Who is signed in and as what; the language; the way out. */
export function AccountMenu() {
  const t = useTexts(shellTexts)
  const role = useTexts(rolesTexts)
  const { account } = useMe()
  const here = useMaybeCounty()
  const { language, switchTo } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  const who = here ? `${account.login} · ${role(here.member.role)}` : account.login
  return (
    <>
      <button
        type="button"
        className="button text language"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => switchTo(other)}
      >
        {t('otherLanguage')}
      </button>
      <MenuButton
        label={t('account', { name: account.name })}
        items={[
          { key: 'who', label: who, said: true },
          { key: 'account', label: t('myAccount'), to: '/account' },
          ...(account.platform ? [{ key: 'platform', label: t('platform'), to: '/platform' }] : []),
          { key: 'out', label: t('signOut'), act: signOut },
        ]}
      >
        <PersonIcon />
        <span className="account-name">{account.name}</span>
      </MenuButton>
    </>
  )
}
