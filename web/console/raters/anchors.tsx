import { Table } from 'antd'
import type { Anchor } from '../../../schema/api/raters.ts'
import { ratersTexts } from '../../i18n/raters.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSourceName } from '../../ui/ranking-words.ts'
import { signed } from './trend.tsx'

/** Groups compared by villages that another group has judged too. */
export function Anchors({ anchors, rounds }: { anchors: readonly Anchor[]; rounds: number }) {
  const t = useTexts(ratersTexts)
  const name = useSourceName()
  if (anchors.length === 0) return null
  return (
    <section>
      <h2>{t('anchors')}</h2>
      <p className="soft">{t('anchorsLead', { n: rounds })}</p>
      <Table<Anchor>
        aria-label={t('anchors')}
        size="small"
        dataSource={[...anchors]}
        rowKey={({ source, reporter }) => `${source} ${reporter}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'name', title: t('reporter'), dataIndex: 'name' },
          { key: 'source', title: t('source'), render: (_, { source }) => name(source) },
          { key: 'villages', title: t('bothJudged'), dataIndex: 'villages', align: 'right' },
          {
            key: 'difference',
            title: t('severity'),
            align: 'right',
            sorter: (a, b) => a.difference - b.difference,
            render: (_, { difference }) => signed(difference),
          },
        ]}
      />
    </section>
  )
}
