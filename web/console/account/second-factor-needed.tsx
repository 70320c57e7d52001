import { Alert } from 'antd'
import { accountTexts } from '../../i18n/account.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { SecondFactor } from './second-factor.tsx'
import './account.css'

/** In place of a county's pages, to an administrator whose county wants a second factor that is not there yet. */
export default function SecondFactorNeeded() {
  const t = useTexts(accountTexts)
  const { summary } = useCounty()
  return (
    <>
      <PageHeader title={t('factor')} />
      <div className="account account-needed">
        <Alert
          type="info"
          showIcon
          title={t('neededTitle', { county: summary.name })}
          description={t('neededHint')}
        />
        <SecondFactor />
      </div>
    </>
  )
}
