import { Table } from 'antd'
import type { RaterFigures, RoundRaters } from '../../../schema/api/raters.ts'
import { rankingTexts } from '../../i18n/ranking.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { signed, Trend } from './trend.tsx'

type Source = RoundRaters['sources'][number]

const BARS_FULL = 20

/** Those who reported for one source: how high, how far apart, how severe against the other sources. */
export function ReporterTable({ source, rounds }: { source: Source; rounds: readonly RoundRaters[] }) {
  const t = useTexts(ratersTexts)
  const words = useTexts(rankingTexts)
  const name = useSourceName()
  const digits = source.exposed ? 3 : 1
  const compared = source.reporters.some(({ severity }) => severity !== null)
  const past = rounds.toReversed()
  return (
    <section>
      <h2>
        {name(source.source)} <span className="soft">{words(`kind_${source.kind}`)}</span>
      </h2>
      <Table<RaterFigures>
        aria-label={name(source.source)}
        size="small"
        dataSource={source.reporters}
        rowKey={({ reporter }) => reporter}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            key: 'name',
            title: t('reporter'),
            dataIndex: 'name',
            fixed: 'left',
            sorter: (a, b) => a.name.localeCompare(b.name, 'zh'),
          },
          { key: 'entries', title: t('villages'), dataIndex: 'entries', align: 'right' },
          {
            key: 'mean',
            title: t('mean'),
            align: 'right',
            sorter: (a, b) => a.mean - b.mean,
            render: (_, { mean }) => mean.toFixed(digits),
          },
          {
            key: 'spread',
            title: t('spread'),
            align: 'right',
            sorter: (a, b) => a.spread - b.spread,
            render: (_, { spread }) => spread.toFixed(digits),
          },
          {
            key: 'range',
            title: t('range'),
            align: 'right',
            render: (_, { least, most }) => `${least.toFixed(digits)}–${most.toFixed(digits)}`,
          },
          {
            key: 'tied',
            title: t('sameValue'),
            align: 'right',
            sorter: (a, b) => a.tied - b.tied,
            render: (_, { tied }) => (tied > 1 ? tied : ''),
          },
          ...(compared
            ? [
                {
                  key: 'severity',
                  title: t('severity'),
                  align: 'right' as const,
                  sorter: (a: RaterFigures, b: RaterFigures) => (a.severity ?? 0) - (b.severity ?? 0),
                  render: (_: unknown, figures: RaterFigures) => <Severity figures={figures} />,
                },
                {
                  key: 'trend',
                  title: t('trend'),
                  render: (_: unknown, { reporter }: RaterFigures) => (
                    <Trend
                      full={BARS_FULL}
                      values={past.map((round) => severityIn(round, source.source, reporter))}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {!compared && source.reporters.length > 1 && <p className="soft">{t('notCompared')}</p>}
    </section>
  )
}

function Severity({ figures: { severity, severityError } }: { figures: RaterFigures }) {
  if (severity === null) return '—'
  return (
    <>
      {signed(severity)}
      {severityError !== null && <span className="soft"> ±{Math.round(severityError)}</span>}
    </>
  )
}

function severityIn(round: RoundRaters, source: string, reporter: string): number | null {
  const found = round.sources.find((one) => one.source === source)?.reporters
  return found?.find((one) => one.reporter === reporter)?.severity ?? null
}
