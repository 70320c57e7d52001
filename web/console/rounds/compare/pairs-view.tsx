import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useMemo } from 'react'
import type { Board } from '../../../../schema/api/boards.ts'
import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { compareTexts } from '../../../i18n/compare.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useNameSearch } from '../../../lib/pinyin.ts'
import { downloadXlsx } from '../../../lib/xlsx.ts'
import { Band } from '../../../ui/band.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useFailureMessage } from '../../../ui/failure-message.ts'
import { WindowedTable } from '../../../ui/windowed-table.tsx'
import { townshipsIn } from '../standings/filter-bar.tsx'
import { useFilters } from '../standings/use-filters.ts'
import { type PairColumn, usePairColumns } from './pair-columns.tsx'
import { pairs, turns } from './pairs.ts'

type Props = { earlier: RoundStandings; later: RoundStandings; board: Board }

/** Two rounds' standings joined: who rose, who fell, who changed colour. */
export function PairsView({ earlier, later, board }: Props) {
  const t = useTexts(compareTexts)
  const words = useTexts(rankingTexts)
  const ui = useTexts(uiTexts)
  const { filters, choose, search, params } = useFilters()
  const onlyChanged = params.get('changed') === 'yes'
  const all = useMemo(() => pairs(earlier, later), [earlier, later])
  const { township } = filters
  const listed = useMemo(
    () =>
      all.filter((one) => (!onlyChanged || one.changed) && (township === '' || one.township === township)),
    [all, onlyChanged, township],
  )
  const rows = useNameSearch(listed, ({ name }) => name, useDeferredValue(filters.q))
  const columns = usePairColumns(earlier, later)
  return (
    <>
      <Summary all={all} />
      <div className="toolbar">
        <Select
          aria-label={words('township')}
          style={{ minWidth: 140 }}
          value={township}
          onChange={(id) => choose({ township: id })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: words('allTownships') }, ...townshipsIn(later)]}
        />
        <Input.Search
          aria-label={t('search')}
          placeholder={ui('searchHint')}
          allowClear
          value={filters.q}
          onChange={({ target }) => search(target.value)}
          style={{ width: 200 }}
        />
        <Checkbox
          checked={onlyChanged}
          onChange={({ target }) => choose({ changed: target.checked ? 'yes' : '' })}
        >
          {t('changed')}
        </Checkbox>
        <span className="soft" role="status">
          {t('shown', { n: rows.length })}
        </span>
        <span className="spacer" />
        <Download {...{ earlier, later, board, columns, rows }} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('nobody')} hint={t('nobodyHint')} />
      ) : (
        <WindowedTable
          label={t('title')}
          className="standings"
          rows={rows}
          columns={columns}
          rowKey={({ subject }) => subject}
          rowHeight={56}
        />
      )}
    </>
  )
}

/** 黄 → 红 5 个 · 红 → 黄 5 个 */
function Summary({ all }: { all: ReturnType<typeof pairs> }) {
  const t = useTexts(compareTexts)
  const changed = turns(all)
  const n = changed.reduce((sum, turn) => sum + turn.n, 0)
  if (n === 0) return <p>{t('summaryNone')}</p>
  return (
    <div className="turns">
      <strong>{t('summary', { n })}</strong>
      {changed.map(({ from, to, n }) => (
        <span key={`${from} ${to}`} className="turn">
          <Band band={from} /> <span aria-hidden="true">→</span> <Band band={to} /> {t('turnCount', { n })}
        </span>
      ))}
    </div>
  )
}

type Shown = Props & { columns: readonly PairColumn[]; rows: ReturnType<typeof pairs> }

function Download({ earlier, later, board, columns, rows }: Shown) {
  const t = useTexts(compareTexts)
  const words = useTexts(rankingTexts)
  const failed = useFailureMessage()
  const title = `${board.name} ${t('turn', {
    from: words('round', { no: earlier.no }),
    to: words('round', { no: later.no }),
  })}`
  const save = () =>
    downloadXlsx(title, [
      {
        ...{ name: title, title, note: t('shown', { n: rows.length }) },
        header: columns.flatMap(({ titles }) => titles),
        rows: rows.map((row) => columns.flatMap(({ cells }) => cells(row))),
      },
    ]).catch(failed)
  return (
    <Button onClick={save} disabled={rows.length === 0}>
      {t('download')}
    </Button>
  )
}
