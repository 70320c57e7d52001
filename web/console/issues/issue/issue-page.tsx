import { App, Button, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { TimeLeft } from '../../../ui/issues/time-left.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { useIssue } from '../queries.ts'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { Pictures } from './pictures.tsx'
import { Plan } from './plan.tsx'
import { StepButtons } from './step-buttons.tsx'

/** One issue: what, where, whose, until when; before and after; what happened; what may be done next. */
export function IssuePage() {
  const { issue: id = '' } = useParams()
  const { data, error, refetch } = useIssue(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={id} issue={data} /> : <Spin />
}

function Loaded({ issue }: { issue: IssueDetail }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const { county } = useCounty()
  return (
    <div className="issue-page">
      <PageHeader
        title={`${words('number', { no: issue.no })} ${villageName(issue.areaName)}`}
        hint={
          <>
            <IssueState state={issue.state} /> · <TimeLeft issue={issue} />
            {issue.relapses > 0 && (
              <strong className="wrong"> · {words('relapsed', { n: issue.relapses })}</strong>
            )}
          </>
        }
        actions={
          <>
            <Link to={`/${county}/issues`}>{t('backToLedger')}</Link>
            <ToColumns issue={issue} />
            <CopyLink />
            <Button onClick={() => print()}>{t('print')}</Button>
          </>
        }
      />
      {issue.plan && <Plan plan={issue.plan} />}
      <p className="issue-words">{issue.text}</p>
      <StepButtons issue={issue} />
      <Pictures issue={issue} />
      <Facts issue={issue} />
      <History issue={issue} />
    </div>
  )
}

/** While it is open it can be exposed; what became good is an example to others. */
function ToColumns({ issue: { id, settled, fixed, township } }: { issue: IssueDetail }) {
  const words = useTexts(issueWordsTexts)
  const { county, may } = useCounty()
  if (!may('column.write', { township }) || (settled && !fixed)) return null
  const kind = settled ? 'practice' : 'exposure'
  return <Link to={`/${county}/columns/new?kind=${kind}&issue=${id}`}>{words(`to_${kind}`)}</Link>
}

/** The page's address, to be pasted into a chat. */
function CopyLink() {
  const t = useTexts(issuesTexts)
  const ui = useTexts(uiTexts)
  const { message } = App.useApp()
  const copy = () => {
    // The clipboard is closed to pages on plain HTTP: there the address bar is copied by hand.
    const written = navigator.clipboard
      ? navigator.clipboard.writeText(location.href)
      : Promise.reject(new Error())
    written.then(
      () => message.success(ui('copied')),
      () => message.info(t('copyAddress')),
    )
  }
  return <Button onClick={copy}>{t('copyLink')}</Button>
}
