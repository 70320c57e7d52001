import { useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { ImportedIssue } from '../../../../schema/api/issue-sheets.ts'
import { issuesTexts } from '../../../i18n/issues.ts'
import { useCategories } from '../../../lib/issue-categories.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useLeadOptions } from '../../../lib/lead-options.ts'
import { useCounty } from '../../../lib/session.ts'
import { usePicks } from '../../../lib/use-picks.ts'
import { BatchDialog } from '../../../ui/batch-dialog.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { NameSelect } from '../../../ui/name-select.tsx'
import { SheetPreview } from '../../../ui/sheet-preview.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { UploadButton } from '../../../ui/upload-button.tsx'
import { issuesKey } from '../queries.ts'
import { useImportColumns } from './import-columns.tsx'
import { type Settled, settledWith } from './import-picks.ts'
import { useIssueImport } from './use-issue-import.ts'

/** A ledger from a spreadsheet: checked first, then taken whole or not at all. */
export function ImportIssues({ close }: { close: () => void }) {
  const t = useTexts(issuesTexts)
  const { county } = useCounty()
  const queries = useQueryClient()
  const said = useUndoable()
  const categories = (useCategories().data ?? []).filter(({ active }) => active)
  const kinds = categories.map(({ id, name }) => ({ value: id, label: name }))
  const parties = useLeadOptions()
  const columns = useImportColumns()
  const [category, setCategory] = useState<string>()
  const [settled, setSettled] = useState<Settled>(new Map())
  const { picked, pick, forget: forgetPicks } = usePicks()
  const [leaveOut, setLeaveOut] = useState(false)
  const { file, rows, error, progress, look, apply } = useIssueImport()
  const unclear = (rows ?? []).filter((row) => row.error && !picked.has(row.row))
  const taken = (rows ?? []).filter((row) => !row.known && !unclear.includes(row)).length
  const forget = () => {
    setSettled(new Map())
    forgetPicks()
    setLeaveOut(false)
  }
  const submit = async () => {
    const all = settledWith(settled, picked, leaveOut ? unclear : [])
    const answered = await apply(all, category)
    if (!answered) return
    setSettled(all)
    forgetPicks()
    // What is still unclear now stands in the preview with its next question.
    if (!answered.applied) return
    await queries.invalidateQueries({ queryKey: issuesKey(county) })
    said(t('didImport', { n: answered.added }))
    close()
  }
  return (
    <BatchDialog
      title={t('importTitle')}
      applyLabel={t('apply', { n: taken })}
      disabled={!rows || rows.length === 0 || (unclear.length > 0 && !leaveOut) || progress !== undefined}
      apply={submit}
      close={close}
    >
      <p className="soft">{t('importHint')}</p>
      <FormField label={t('importCategory')} hint={t('importCategoryHint')}>
        {(control) => (
          <NameSelect
            {...control}
            allowClear
            value={category ?? null}
            onChange={(next: string | null | undefined) => {
              setCategory(next ?? undefined)
              forget()
              if (file) look(file, next ?? undefined)
            }}
            options={kinds}
          />
        )}
      </FormField>
      <div className="toolbar">
        <UploadButton
          label={t(rows ? 'chooseOther' : 'choose')}
          progress={progress}
          choose={(chosen) => {
            forget()
            look(chosen, category)
          }}
        />
      </div>
      {error !== undefined && <ErrorState error={error} />}
      {rows && rows.length > 0 && (
        <SheetPreview<ImportedIssue>
          key={`${file?.name} ${settled.size}`}
          label={t('importTitle')}
          rows={rows}
          picked={picked}
          pick={pick}
          choices={[...kinds, ...parties]}
          columns={columns}
        />
      )}
      {unclear.length > 0 && (
        <Checkbox checked={leaveOut} onChange={({ target }) => setLeaveOut(target.checked)}>
          {t('leaveOut', { n: unclear.length })}
        </Checkbox>
      )}
    </BatchDialog>
  )
}
