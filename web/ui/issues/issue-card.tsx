import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Issue } from '../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../i18n/issue-words.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { villageName } from '../ranking-words.ts'
import { IssueState } from './issue-state.tsx'
import { TimeLeft } from './time-left.tsx'

type Props = {
  issue: Issue
  /** What the category is called, where it is known. */
  category?: string | undefined
  /** Left out where the list already stands under its state. */
  withState?: boolean
  /** Buttons below. */
  actions?: ReactNode
  children?: ReactNode
}

/** An issue on a phone: what, where, whose, how long is left. */
export function IssueCard({ issue, category, withState = true, actions, children }: Props) {
  const t = useTexts(issueWordsTexts)
  const { county } = useCounty()
  const { id, no, text, area, areaName, location, lead, leadName, relapses } = issue
  // Most issues are led by the very village they lie in: said once.
  const whose = leadName === null ? t('noLead') : lead === area ? '' : villageName(leadName)
  return (
    <article className="issue-card" aria-label={t('number', { no })}>
      <div className="issue-card-top">
        <span className="soft">{t('number', { no })}</span>
        {withState && <IssueState state={issue.state} />}
        <TimeLeft issue={issue} />
      </div>
      <Link className="issue-card-text" to={`/${county}/issues/${id}`}>
        {text}
      </Link>
      <div className="soft">
        {[category, villageName(areaName), location, whose].filter(Boolean).join(' · ')}
        {relapses > 0 && <span className="wrong"> · {t('relapsed', { n: relapses })}</span>}
      </div>
      {children}
      {actions && <div className="issue-card-actions">{actions}</div>}
    </article>
  )
}
