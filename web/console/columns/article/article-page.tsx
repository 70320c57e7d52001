import { Alert, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import type { ColumnDetail } from '../../../../schema/api/columns.ts'
import { isShown } from '../../../../worker/domain/columns/acts.ts'
import { paragraphsOf } from '../../../../worker/domain/columns/rule.ts'
import { columnsTexts } from '../../../i18n/columns.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { KindMark, StateWords } from '../kind-mark.tsx'
import { useColumn, useColumnRule } from '../queries.ts'
import { Acts } from './acts.tsx'
import { ArticlePhoto } from './article-photo.tsx'

/** One article as its readers see it; for those who write and review, what is in its way and what may be done. */
export function ArticlePage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useColumn(id)
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  return data ? <Loaded key={id} article={data} /> : <Spin />
}

function Loaded({ article }: { article: ColumnDetail }) {
  const t = useTexts(columnsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const { issue, issueNo, visibility, expiresOn } = article
  return (
    <article className="column-article">
      <PageHeader
        title={article.title}
        hint={
          <>
            <KindMark kind={article.kind} /> · {villageName(article.areaName)} ·{' '}
            <StateWords article={article} />
          </>
        }
        actions={<Link to={`/${county}/columns`}>{t('back')}</Link>}
      />
      <Notes article={article} />
      <div className="words">
        {paragraphsOf(article.text).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      {article.photos.map((photo, at) => (
        <ArticlePhoto key={photo.photo} article={article} photo={photo} no={at + 1} />
      ))}
      <p className="soft">
        {t(`visibility_${visibility}`)} · {t('until', { day: dates.day(expiresOn) })}
        {issue !== null && issueNo !== null && (
          <>
            {' '}
            · <Link to={`/${county}/issues/${issue}`}>{t('ofIssue', { no: issueNo })}</Link>
          </>
        )}{' '}
        <PublicLink article={article} />
      </p>
      <Acts article={article} />
    </article>
  )
}

/** Why it came back or was withdrawn, what is in its way, and which known names stand in it. */
function Notes({ article: { state, reason, obstacles, names } }: { article: ColumnDetail }) {
  const t = useTexts(columnsTexts)
  const by = reason === null ? undefined : stepReasons[reason]
  return (
    <>
      {reason !== null && (
        <Alert
          type="warning"
          title={t(state === 'withdrawn' ? 'withdrawnFor' : 'returnedFor')}
          description={by === undefined ? reason : t(by)}
        />
      )}
      {obstacles.length > 0 && (
        <Alert
          type="info"
          title={t('inTheWay')}
          description={
            <ul>
              {obstacles.map((obstacle) => (
                <li key={obstacle}>{t(`obstacle_${obstacle}`)}</li>
              ))}
            </ul>
          }
        />
      )}
      {names.length > 0 && (
        <Alert
          type="warning"
          title={t('namesFound', { names: names.join(' · ') })}
          description={t('namesHint')}
        />
      )}
    </>
  )
}

/** What the issue's own step wrote as the reason. */
const stepReasons: Record<string, 'issue_rejected' | 'issue_joined' | 'issue_reopened'> = {
  issue_rejected: 'issue_rejected',
  issue_joined: 'issue_joined',
  issue_reopened: 'issue_reopened',
}

function PublicLink({ article: { id, state, visibility } }: { article: ColumnDetail }) {
  const t = useTexts(columnsTexts)
  const { summary } = useCounty()
  const rule = useColumnRule().data
  const open = isShown(state) && visibility === 'public' && rule?.public && summary.status === 'approved'
  if (!open) return null
  return (
    <>
      · <a href={`/c/${summary.code}/columns/${id}`}>{t('publicPage')}</a>
    </>
  )
}
