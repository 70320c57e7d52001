import { Link } from 'react-router'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useSetupProgress } from '../../../lib/setup-progress.ts'

/** Those who report are invited by one-time links, many at once from a list. */
export function MembersStep() {
  const t = useTexts(setupTexts)
  const { county } = useCounty()
  const count = useSetupProgress().data?.steps.find(({ key }) => key === 'members')?.count ?? 1
  return (
    <>
      {count > 1 && <p>{t('membersThere', { n: count })}</p>}
      <p className="wizard-actions">
        <Link to={`/${county}/members?invite=list`}>{t('toInviteList')}</Link>
        <Link to={`/${county}/members`}>{t('toMembers')}</Link>
      </p>
    </>
  )
}
