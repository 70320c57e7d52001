import { Button } from 'antd'
import { Link } from 'react-router'
import type { Meeting } from '../../../schema/api/outreach.ts'
import { meetingsTexts } from '../../i18n/meetings.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMeetings } from './queries.ts'

/** Records, the newest first. */
export function MeetingList() {
  const t = useTexts(meetingsTexts)
  const { county } = useCounty()
  const dates = useDates()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, ...query } = useMeetings()
  return (
    <>
      <DataTable<Meeting>
        label={t('tabMeetings')}
        query={{ ...query, data: data?.pages.flatMap(({ items }) => items) }}
        rowKey={({ id }) => id}
        pagination={false}
        empty={<EmptyState title={t('emptyTitle')} hint={t('emptyHint')} />}
        columns={[
          { key: 'heldAt', title: t('heldAt'), render: (_, { heldAt }) => dates.momentShort(heldAt) },
          { key: 'kind', title: t('kind'), render: (_, { kind }) => t(`kind_${kind}`) },
          {
            key: 'name',
            title: t('name'),
            render: (_, { id, title }) => <Link to={`/${county}/meetings/${id}`}>{title}</Link>,
          },
          { key: 'owner', title: t('owner'), dataIndex: 'ownerName' },
          {
            key: 'attendance',
            title: t('attendance'),
            render: (_, { present, invited }) =>
              invited === 0 ? '' : t('attended', { n: present, of: invited }),
          },
          {
            key: 'decisions',
            title: t('decisions'),
            render: (_, { decisions, open }) =>
              [decisions > 0 && t('made', { n: decisions }), open > 0 && t('openTasks', { n: open })]
                .filter(Boolean)
                .join(' · '),
          },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
