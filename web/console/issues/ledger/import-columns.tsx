import type { TableColumnsType } from 'antd'
import type { ImportedIssue } from '../../../../schema/api/issue-sheets.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'

/** What was read from a line of a ledger. */
export function useImportColumns(): TableColumnsType<ImportedIssue> {
  const t = useTexts(issuesTexts)
  const dates = useDates()
  const areas = useAreas().data
  return [
    {
      key: 'text',
      title: t('what'),
      width: 220,
      render: (_, { text, known }) => (
        <>
          {text}
          {known && <div className="soft">{t('importKnown')}</div>}
        </>
      ),
    },
    {
      key: 'name',
      title: t('where'),
      width: 150,
      render: (_, { name, area }) => (area === undefined ? name : (areas?.fullName(area) ?? name)),
    },
    {
      key: 'category',
      title: t('category'),
      width: 110,
      render: (_, { categoryName }) => categoryName,
    },
    { key: 'lead', title: t('lead'), width: 120, render: (_, { leadName }) => leadName },
    {
      key: 'due',
      title: t('dueAt'),
      width: 100,
      render: (_, { dueOn, closedOn }) =>
        closedOn !== undefined
          ? t('importClosed', { day: dates.dayShort(closedOn) })
          : dueOn !== undefined && dates.dayShort(dueOn),
    },
  ]
}
