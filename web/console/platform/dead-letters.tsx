import { Button } from 'antd'
import type { DeadLetter } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useChangeCounty, useDeadLetters } from './queries.ts'

/** Work that was given up, where, since when and why; trying again looks at the county at once. */
export default function DeadLetters() {
  const t = useTexts(platformTexts)
  const dates = useDates()
  const dead = useDeadLetters()
  const { nudge } = useChangeCounty()
  return (
    <DataTable<DeadLetter>
      label={t('tabDead')}
      query={dead}
      rowKey={({ county, kind }) => `${county.id} ${kind}`}
      empty={<EmptyState title={t('noDead')} hint={t('noDeadHint')} />}
      columns={[
        {
          key: 'county',
          title: t('county'),
          render: (_, { county }) => (
            <>
              {county.name} <span className="soft">{county.code}</span>
            </>
          ),
        },
        {
          key: 'error',
          title: t('error'),
          render: (_, { error }) => <span className="dead-error">{error}</span>,
        },
        { key: 'deaths', title: t('deaths'), align: 'right', dataIndex: 'deaths' },
        { key: 'first', title: t('firstAt'), render: (_, { firstAt }) => dates.moment(firstAt) },
        { key: 'last', title: t('lastAt'), render: (_, { lastAt }) => dates.moment(lastAt) },
        {
          key: 'actions',
          title: t('actions'),
          render: (_, { county }) => (
            <Button
              size="small"
              aria-label={t('nudgeOf', { name: county.name })}
              onClick={() => nudge(county)}
            >
              {t('nudge')}
            </Button>
          ),
        },
      ]}
    />
  )
}
