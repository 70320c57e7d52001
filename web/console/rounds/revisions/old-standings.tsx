import { useQuery } from '@tanstack/react-query'
import { Spin, Table } from 'antd'
import type { RoundDetail } from '../../../../schema/api/boards.ts'
import type { Standing } from '../../../../schema/api/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'

/** The standings of one revision as they were published. */
export function OldStandings({ round, no }: { round: RoundDetail; no: number }) {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  const { data, error } = useQuery({
    queryKey: [county, 'rounds', round.id, 'revisions', no],
    queryFn: () =>
      answer(
        api.counties[':county'].rounds[':id'].revisions[':no'].$get({
          param: { county, id: round.id, no: String(no) },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <ErrorState error={error} />
  if (!data) return <Spin />
  const roster = new Map(round.roster.map((entry) => [entry.id, entry]))
  return (
    <Table<Standing>
      aria-label={t('revisionNo', { n: no })}
      size="small"
      dataSource={data.result.standings}
      rowKey={({ subject }) => subject}
      pagination={false}
      virtual
      scroll={{ x: 560, y: 420 }}
      columns={[
        { key: 'rank', title: t('rank'), dataIndex: 'rank', align: 'right', width: 64 },
        {
          key: 'village',
          title: t('village'),
          width: 160,
          render: (_, { subject }) => villageName(roster.get(subject)?.name ?? subject),
        },
        {
          key: 'township',
          title: t('township'),
          width: 120,
          render: (_, { subject }) => roster.get(subject)?.townshipName,
        },
        { key: 'band', title: t('band'), width: 100, render: (_, { band }) => <Band band={band} /> },
        {
          key: 'streak',
          title: t('streak'),
          width: 100,
          render: (_, { band, streak }) => <Streak band={band} streak={streak} />,
        },
        {
          key: 'score',
          title: t('score'),
          align: 'right',
          width: 80,
          render: (_, { score }) => score?.toFixed(1),
        },
      ]}
    />
  )
}
