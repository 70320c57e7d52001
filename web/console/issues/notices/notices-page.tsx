import { Button, Spin } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Notice } from '../../../../schema/api/notices.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { rolesTexts } from '../../../i18n/roles.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useMarkRead, useNotices } from '../../../lib/notices.ts'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Pager } from '../pager.tsx'

/** What asks for attention: reminders, what is overdue, what was escalated, emergencies; the newest first. */
export function NoticesPage() {
  const t = useTexts(issuesTexts)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const { data, error, refetch } = useNotices(50, cursors.at(-1))
  const mark = useMarkRead()
  const newest = data?.items[0]
  const unread = cursors.length === 0 && data?.items.some(({ read }) => !read)
  return (
    <>
      <PageHeader
        title={t('notices')}
        hint={t('noticesHint')}
        actions={
          unread &&
          newest && (
            <Button loading={mark.isPending} onClick={() => mark.mutate(newest.id)}>
              {t('markRead')}
            </Button>
          )
        }
      />
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {!data && !error && <Spin />}
      {data?.items.length === 0 && <EmptyState title={t('noNotices')} hint={t('noNoticesHint')} />}
      <ul className="issue-list">
        {data?.items.map((notice) => (
          <li key={notice.id}>
            <OneNotice notice={notice} />
          </li>
        ))}
      </ul>
      <Pager cursors={cursors} next={data?.nextCursor ?? null} turn={setCursors} />
    </>
  )
}

/** Where in the console a notice leads to. */
const sections: Partial<Record<Notice['origin'], string>> = {
  issue: 'issues',
  complaint: 'complaints',
  bulletin: 'bulletins',
}

function OneNotice({ notice }: { notice: Notice }) {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const post = useTexts(rolesTexts)
  const dates = useDates()
  const { county } = useCounty()
  const { kind, at, audienceName, origin, originId, no, text, dueAt, posts, read } = notice
  const section = sections[origin]
  const title = no === null ? text : `${words('number', { no })} ${text}`
  return (
    <article className={read ? 'ledger-notice' : 'ledger-notice unread'}>
      <div>
        <b className={kind === 'reminder' || kind === 'bulletin' ? undefined : 'wrong'}>
          {t(`notice_${kind}`)}
        </b>{' '}
        <span>{villageName(audienceName)}</span>{' '}
        <time className="soft" dateTime={at}>
          {dates.momentShort(at)}
        </time>
        {!read && <span className="sr-only">{t('unread')}</span>}
      </div>
      {section === undefined ? (
        <span>{title}</span>
      ) : (
        <Link to={`/${county}/${section}/${originId}`}>{title}</Link>
      )}
      <div className="soft">
        {dueAt !== null && t('until', { at: dates.momentShort(dueAt) })}
        {posts.length > 0 &&
          ` ${t('tell', {
            who: posts.map(({ post: one, holder }) => `${post(one)} ${holder ?? ''}`.trim()).join(t('comma')),
          })}`}
      </div>
    </article>
  )
}
