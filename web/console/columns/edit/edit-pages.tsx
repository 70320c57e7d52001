import { Spin } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { type ColumnDetail, ColumnKind } from '../../../../schema/api/columns.ts'
import type { IssueDetail } from '../../../../schema/api/issues.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { shanghaiDay } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { newUuid } from '../../../lib/request-key.ts'
import { useCounty } from '../../../lib/session.ts'
import { useFilter } from '../../../lib/use-filter.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { type Draft, useColumn, useIssueOf, useSave } from '../queries.ts'
import { ArticleForm } from './article-form.tsx'

const day = 86_400_000
/** How long an article stands unless its writer says otherwise. */
const usually = 30

/** A new article; `?issue=` begins it from an issue, `?kind=` says for which column. */
export function NewPage() {
  const t = useTexts(columnsTexts)
  const { get } = useFilter()
  const issue = useIssueOf(get('issue'))
  if (issue.error) return <ErrorState error={issue.error} retry={() => issue.refetch()} />
  if (get('issue') !== '' && !issue.data) return <Spin />
  const kind = ColumnKind.safeParse(get('kind')).data ?? (issue.data ? 'exposure' : 'practice')
  return (
    <div className="column-form">
      <PageHeader title={t(`new_${kind}`)} hint={t('newHint')} />
      <NewForm key={kind} kind={kind} issue={issue.data} />
    </div>
  )
}

function NewForm({ kind, issue }: { kind: ColumnKind; issue: IssueDetail | undefined }) {
  const { county } = useCounty()
  const go = useNavigate()
  const [id] = useState(newUuid)
  const [first] = useState(() => begun(kind, issue, Date.now()))
  const save = useSave(id, undefined, () => go(`/${county}/columns/${id}`))
  return <ArticleForm first={first} issue={issue} fresh save={save} />
}

/** What a new article begins with: an issue's place and words, where it is begun from one. */
function begun(kind: ColumnKind, issue: IssueDetail | undefined, now: number): Draft {
  const text = issue?.text ?? ''
  return {
    ...{ kind, title: [...text].slice(0, 30).join(''), text, area: issue?.village ?? issue?.area ?? '' },
    ...{ visibility: 'members', expiresOn: shanghaiDay(now + usually * day), photos: [] },
    ...(issue && { issue: issue.id }),
  }
}

/** An article that is a draft or waits for its review. */
export function EditPage() {
  const t = useTexts(columnsTexts)
  const { id = '' } = useParams()
  const { data, error, refetch } = useColumn(id)
  const [opened, setOpened] = useState<ColumnDetail>()
  if (data && !opened) setOpened(data)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!opened) return <Spin />
  return (
    <div className="column-form">
      <PageHeader title={t('edit')} hint={opened.state === 'in_review' ? t('editInReview') : undefined} />
      <EditForm article={opened} />
    </div>
  )
}

function EditForm({ article }: { article: ColumnDetail }) {
  const { county } = useCounty()
  const go = useNavigate()
  const issue = useIssueOf(article.issue ?? '')
  const save = useSave(article.id, article.version, () => go(`/${county}/columns/${article.id}`))
  const { kind, title, text, area, visibility, expiresOn } = article
  const shown = article.photos.filter(({ role }) => role === 'shown')
  const photos = shown.map(({ photo, caption, blur }) => ({ photo, caption, blur }))
  const first: Draft = { kind, title, text, area, visibility, expiresOn, photos }
  return <ArticleForm first={first} issue={issue.data} fresh={false} save={save} />
}
