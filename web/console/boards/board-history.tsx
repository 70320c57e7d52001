import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { Board } from '../../../schema/api/boards.ts'
import type { PastRound } from '../../../schema/api/history.ts'
import type { Band } from '../../../schema/api/ranking.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { answer, api } from '../../lib/api.ts'
import { useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { ImportHistory } from './import-history.tsx'

/** The rounds that streaks count, and bringing in those from before the county used the service. */
export function BoardHistory({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const words = useTexts(rankingTexts)
  const dates = useDates()
  const { county } = useCounty()
  const { data, error, refetch } = useQuery({
    queryKey: [county, 'boards', board.id, 'history'],
    queryFn: () =>
      answer(
        api.counties[':county'].boards[':id'].history.$get({
          param: { county, id: board.id },
          query: { limit: '50' },
        }),
      ),
    select: ({ items }) => items,
  })
  if (error) return <ErrorState error={error} retry={() => refetch()} />
  const published = data?.some(({ imported }) => !imported)
  return (
    <>
      {published ? <p className="soft">{t('historyClosed')}</p> : <ImportHistory board={board} />}
      {data && data.length > 0 && (
        <>
          <h2>{t('past')}</h2>
          <Table<PastRound>
            aria-label={t('past')}
            size="small"
            dataSource={data}
            rowKey={({ no }) => String(no)}
            pagination={false}
            columns={[
              { key: 'no', title: t('no'), render: (_, { no }) => words('round', { no }) },
              { key: 'closed', title: t('closes'), render: (_, { closedAt }) => dates.day(closedAt) },
              {
                key: 'counts',
                title: t('bands'),
                render: (_, { standings }) => t('counts', count(standings)),
              },
              { key: 'imported', title: '', render: (_, { imported }) => imported && t('importedMark') },
            ]}
          />
        </>
      )}
    </>
  )
}

function count(standings: PastRound['standings']): Record<Band, number> {
  const counts = { green: 0, yellow: 0, red: 0 }
  for (const { band } of Object.values(standings)) counts[band] += 1
  return counts
}
