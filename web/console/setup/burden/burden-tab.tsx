import { Alert, Table } from 'antd'
import { Link } from 'react-router'
import { type Ask, type Asked, burdenOf, type Waste } from '../../../../worker/domain/burden/burden.ts'
import { setupTexts } from '../../../i18n/setup.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useSourceName } from '../../../ui/ranking-words.ts'
import { useBurdenInput } from './use-burden-input.ts'

const asked: readonly Asked[] = ['township', 'inspector', 'county_team']

/** What the county's own configuration asks about a village in a week, of whom, and what could be cut. */
export default function BurdenTab() {
  const t = useTexts(setupTexts)
  const { county } = useCounty()
  const sourceName = useSourceName()
  const { data, error, refetch } = useBurdenInput()
  if (error && !data) return <ErrorState error={error} retry={refetch} />
  if (!data) return <div className="loading" />
  const { asks, perVillage, perWeek, waste } = burdenOf(data)
  if (asks.length === 0) return <EmptyState title={t('noBurden')} hint={t('noBurdenHint')} />
  const most = Math.max(...asked.map((one) => perVillage.by[one].fields), 1)
  return (
    <>
      <p className="burden-total" role="status">
        <strong>
          {t('perVillage', { fields: round(perVillage.fields), photos: round(perVillage.photos) })}
        </strong>{' '}
        <span className="soft">{t('villagesType')}</span>
      </p>
      <section className="setup-part" aria-label={t('byRole')}>
        {asked.map((one) => (
          <div key={one} className="burden-bar">
            <span>{t(`asked_${one}`)}</span>
            <span className="track" aria-hidden="true">
              <span
                className="fill"
                style={{ display: 'block', width: `${(100 * perVillage.by[one].fields) / most}%` }}
              />
            </span>
            <span className="number">
              {t('fieldsEach', { n: round(perVillage.by[one].fields) })}
              <br />
              <span className="soft">{t('fieldsAll', { n: Math.round(perWeek[one].fields) })}</span>
            </span>
          </div>
        ))}
      </section>
      {waste.map((one) => (
        <Wasted key={JSON.stringify(one)} waste={one} />
      ))}
      <section className="setup-part" aria-labelledby="asks">
        <h2 id="asks">{t('asks')}</h2>
        <p className="soft">{t('asksHint')}</p>
        <Table<Ask>
          aria-label={t('asks')}
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={asks}
          rowKey={({ board, source }) => `${board} ${source}`}
          columns={[
            {
              key: 'board',
              title: t('board'),
              render: (_, { board, boardName }) => (
                <Link to={`/${county}/boards/${board}?tab=rules`}>{boardName}</Link>
              ),
            },
            { key: 'source', title: t('source'), render: (_, { source }) => sourceName(source) },
            { key: 'of', title: t('who'), render: (_, { of }) => t(`asked_${of}`) },
            { key: 'fields', title: t('fields'), align: 'right', dataIndex: 'fields' },
            { key: 'times', title: t('times'), align: 'right', render: (_, ask) => round(ask.perWeek) },
            { key: 'subjects', title: t('subjects'), align: 'right', dataIndex: 'subjects' },
            {
              key: 'week',
              title: t('weekly'),
              align: 'right',
              render: (_, { fields, perWeek, subjects }) => Math.round(fields * perWeek * subjects),
            },
          ]}
        />
      </section>
    </>
  )
}

function Wasted({ waste }: { waste: Waste }) {
  const t = useTexts(setupTexts)
  const [board = '', other = ''] = waste.boards
  const sourceName = useSourceName()
  const [source = '', second = ''] = waste.sources.map(sourceName)
  const said = {
    twice: () =>
      t('waste_twice', {
        who: waste.kind === 'twice' ? t(`asked_${waste.of}`) : '',
        board,
        other,
        source,
        second,
      }),
    derived_too: () => t('waste_derived_too', { board, source, second }),
    weightless: () => t('waste_weightless', { board, source }),
  }
  return <Alert className="setup-part" type="warning" showIcon title={said[waste.kind]()} />
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
