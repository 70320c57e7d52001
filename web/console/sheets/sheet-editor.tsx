import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { SheetSubject } from '../../../schema/api/scoring-sheets.ts'
import { scoringTexts } from '../../i18n/scoring.ts'
import { scoringSheetsTexts } from '../../i18n/scoring-sheets.ts'
import { useTexts } from '../../lib/language.tsx'
import { ApiProblem } from '../../lib/problem.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { FindingFields } from '../../ui/inspections/finding-fields.tsx'
import { nothingFound } from '../../ui/inspections/found.ts'
import { ScoreShown } from '../../ui/inspections/score-shown.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ItemFields } from './item-fields.tsx'
import { moved, newItem, type SheetValues, totalOf } from './sheet-values.ts'
import type { useSaveSheet } from './use-sheet-changes.ts'

type Props = {
  title: string
  start: SheetValues
  /** What is inspected stays once the sheet is there. */
  fixed?: boolean
  notice?: string
  save: ReturnType<typeof useSaveSheet>
}

/** The items of a sheet beside the sheet as an inspector will see it. */
export function SheetEditor({ title, start, fixed = false, notice, save }: Props) {
  const t = useTexts(scoringSheetsTexts)
  const words = useTexts(scoringTexts)
  const [values, setValues] = useState(start)
  const set = (part: Partial<SheetValues>) => setValues((before) => ({ ...before, ...part }))
  const { items, method } = values
  const problem = save.error instanceof ApiProblem ? save.error : undefined
  const fresh = { item: t('otherItem'), deduction: t('otherDeduction') }
  const total = totalOf(items)
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <Button
            type="primary"
            loading={save.isPending}
            disabled={values.name.trim() === '' || items.length === 0}
            onClick={() => save.mutate(values)}
          >
            {t('save')}
          </Button>
        }
      />
      {notice && <Alert type="info" showIcon title={notice} className="sheet-notice" />}
      {save.error && <ErrorState error={save.error} />}
      <div className="sheet-editor">
        <div>
          <FormField label={t('name')} error={problem?.at('name')}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={values.name}
                onChange={({ target }) => set({ name: target.value })}
              />
            )}
          </FormField>
          <FormField label={t('subject')}>
            {(control) => (
              <Select
                {...control}
                disabled={fixed}
                value={values.subject}
                onChange={(subject) => set({ subject })}
                options={SheetSubject.options.map((value) => ({ value, label: words(`subject_${value}`) }))}
              />
            )}
          </FormField>
          {items.map((item, at) => (
            <ItemFields
              key={item.key}
              no={at + 1}
              last={at === items.length - 1}
              {...{ method, item }}
              problemAt={(path) => problem?.at(`items.${at}.${path}`)}
              replace={(next) => set({ items: items.map((one) => (one === item ? next : one)) })}
              remove={() => set({ items: items.filter((one) => one !== item) })}
              move={(by) => set({ items: moved(items, at, by) })}
            />
          ))}
          <Button onClick={() => set({ items: [...items, newItem(items, method, fresh)] })}>
            {t('addItem')}
          </Button>
          {method === 'deductions' && (
            <p className="soft">
              {t('total', { n: total })}
              {total !== 100 && ` · ${t('notHundred')}`}
            </p>
          )}
        </div>
        <Preview {...{ method, items }} />
      </div>
    </>
  )
}

function Preview({ method, items }: Pick<SheetValues, 'method' | 'items'>) {
  const t = useTexts(scoringSheetsTexts)
  const [found, setFound] = useState(nothingFound)
  return (
    <section className="sheet-preview-pane" aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      <p className="soft">{t('previewHint')}</p>
      <ScoreShown {...{ method, items, found }} />
      <FindingFields {...{ method, items, found }} change={setFound} />
    </section>
  )
}
