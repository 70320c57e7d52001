import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { issuesTexts } from '../../../i18n/issues.ts'
import { uiTexts } from '../../../i18n/ui.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { SheetPreview, unresolved } from '../../../ui/sheet-preview.tsx'
import { useUndoable } from '../../../ui/undoable.tsx'
import { UploadButton } from '../../../ui/upload-button.tsx'
import { issuesKey } from '../queries.ts'
import { type ImportedIssue, useIssueImport } from './use-issue-import.ts'

/** A ledger from a spreadsheet: checked first, then taken whole or not at all. */
export function ImportIssues({ close }: { close: () => void }) {
  const t = useTexts(issuesTexts)
  const ui = useTexts(uiTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const queries = useQueryClient()
  const said = useUndoable()
  const [picked, setPicked] = useState<ReadonlyMap<number, string>>(new Map())
  const sheet = useIssueImport()
  const { rows } = sheet
  const left = rows ? unresolved(rows, picked) : 0
  const pick = (row: number, subject: string | undefined) => {
    const next = new Map(picked)
    if (subject === undefined) next.delete(row)
    else next.set(row, subject)
    setPicked(next)
  }
  const apply = async () => {
    const taken = await sheet.apply(picked)
    if (taken === undefined) return
    await queries.invalidateQueries({ queryKey: issuesKey(county) })
    said(t('didImport', { n: taken }))
    close()
  }
  return (
    <Modal
      open
      width={960}
      title={t('importTitle')}
      mask={{ closable: false }}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {ui('cancel')}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={!rows || rows.length === 0 || left > 0 || sheet.progress !== undefined}
          onClick={apply}
        >
          {t('apply', { n: rows?.length ?? 0 })}
        </Button>,
      ]}
    >
      <p className="soft">{t('importHint')}</p>
      <div className="toolbar">
        <UploadButton
          label={t(rows ? 'chooseOther' : 'choose')}
          progress={sheet.progress}
          choose={(file) => {
            setPicked(new Map())
            sheet.check(file)
          }}
        />
      </div>
      {sheet.error !== undefined && <ErrorState error={sheet.error} />}
      {rows && rows.length > 0 && (
        <SheetPreview<ImportedIssue>
          label={t('importTitle')}
          rows={rows}
          picked={picked}
          pick={pick}
          choices={(areas?.villages ?? [])
            .filter(({ active }) => active)
            .map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
          columns={[
            { key: 'text', title: t('what'), width: 260, dataIndex: 'text' },
            { key: 'name', title: t('where'), width: 180, dataIndex: 'name' },
          ]}
        />
      )}
    </Modal>
  )
}
