import { Segmented } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { RectifyList } from './rectify-list.tsx'
import { RevisitList } from './revisit-list.tsx'
import { VerifyList } from './verify-list.tsx'

const lists = ['rectify', 'verify', 'revisit'] as const
type List = (typeof lists)[number]

/** What the reader owes: to rectify, to verify, to look at again. Made for a phone. */
export function MinePage() {
  const t = useTexts(issuesTexts)
  const { county, may, member } = useCounty()
  const [params, setParams] = useSearchParams()
  // The county's office may rectify anything, but owes nothing itself.
  const allowed = lists.filter(
    (list) => may(verbOf[list]) && !(list === 'rectify' && member.scope.kind === 'county'),
  )
  const list = allowed.find((one) => one === params.get('list')) ?? allowed[0]
  return (
    <div className="my-issues">
      <PageHeader
        title={t('mine')}
        actions={
          <>
            <Link to={`/${county}/issues?settled=all`}>{t('wholeLedger')}</Link>
            {may('issue.write') && (
              <LinkButton to={`/${county}/issues/new`} type="primary">
                {t('report')}
              </LinkButton>
            )}
          </>
        }
      />
      {allowed.length > 1 && list && (
        <Segmented<List>
          block
          aria-label={t('mine')}
          value={list}
          onChange={(next) => setParams({ list: next }, { replace: true })}
          options={allowed.map((value) => ({ value, label: t(`mine_${value}`) }))}
        />
      )}
      {list === 'rectify' && <RectifyList />}
      {list === 'verify' && <VerifyList />}
      {list === 'revisit' && <RevisitList />}
    </div>
  )
}

const verbOf = { rectify: 'issue.rectify', verify: 'issue.verify', revisit: 'visit.read' } as const
