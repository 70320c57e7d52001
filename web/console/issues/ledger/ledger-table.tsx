import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { Issue } from '../../../../schema/api/issues.ts'
import { issueWordsTexts } from '../../../i18n/issue-words.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useCategoryName } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { IssueState } from '../../../ui/issues/issue-state.tsx'
import { TimeLeft } from '../../../ui/issues/time-left.tsx'
import { villageName } from '../../../ui/ranking-words.ts'

type Props = {
  issues: readonly Issue[] | undefined
  pending: boolean
  /** By id, across pages; undefined where nothing can be done with several at once. */
  chosen: ReadonlyMap<string, Issue> | undefined
  choose: (chosen: ReadonlyMap<string, Issue>) => void
}

/** The ledger as the office knows it from paper: a line an issue. */
export function LedgerTable({ issues, pending, chosen, choose }: Props) {
  const t = useTexts(issuesTexts)
  const columns = useColumns()
  return (
    <DataTable<Issue>
      label={t('title')}
      query={{ data: issues, isPending: pending, error: undefined, refetch: () => {} }}
      rowKey={({ id }) => id}
      empty={null}
      pagination={false}
      columns={columns}
      {...(chosen && {
        rowSelection: {
          // All of the page are chosen above the table: antd measures its columns with a hidden copy of their titles.
          hideSelectAll: true,
          preserveSelectedRowKeys: true,
          selectedRowKeys: [...chosen.keys()],
          getCheckboxProps: ({ no }: Issue) => ({ 'aria-label': t('chooseOne', { no }) }),
          onChange: (keys: React.Key[], rows: (Issue | undefined)[]) => {
            const found = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
            choose(
              new Map(
                keys.flatMap((key) => {
                  const issue = found.get(String(key)) ?? chosen.get(String(key))
                  return issue ? [[issue.id, issue] as const] : []
                }),
              ),
            )
          },
        },
      })}
    />
  )
}

function useColumns(): TableColumnsType<Issue> {
  const t = useTexts(issuesTexts)
  const words = useTexts(issueWordsTexts)
  const dates = useDates()
  const areas = useAreas().data
  const category = useCategoryName()
  const { county } = useCounty()
  return [
    { key: 'no', title: t('no'), dataIndex: 'no', align: 'right', width: 60 },
    {
      key: 'text',
      title: t('what'),
      width: 260,
      render: (_, issue) => (
        <>
          <Link className="issue-text" to={`/${county}/issues/${issue.id}`}>
            {issue.text}
          </Link>
          <div className="soft">
            {category(issue.category)}
            {issue.severity === 3 && <span className="wrong"> · {words('severity_3')}</span>}
            {issue.relapses > 0 && (
              <span className="wrong"> · {words('relapsed', { n: issue.relapses })}</span>
            )}
          </div>
        </>
      ),
    },
    {
      key: 'where',
      title: t('where'),
      width: 160,
      render: (_, issue) => (
        <>
          {villageName(issue.areaName)}{' '}
          <span className="soft">{issue.township !== null && areas?.byId.get(issue.township)?.name}</span>
          {issue.location !== null && <div className="soft issue-location">{issue.location}</div>}
        </>
      ),
    },
    {
      key: 'lead',
      title: t('lead'),
      width: 120,
      render: (_, { leadName }) =>
        leadName === null ? <span className="soft">{words('noLead')}</span> : villageName(leadName),
    },
    { key: 'state', title: t('state'), width: 100, render: (_, { state }) => <IssueState state={state} /> },
    { key: 'left', title: t('timeLeft'), width: 140, render: (_, issue) => <TimeLeft issue={issue} /> },
    {
      key: 'found',
      title: t('found'),
      width: 120,
      render: (_, { foundAt, source }) => (
        <>
          {dates.dayShort(foundAt)}
          <div className="soft">{words(`source_${source}`)}</div>
        </>
      ),
    },
  ]
}
