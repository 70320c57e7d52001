import { Link } from 'react-router'
import type { Complaint } from '../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../i18n/complaints.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'

/** How far it is, in the words its writer reads, and the issue it is in. */
export function Standing({ complaint }: { complaint: Complaint }) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const { state, standing, issue, issueNo, others } = complaint
  return (
    <>
      {state === 'doubtful' ? t('state_doubtful') : t(`standing_${standing}`)}
      {issue !== null && issueNo !== null && (
        <div>
          <Link to={`/${county}/issues/${issue}`}>{t('issueNo', { no: issueNo })}</Link>
        </div>
      )}
      {others > 0 && <div className="soft">{t('others', { n: others })}</div>}
    </>
  )
}
