import { App, Button } from 'antd'
import { activityKinds, type OutreachSums, type OutreachTotals } from '../../../schema/api/outreach.ts'
import { measureOf } from '../../../worker/domain/outreach/sums.ts'
import { outreachTexts } from '../../i18n/outreach.ts'
import { shanghaiDay, useDates } from '../../lib/dates.ts'
import { useTexts } from '../../lib/language.tsx'
import { useFilter } from '../../lib/use-filter.ts'
import { downloadXlsx } from '../../lib/xlsx.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DaysFilter } from './days-filter.tsx'
import { useTotals } from './queries.ts'

type Line = { key: string; name: string; sums: OutreachSums[] }
const fourWeeks = 27 * 86_400_000

/** Sums by township and by week, and the sentence that bulletins use; four weeks unless other days are chosen. */
export function TotalsTab() {
  const t = useTexts(outreachTexts)
  const filter = useFilter()
  const dates = useDates()
  const today = Date.now()
  const from = filter.get('from') || shanghaiDay(today - fourWeeks)
  const to = filter.get('to') || shanghaiDay(today)
  const township = filter.get('township')
  const totals = useTotals({ from, to, ...(township === '' ? {} : { township }) })
  const { data } = totals
  const townships = data
    ? lines(data.townships, ({ name, township: id }) => [id ?? '', name || t('ofCounty')])
    : []
  const weeks = data ? lines(data.weeks, ({ monday }) => [monday, dates.dayShort(monday)]) : []
  const all: Line[] =
    data && data.total.length > 0 ? [{ key: 'total', name: t('total'), sums: data.total }] : []
  const empty = <EmptyState title={t('noneTitle')} hint={t('noneHint')} />
  return (
    <>
      <div className="toolbar">
        <DaysFilter filter={filter} from={from} to={to} />
        <Button
          disabled={all.length === 0}
          onClick={() =>
            downloadXlsx(`${t('fileName')} ${from} ${to}`, [
              {
                name: t('byTownship'),
                header: header(t, t('township')),
                rows: asRows([...townships, ...all]),
              },
              { name: t('byWeek'), header: header(t, t('week')), rows: asRows([...weeks, ...all]) },
            ])
          }
        >
          {t('download')}
        </Button>
      </div>
      {data && data.sentence !== '' && <Sentence text={data.sentence} />}
      <h2>{t('byTownship')}</h2>
      <Sums
        label={t('byTownship')}
        of={t('township')}
        query={{ ...totals, data: data && [...townships, ...all] }}
        empty={empty}
      />
      {weeks.length > 0 && (
        <>
          <h2>{t('byWeek')}</h2>
          <Sums
            label={t('byWeek')}
            of={t('week')}
            query={{ ...totals, data: [...weeks, ...all] }}
            empty={empty}
          />
        </>
      )}
    </>
  )
}

type Texts = ReturnType<typeof useTexts<typeof outreachTexts.zh>>
type Query = Parameters<typeof DataTable<Line>>[0]['query']

function Sums({
  label,
  of,
  query,
  empty,
}: {
  label: string
  of: string
  query: Query
  empty: React.ReactNode
}) {
  const t = useTexts(outreachTexts)
  const number = { align: 'right' as const, className: 'number' }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must scroll by keyboard
    <section className="sums-scroll" tabIndex={0} aria-label={label}>
      <DataTable<Line>
        label={label}
        query={query}
        rowKey={({ key }) => key}
        empty={empty}
        pagination={false}
        scroll={{}}
        columns={[
          { key: 'of', title: of, dataIndex: 'name' },
          ...activityKinds.map((kind) => ({
            ...{ key: kind, title: t(`kind_${kind}`), ...number },
            render: (_: unknown, { sums }: Line) => amountOf(sums, kind) || '',
          })),
          {
            key: 'people',
            title: t('people'),
            ...number,
            render: (_, { sums }) => sumOf(sums, 'people') || '',
          },
          {
            ...{ key: 'volunteers', title: t('volunteers'), ...number },
            render: (_, { sums }) => sumOf(sums, 'volunteers') || '',
          },
          {
            key: 'hours',
            title: t('hoursAll'),
            ...number,
            render: (_, { sums }) => sumOf(sums, 'hours') || '',
          },
        ]}
      />
    </section>
  )
}

function Sentence({ text }: { text: string }) {
  const t = useTexts(outreachTexts)
  const { message } = App.useApp()
  const copy = () => navigator.clipboard?.writeText(text).then(() => message.success(t('copied')))
  return (
    <section className="sentence" aria-label={t('sentence')}>
      <p lang="zh-CN">{text}</p>
      <Button onClick={copy}>{t('copy')}</Button>
    </section>
  )
}

function lines<One extends { sums: OutreachSums[] }>(
  all: readonly One[],
  naming: (one: One) => [key: string, name: string],
): Line[] {
  return all.map((one) => {
    const [key, name] = naming(one)
    return { key, name, sums: one.sums }
  })
}

function header(t: Texts, of: string): string[] {
  const kinds = activityKinds.map((kind) => t(`kind_${kind}`))
  return [of, ...kinds, t('people'), t('volunteers'), t('hoursAll')]
}

function asRows(all: readonly Line[]): (string | number)[][] {
  return all.map(({ name, sums }) => [
    name,
    ...activityKinds.map((kind) => amountOf(sums, kind)),
    ...(['people', 'volunteers', 'hours'] as const).map((key) => sumOf(sums, key)),
  ])
}

function amountOf(sums: OutreachTotals['total'], kind: (typeof activityKinds)[number]): number {
  return sums.find((sum) => sum.kind === kind)?.[measureOf[kind]] ?? 0
}

function sumOf(sums: OutreachTotals['total'], key: 'people' | 'volunteers' | 'hours'): number {
  return Math.round(sums.reduce((all, sum) => all + sum[key], 0) * 10) / 10
}
