import { Table } from 'antd'
import type { Decided, RoundRaters, TownshipFigures } from '../../../schema/api/raters.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'
import { Band } from '../../ui/band.tsx'
import { villageName } from '../../ui/ranking-words.ts'
import { signed, Trend } from './trend.tsx'

const BARS_FULL = 2

/** Each township's list of its own villages beside what the others say, and the bands that the list decides. */
export function TownshipTable({ rounds }: { rounds: readonly RoundRaters[] }) {
  const t = useTexts(ratersTexts)
  const [round] = rounds
  if (!round || round.townships.length === 0) return null
  const past = rounds.toReversed()
  return (
    <section>
      <h2>{t('townships')}</h2>
      <p className="soft">{t('townshipsLead')}</p>
      <Table<TownshipFigures>
        aria-label={t('townships')}
        size="small"
        dataSource={round.townships}
        rowKey={({ source, township }) => `${source} ${township}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        expandable={{
          expandedRowRender: ({ tiedInstead, othersInstead }) => (
            <>
              <Changes title={t('againstTies')} decided={tiedInstead} />
              <Changes title={t('againstOthers')} decided={othersInstead} />
            </>
          ),
          rowExpandable: ({ tiedInstead, othersInstead }) =>
            tiedInstead.changes.length + othersInstead.changes.length > 0,
        }}
        columns={[
          { key: 'name', title: t('township'), dataIndex: 'name', fixed: 'left' },
          { key: 'villages', title: t('villages'), dataIndex: 'villages', align: 'right' },
          {
            key: 'tied',
            title: t('sameValue'),
            align: 'right',
            render: (_, { tied }) => (tied > 1 ? tied : ''),
          },
          {
            key: 'agreement',
            title: t('agreement'),
            align: 'right',
            sorter: (a, b) => (a.agreement ?? 0) - (b.agreement ?? 0),
            render: (_, { pairs, inverted }) => (pairs === 0 ? '—' : t('invertedOf', { inverted, pairs })),
          },
          {
            key: 'distance',
            title: t('distance'),
            align: 'right',
            sorter: (a, b) => (a.distance ?? 0) - (b.distance ?? 0),
            render: (_, { distance }) => (distance === null ? '—' : Math.round(distance)),
          },
          {
            key: 'decided',
            title: t('decides'),
            align: 'right',
            sorter: (a, b) => bands(a.tiedInstead) - bands(b.tiedInstead),
            render: (_, { tiedInstead: { own, others } }) => t('ownAndOthers', { own, others }),
          },
          {
            key: 'reds',
            title: t('reds'),
            align: 'right',
            sorter: (a, b) => a.othersInstead.ownReds - b.othersInstead.ownReds,
            render: (_, { othersInstead: { ownReds, otherReds } }) =>
              t('redsMoved', { own: signed(ownReds), others: signed(otherReds) }),
          },
          {
            key: 'trend',
            title: t('trend'),
            render: (_, { source, township }) => (
              <Trend full={BARS_FULL} values={past.map((one) => ownRedsIn(one, source, township))} />
            ),
          },
        ]}
      />
    </section>
  )
}

function Changes({ title, decided }: { title: string; decided: Decided }) {
  if (decided.changes.length === 0) return null
  return (
    <div className="rater-changes">
      <h3>{title}</h3>
      <ul>
        {decided.changes.map(({ subject, name, townshipName, band, without }) => (
          <li key={subject}>
            {villageName(name)} <span className="soft">{townshipName}</span> <Band band={without} /> →{' '}
            <Band band={band} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function bands({ own, others }: Decided): number {
  return own + others
}

function ownRedsIn(round: RoundRaters, source: string, township: string): number | null {
  const found = round.townships.find((one) => one.source === source && one.township === township)
  return found ? found.othersInstead.ownReds : null
}
