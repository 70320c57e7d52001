import { Link } from 'react-router'
import type { Draw } from '../../../../schema/api/visits.ts'
import { inspectionsTexts } from '../../../i18n/inspections.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useDraws } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

/** The draws made so far, the newest first. */
export default function DrawsPage() {
  const t = useTexts(inspectionsTexts)
  const dates = useDates()
  const { county } = useCounty()
  const query = useDraws()
  const add = (
    <LinkButton type="primary" to={`/${county}/inspections/draws/new`}>
      {t('newDraw')}
    </LinkButton>
  )
  const none = query.data?.length === 0
  return (
    <>
      <PageHeader title={t('draws')} hint={t('drawsHint')} actions={!none && add} />
      <Tabs />
      <DataTable<Draw>
        label={t('draws')}
        query={query}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noDrawsTitle')} hint={t('noDrawsHint')} action={add} />}
        columns={[
          {
            key: 'round',
            title: t('round'),
            render: (_, { id, boardName, roundNo }) => (
              <Link to={`/${county}/inspections/draws/${id}`}>
                {t('drawOf', { board: boardName ?? '', no: roundNo ?? '' })}
              </Link>
            ),
          },
          { key: 'at', title: t('drawnAt'), render: (_, { at }) => dates.momentShort(at) },
          { key: 'dueOn', title: t('dueOn'), render: (_, { dueOn }) => dates.dayShort(dueOn) },
          { key: 'visits', title: t('visits'), render: (_, { visits }) => t('visitCount', { n: visits }) },
        ]}
      />
    </>
  )
}
