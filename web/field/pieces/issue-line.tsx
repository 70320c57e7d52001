import type { FieldIssue } from '../../../schema/api/field.ts'
import { issueWordsTexts } from '../../i18n/issue-words.ts'
import { useTexts } from '../../lib/language.tsx'
import { IssueState } from '../../ui/issues/issue-state.tsx'
import { TimeLeft } from '../../ui/issues/time-left.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { Thumbnail } from './picture.tsx'
import { Link } from './router.tsx'

type Props = { issue: FieldIssue; category: string | undefined; about?: string | undefined }

/** An issue as a row to tap: what it looks like, what it is, where, how long is left. */
export function IssueLine({ issue, category, about }: Props) {
  const t = useTexts(issueWordsTexts)
  const [first] = issue.thumbnails
  return (
    <Link className="row issue-line" to={`/issues/${issue.id}`}>
      {first && <Thumbnail photo={first.photo} url={first.url} alt="" />}
      <span className="lines">
        <strong>{issue.text}</strong>
        <span className="soft">
          {[t('number', { no: issue.no }), villageName(issue.areaName), issue.location, category]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="facts">
          <IssueState state={issue.state} />
          {issue.state !== 'rectified' && <TimeLeft issue={issue} />}
        </span>
        {about !== undefined && <span className="here">{about}</span>}
      </span>
    </Link>
  )
}
