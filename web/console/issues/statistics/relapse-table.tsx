import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import type { Relapse } from '../../../../schema/api/issues.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { issuesKey } from '../queries.ts'
import { partOf } from './part-of.ts'

const groupings = ['village', 'unit', 'verifier'] as const
type By = (typeof groupings)[number]

/** How much of what was closed a revisit found again: closed is not the same as fixed. */
export function RelapseTable() {
  const t = useTexts(issuesTexts)
  const { county, may } = useCounty()
  // Who verified what is for the office and the county's leaders.
  const shown = groupings.filter((one) => one !== 'verifier' || may('audit.read'))
  const [params, setParams] = useSearchParams()
  const by = shown.find((one) => one === params.get('by')) ?? 'village'
  const from = params.get('from') ?? ''
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  const query = useQuery({
    queryKey: [...issuesKey(county), 'relapses', by, from],
    queryFn: () =>
      answer(
        api.counties[':county'].issues.relapses.$get({
          param: { county },
          query: { by, ...(from === '' ? {} : { from }) },
        }),
      ),
    select: ({ items }) =>
      [...items].sort((a, b) => shareOf(b) - shareOf(a) || b.relapsed - a.relapsed || b.closed - a.closed),
  })
  const number = { align: 'right' as const, className: 'number' }
  return (
    <>
      <p className="soft">{t('relapseHint')}</p>
      <div className="toolbar">
        <Segmented<By>
          aria-label={t('relapseBy')}
          value={by}
          onChange={(next) => change('by', next)}
          options={shown.map((value) => ({ value, label: t(`by_${value}`) }))}
        />
        <FormField label={t('closedFrom')}>
          {(control) => <DayInput {...control} value={from} change={(day) => change('from', day)} />}
        </FormField>
      </div>
      <DataTable<Relapse>
        label={t('tab_relapses')}
        query={query}
        rowKey={({ key }) => key}
        empty={<EmptyState title={t('noRelapses')} hint={t('noRelapsesHint')} />}
        columns={[
          { key: 'name', title: t(`by_${by}`), render: (_, { name }) => villageName(name) },
          { key: 'closed', title: t('closedCount'), ...number, dataIndex: 'closed' },
          { key: 'relapsed', title: t('relapsedCount'), ...number, dataIndex: 'relapsed' },
          {
            key: 'share',
            title: t('relapseShare'),
            ...number,
            render: (_, relapse) => t('percent', { n: Math.round(shareOf(relapse) * 100) }),
          },
        ]}
      />
    </>
  )
}

function shareOf({ closed, relapsed }: Relapse): number {
  return partOf(relapsed, closed)
}
