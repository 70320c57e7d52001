import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { SheetTemplate } from '../../../schema/api/scoring-sheets.ts'
import { scoringTexts } from '../../i18n/scoring.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { answer, api } from '../../lib/api.ts'
import { useTexts } from '../../lib/language.tsx'
import { sheetsKey } from '../../lib/scoring-sheets.ts'
import { useCounty } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { blankSheet, type SheetValues } from './sheet-values.ts'
import { useSaveSheet } from './use-sheet-changes.ts'

/** Chooses what to begin with, then edits it: `?from=` names a template or a blank sheet. */
export default function NewSheetPage() {
  const t = useTexts(scoringSheetsTexts)
  const [params] = useSearchParams()
  const { county } = useCounty()
  const save = useSaveSheet()
  const { data, error, refetch } = useQuery({
    queryKey: [...sheetsKey(county), 'templates'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answer(api.counties[':county'].sheets.templates.$get({ param: { county } })),
    select: ({ items }) => items,
  })
  const from = params.get('from')
  const words = { item: t('otherItem'), deduction: t('otherDeduction') }
  if (from === 'deductions' || from === 'checklist') {
    return <SheetEditor title={t('newTitle')} start={blankSheet(from, words)} save={save} />
  }
  if (error && !data) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Spin />
  const template = data.find(({ key }) => key === from)
  if (template) return <SheetEditor title={t('newTitle')} start={valuesOf(template)} save={save} />
  return <Choose templates={data} />
}

function valuesOf({ key, name, subject, method, items }: SheetTemplate): SheetValues {
  return { name, subject, method, items, template: key }
}

function Choose({ templates }: { templates: readonly SheetTemplate[] }) {
  const t = useTexts(scoringSheetsTexts)
  const words = useTexts(scoringTexts)
  return (
    <>
      <PageHeader title={t('chooseTitle')} hint={t('chooseHint')} />
      <ul className="templates">
        {templates.map(({ key, name, about, subject, method, items }) => (
          <li key={key}>
            <Link to={`?from=${key}`} aria-label={t('useTemplate', { name })}>
              {name}
            </Link>
            <p>{about}</p>
            <p className="soft">
              {words(`subject_${subject}`)} · {words(`method_${method}`)} ·{' '}
              {t('itemCount', { n: items.length })}
            </p>
          </li>
        ))}
        <li>
          <Link to="?from=deductions">{t('blankDeductions')}</Link>
        </li>
        <li>
          <Link to="?from=checklist">{t('blankChecklist')}</Link>
        </li>
      </ul>
    </>
  )
}
