import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { RoundStandings } from '../../../../schema/api/standings.ts'
import { rankingTexts } from '../../../i18n/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { standingsTexts } from '../../../i18n/standings.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useTexts } from '../../../lib/language.tsx'
import { shows } from './filters.ts'
import type { useFilters } from './use-filters.ts'

type Props = { data: RoundStandings; address: ReturnType<typeof useFilters>; children: ReactNode }

/** Township, colour and name; `children` are what else can be done with the table. */
export function FilterBar({ data, address, children }: Props) {
  const t = useTexts(roundsTexts)
  const s = useTexts(standingsTexts)
  const words = useTexts(rankingTexts)
  const ui = useTexts(uiTexts)
  const { filters, choose, search } = address
  return (
    <div className="toolbar">
      <Select
        aria-label={t('township')}
        style={{ minWidth: 140 }}
        value={filters.township}
        onChange={(township) => choose({ township })}
        showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: words('allTownships') }, ...townshipsIn(data)]}
      />
      <Select
        aria-label={s('show')}
        style={{ minWidth: 120 }}
        value={filters.show}
        onChange={(show) => choose({ show: show === 'all' ? '' : show })}
        options={shows.map((value) => ({ value, label: s(`show_${value}`) }))}
      />
      <Input.Search
        aria-label={t('search')}
        placeholder={ui('searchHint')}
        allowClear
        value={filters.q}
        onChange={({ target }) => search(target.value)}
        style={{ width: 200 }}
      />
      {children}
    </div>
  )
}

/** The townships of a round's standings, in the order of their ids. */
export function townshipsIn({ standings, unranked }: Pick<RoundStandings, 'standings' | 'unranked'>) {
  const names = new Map([...standings, ...unranked].map((row) => [row.township, row.townshipName]))
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => (a.value < b.value ? -1 : 1))
}
