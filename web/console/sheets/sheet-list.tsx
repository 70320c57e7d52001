import { Button, Segmented } from 'antd'
import { Link } from 'react-router'
import type { ScoringSheet } from '../../../schema/api/scoring-sheets.ts'
import { scoringTexts } from '../../i18n/scoring.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { useTexts } from '../../lib/language.tsx'
import { useSheets } from '../../lib/scoring-sheets.ts'
import { useCounty } from '../../lib/session.ts'
import { useFilter } from '../../lib/use-filter.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useSwitchUse } from './use-sheet-changes.ts'

/** The county's scoring sheets, those in use or those retired. */
export function SheetList() {
  const t = useTexts(scoringSheetsTexts)
  const words = useTexts(scoringTexts)
  const { county } = useCounty()
  const { get, set } = useFilter()
  const retired = get('retired') === 'true'
  const query = useSheets(retired)
  const switchUse = useSwitchUse()
  const add = (
    <LinkButton type="primary" to={`/${county}/sheets/new`}>
      {t('add')}
    </LinkButton>
  )
  const none = query.data?.length === 0 && !retired
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={!none && add} />
      <div className="toolbar">
        <Segmented
          aria-label={t('which')}
          value={retired ? 'true' : ''}
          onChange={(next) => set('retired', next)}
          options={[
            { value: '', label: t('showInUse') },
            { value: 'true', label: t('showRetired') },
          ]}
        />
      </div>
      <DataTable<ScoringSheet>
        label={t('title')}
        query={query}
        rowKey={({ id }) => id}
        empty={
          retired ? (
            <EmptyState title={t('emptyRetired')} hint={t('emptyRetiredHint')} />
          ) : (
            <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} action={add} />
          )
        }
        columns={[
          {
            key: 'name',
            title: t('name'),
            render: (_, { id, name }) => <Link to={`/${county}/sheets/${id}`}>{name}</Link>,
          },
          { key: 'subject', title: t('subject'), render: (_, { subject }) => words(`subject_${subject}`) },
          { key: 'method', title: t('method'), render: (_, { method }) => words(`method_${method}`) },
          { key: 'items', title: t('items'), render: (_, { items }) => t('itemCount', { n: items.length }) },
          { key: 'version', title: t('version'), render: (_, { version }) => t('versionNo', { n: version }) },
          { key: 'used', title: t('state'), render: (_, { used }) => t(used ? 'used' : 'unused') },
          {
            key: 'actions',
            title: t('actions'),
            render: (_, sheet) => (
              <Button type="link" size="small" onClick={() => switchUse(sheet, !sheet.current)}>
                {t(sheet.current ? 'retire' : 'restore')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
