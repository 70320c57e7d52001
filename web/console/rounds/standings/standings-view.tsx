import { Alert, Button, Grid } from 'antd'
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'react-router'
import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { standingsTexts } from '../../../i18n/standings.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useNameSearch } from '../../../lib/pinyin.ts'
import { useCounty } from '../../../lib/session.ts'
import { downloadXlsx } from '../../../lib/xlsx.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { WindowedTable } from '../../../ui/windowed-table.tsx'
import type { OfRound } from '../round-page.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { optional, type StandingColumn, useColumns, usualColumns } from './columns.tsx'
import { FilterBar } from './filter-bar.tsx'
import { standingsShown } from './filters.ts'
import { useKeptColumns } from './kept-columns.ts'
import { OwnVillage } from './own-village.tsx'
import { useSeries } from './series.ts'
import './standings.css'
import { Unranked } from './unranked.tsx'
import { useFilters } from './use-filters.ts'

/** Standings on screen: filtered, sorted, with the columns the reader wants; downloaded and printed as shown. */
export function StandingsView({ round, board, standings: data }: OfRound & { standings: RoundStandings }) {
  const t = useTexts(roundsTexts)
  const s = useTexts(standingsTexts)
  const { county } = useCounty()
  const wide = Grid.useBreakpoint().md ?? true
  const address = useFilters()
  const { filters } = address
  const { township, show, sort } = filters
  // Typing is drawn first, the table right after.
  const q = useDeferredValue(filters.q)
  const inOrder = useMemo(
    () =>
      standingsShown(data.standings, { township, show, sort: { by: sort.by, descending: sort.descending } }),
    [data, township, show, sort.by, sort.descending],
  )
  const rows = useNameSearch(inOrder, ({ name }) => name, q)
  const size = wide ? 'wide' : 'narrow'
  const [chosen, choose] = useKeptColumns(`standings:${size}`, optional, usualColumns[size])
  const ranksOf = useSeries(round, chosen.includes('line'))
  const columns = useColumns({ round: round.id, wide, chosen, of: data.standings.length, ranksOf })
  const titles = useColumns({ round: round.id, wide, chosen: optional, of: 0, ranksOf })
  return (
    <>
      {round.state !== 'published' && (
        <Alert type="info" title={t(round.state === 'open' ? 'draft' : 'closedDraft')} />
      )}
      <OwnVillage round={round.id} standings={data} />
      <FilterBar data={data} address={address}>
        <span className="soft" role="status">
          {t('shown', { n: rows.length })}
        </span>
        <span className="spacer" />
        <ColumnChooser
          options={titles.flatMap(({ key, title }) =>
            optional.flatMap((one) => (one === key ? [{ key: one, title }] : [])),
          )}
          chosen={chosen}
          choose={choose}
        />
        <DownloadSeen {...{ round, board, columns, rows }} />
        <Button href={`/api/v1/counties/${county}/rounds/${round.id}/sheet`}>{t('download')}</Button>
        <Button onClick={() => print()}>{t('print')}</Button>
        <Link to={`/${county}/rounds/${round.id}/compare`}>{s('compare')}</Link>
      </FilterBar>
      {data.bandsClamped && <p className="soft">{t('clamped')}</p>}
      {rows.length === 0 ? (
        <EmptyState
          title={s('nobody')}
          hint={s('nobodyHint')}
          action={<Button onClick={address.clear}>{s('everybody')}</Button>}
        />
      ) : (
        <WindowedTable
          label={t('standings')}
          className="standings"
          rows={rows}
          columns={columns}
          rowKey={({ subject }) => subject}
          rowHeight={wide ? 38 : 56}
          sort={sort}
          onSort={address.sortBy}
        />
      )}
      <Unranked rows={data.unranked.filter((row) => township === '' || row.township === township)} />
    </>
  )
}

type Seen = Pick<OfRound, 'round' | 'board'> & {
  columns: readonly StandingColumn[]
  rows: RoundStandings['standings']
}

/** A spreadsheet of exactly the rows and columns on screen. */
function DownloadSeen({ round, board, columns, rows }: Seen) {
  const s = useTexts(standingsTexts)
  const words = useTexts(rankingTexts)
  const failed = useFailureMessage()
  const title = `${board.name} ${words('round', { no: round.no })}`
  const save = () =>
    downloadXlsx(title, [
      {
        ...{ name: title, title },
        note: s('sheetNote', { state: words(`state_${round.state}`), n: rows.length }),
        header: columns.map((column) => column.title),
        widths: columns.map(({ width }) => Math.round(width / 6)),
        rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
      },
    ]).catch(failed)
  return (
    <Button onClick={save} disabled={rows.length === 0}>
      {s('downloadSeen')}
    </Button>
  )
}
