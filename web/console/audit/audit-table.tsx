import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { AuditEntry } from '../../../schema/api/audit.ts'
import { verbWords } from '../../../worker/domain/audit/verbs.ts'
import { auditTexts } from '../../i18n/audit.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useLanguage, useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { type FilterValues, queryOf } from './use-audit-filter.ts'
import { useNames } from './use-names.ts'

type Props = { values: FilterValues; only: (target: string) => void }

/** The rows found, the newest first, a hundred at a time. */
export function AuditTable({ values, only }: Props) {
  const t = useTexts(auditTexts)
  const dates = useDates()
  const { language } = useLanguage()
  const { county } = useCounty()
  const nameOf = useNames()
  const query = queryOf(values)
  const pages = useInfiniteQuery({
    queryKey: [county, 'audit', query],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.counties[':county'].audit.$get({
          param: { county },
          query: { limit: '100', ...(pageParam === '' ? {} : { cursor: pageParam }), ...query },
        }),
      ),
    getNextPageParam: (last) => last.nextCursor,
  })
  const rows = pages.data?.pages.flatMap(({ items }): AuditEntry[] => items)
  const filtered = Object.keys(query).length > 0
  return (
    <>
      <DataTable<AuditEntry>
        label={t('title')}
        query={{ ...pages, data: rows }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={
          filtered ? (
            <EmptyState title={t('noMatchTitle')} hint={t('noMatchHint')} />
          ) : (
            <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />
          )
        }
        columns={[
          { key: 'at', title: t('at'), render: (_, { at }) => dates.moment(at) },
          { key: 'actor', title: t('actor'), render: (_, { actor }) => nameOf(actor) },
          { key: 'verb', title: t('did'), render: (_, { verb }) => verbWords(verb, language) },
          {
            key: 'target',
            title: t('target'),
            render: (_, { target }) => (
              <span className="row-actions">
                <Button type="link" size="small" title={t('only')} onClick={() => only(target)}>
                  {nameOf(target)}
                </Button>
              </span>
            ),
          },
          {
            key: 'detail',
            title: t('detail'),
            render: (_, { detail }) => <Detail detail={detail} nameOf={nameOf} />,
          },
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

/** What was recorded beside the verb: its fields in words where they have any, ids by their names. */
function Detail({ detail, nameOf }: { detail: AuditEntry['detail']; nameOf: (id: string) => string }) {
  const t = useTexts(auditTexts)
  const dates = useDates()
  const sourceName = useSourceName()
  const wordsOf = (field: string, value: unknown): string => {
    if (field === 'source') return sourceName(String(value))
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (Array.isArray(value)) return value.map((one) => wordsOf(field, one)).join(', ')
    if (typeof value === 'string') return isInstant(value) ? dates.moment(value) : nameOf(value)
    return JSON.stringify(value)
  }
  const said = Object.entries(detail)
    .filter(([field, value]) => !isEmpty(value) && field !== 'sha256')
    .map(([field, value]) => `${isField(field) ? t(`field_${field}`) : field} ${wordsOf(field, value)}`)
    .join(' · ')
  return (
    <span className="soft detail" title={said}>
      {said}
    </span>
  )
}

type Field = keyof typeof auditTexts.zh extends infer Key
  ? Key extends `field_${infer F}`
    ? F
    : never
  : never

function isField(field: string): field is Field {
  return `field_${field}` in auditTexts.zh
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)
}
