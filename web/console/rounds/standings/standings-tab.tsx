import { Alert, Button, Grid, Input, Select, Table, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { RoundState } from '../../../../schema/api/boards.ts'
import type { NamedStanding, RoundStandings } from '../../../../schema/api/standings.ts'
import type { Verb } from '../../../../worker/domain/access/can.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useNameSearch } from '../../../lib/pinyin.ts'
import { useCounty } from '../../../lib/session.ts'
import { Band } from '../../../ui/band.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Movement } from '../../../ui/movement.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { Streak } from '../../../ui/streak.tsx'
import { useMayKeep } from '../may-keep.ts'
import { useStandings } from '../queries.ts'
import type { OfRound } from '../round-page.tsx'
import { OwnVillage } from './own-village.tsx'
import { Unranked } from './unranked.tsx'

/** A round's standings, draft or published; filtered by township and name, downloaded and printed as shown. */
export function StandingsTab({ round, board }: OfRound) {
  const t = useTexts(roundsTexts)
  const mayRead = useMayKeep({ round, board }, readers[round.state])
  const query = useStandings(round.id, mayRead)
  const { data, error } = query
  if (!mayRead) return <EmptyState title={t('hiddenTitle')} hint={t('hiddenHint')} />
  if (error && !data) return <ErrorState error={error} retry={() => query.refetch()} />
  if (!data) return <Table loading columns={[]} />
  if (data.standings.length === 0 && data.unranked.length === 0) {
    return <EmptyState title={t('noStandingsTitle')} hint={t('noStandingsHint')} />
  }
  return <Loaded round={round} standings={data} />
}

/** Who may see standings before and after publication. */
const readers = {
  open: 'draft.read',
  closed: 'closed.read',
  published: 'standings.read',
} as const satisfies Record<RoundState, Verb>

function Loaded({ round, standings: data }: Pick<OfRound, 'round'> & { standings: RoundStandings }) {
  const t = useTexts(roundsTexts)
  const words = useTexts(rankingTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const [params, setParams] = useSearchParams()
  const township = params.get('township') ?? ''
  const q = params.get('q') ?? ''
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  const inTownship = (row: { township: string }) => township === '' || row.township === township
  const shown = useNameSearch(data.standings.filter(inTownship), ({ name }) => name, q)
  const columns = useColumns(round.id)
  return (
    <>
      {round.state !== 'published' && (
        <Alert type="info" title={t(round.state === 'open' ? 'draft' : 'closedDraft')} />
      )}
      <OwnVillage round={round.id} standings={data} />
      <div className="toolbar">
        <Select
          aria-label={t('township')}
          style={{ minWidth: 140 }}
          value={township}
          onChange={(id) => set('township', id)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: words('allTownships') }, ...townshipsIn(data)]}
        />
        <Input.Search
          aria-label={t('search')}
          placeholder={ui('searchHint')}
          allowClear
          defaultValue={q}
          onChange={({ target }) => set('q', target.value)}
          style={{ width: 200 }}
        />
        <span className="soft" role="status">
          {t('shown', { n: shown.length })}
        </span>
        <span className="spacer" />
        <Button href={`/api/v1/counties/${county}/rounds/${round.id}/sheet`}>{t('download')}</Button>
        <Button onClick={() => print()}>{t('print')}</Button>
      </div>
      {data.bandsClamped && <p className="soft">{t('clamped')}</p>}
      <Table<NamedStanding>
        aria-label={t('standings')}
        className="standings"
        size="small"
        dataSource={shown}
        columns={columns}
        rowKey={({ subject }) => subject}
        pagination={false}
        // Drawn row by row only where there are many; a county's 151 print as they stand.
        virtual={shown.length > 200}
        scroll={shown.length > 200 ? { x: 720, y: 640 } : { x: 'max-content' }}
      />
      <Unranked rows={data.unranked.filter(inTownship)} />
    </>
  )
}

function useColumns(round: string): TableColumnsType<NamedStanding> {
  const t = useTexts(roundsTexts)
  const { county } = useCounty()
  // On a phone the township stands under the village and the streak under the colour, so that nothing is cut off.
  const wide = Grid.useBreakpoint().md ?? true
  return [
    { key: 'rank', title: t('rank'), dataIndex: 'rank', align: 'right', width: wide ? 64 : 48 },
    {
      key: 'village',
      title: t('village'),
      width: wide ? 140 : 100,
      render: (_, { name, subject, townshipName }) => (
        <>
          <Link to={`/${county}/rounds/${round}/why/${subject}`} title={t('why')}>
            {villageName(name)}
          </Link>
          {!wide && <div className="soft">{townshipName}</div>}
        </>
      ),
    },
    { key: 'township', title: t('township'), dataIndex: 'townshipName', width: 120, responsive: ['md'] },
    {
      key: 'band',
      title: t('band'),
      width: wide ? 110 : 84,
      render: (_, { band, borderline, streak }) => (
        <span className={borderline ? 'borderline' : ''} title={borderline ? t('borderlineHint') : ''}>
          <Band band={band} />
          {borderline && <span className="sr-only">{t('borderline')}</span>}
          {!wide && (
            <div>
              <Streak band={band} streak={streak} />
            </div>
          )}
        </span>
      ),
    },
    {
      key: 'streak',
      title: t('streak'),
      width: 110,
      responsive: ['md'],
      render: (_, { band, streak }) => <Streak band={band} streak={streak} />,
    },
    {
      key: 'score',
      title: t('score'),
      align: 'right',
      width: wide ? 80 : 56,
      render: (_, { score }) => score?.toFixed(1),
    },
    {
      key: 'moved',
      title: t('moved'),
      align: 'right',
      width: wide ? 80 : 60,
      render: (_, { rank, previousRank }) => <Movement rank={rank} previousRank={previousRank} />,
    },
  ]
}

function townshipsIn({ standings, unranked }: RoundStandings) {
  const names = new Map([...standings, ...unranked].map((row) => [row.township, row.townshipName]))
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => (a.value < b.value ? -1 : 1))
}
