import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import type { AuditEntry } from '../../../schema/api/audit.ts'
import { auditTexts } from '../../i18n/audit.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useNames } from './use-names.ts'

type Entry = z.infer<typeof AuditEntry>

/** Who did what, newest first; `?target=` keeps to one thing's story. */
export default function AuditPage() {
  const t = useTexts(auditTexts)
  const dates = useDates()
  const { county } = useCounty()
  const [filter, setFilter] = useSearchParams()
  const target = filter.get('target') ?? undefined
  const nameOf = useNames()
  const pages = useInfiniteQuery({
    queryKey: [county, 'audit', target],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].audit.$get({
          param: { county },
          query: {
            limit: '100',
            ...(pageParam === '' ? {} : { cursor: pageParam }),
            ...(target === undefined ? {} : { target }),
          },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
  })
  const verbName = (verb: string) => {
    const key = `verb_${verb}`
    return isText(key) ? t(key) : verb
  }
  const rows = pages.data?.pages.flatMap(({ items }): Entry[] => items)
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {target !== undefined && (
        <div className="toolbar">
          <Tag>{t('onlyOf', { name: nameOf(target) })}</Tag>
          <Button size="small" onClick={() => setFilter({})}>
            {t('all')}
          </Button>
        </div>
      )}
      <DataTable<Entry>
        label={t('title')}
        query={{ ...pages, data: rows }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
        columns={[
          { key: 'at', title: t('at'), render: (_, { at }) => dates.moment(at) },
          { key: 'actor', title: t('actor'), render: (_, { actor }) => nameOf(actor) },
          { key: 'verb', title: t('did'), render: (_, { verb }) => verbName(verb) },
          {
            key: 'target',
            title: t('target'),
            render: (_, entry) => (
              <span className="row-actions">
                <Button
                  type="link"
                  size="small"
                  title={t('only')}
                  onClick={() => setFilter({ target: entry.target })}
                >
                  {nameOf(entry.target)}
                </Button>
              </span>
            ),
          },
          { key: 'detail', title: t('detail'), render: (_, { detail }) => <Detail detail={detail} /> },
        ]}
      />
      {pages.hasNextPage && (
        <p>
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

function isText(key: string): key is Extract<keyof typeof auditTexts.zh, `verb_${string}`> {
  return key in auditTexts.zh
}

/** What was recorded beside the verb, as it was recorded: field names are the API's own. */
function Detail({ detail }: { detail: Entry['detail'] }) {
  const said = Object.entries(detail)
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  return (
    <span className="soft detail" title={said}>
      {said}
    </span>
  )
}
