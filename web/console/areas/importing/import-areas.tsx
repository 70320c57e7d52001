import { Button } from 'antd'
import { areasTexts } from '../../../i18n/areas.ts'
import { useAreas } from '../../../lib/county-areas.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { usePicks } from '../../../lib/use-picks.ts'
import { BatchDialog } from '../../../ui/batch-dialog.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { SheetPreview, unresolved } from '../../../ui/sheet-preview.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { UploadButton } from '../../../ui/upload-button.tsx'
import { type ImportedRow, useAreaImport } from './use-area-import.ts'

/** A sheet of areas: checked first, then saved whole or not at all. */
export function ImportAreas({ close }: { close: () => void }) {
  const t = useTexts(areasTexts)
  const { county } = useCounty()
  const areas = useAreas().data
  const said = useUndoable()
  const { picked, pick, forget } = usePicks()
  const { file, rows, progress, error, check, apply } = useAreaImport((saved) => {
    said(t('didImport', counts(saved)))
    close()
  })
  const left = rows ? unresolved(rows, picked) : 0
  const found = counts(rows ?? [])
  return (
    <BatchDialog
      title={t('importTitle')}
      applyLabel={t('apply')}
      disabled={!file || !rows || rows.length === 0 || left > 0 || progress !== undefined}
      apply={() => file && apply(file, picked)}
      close={close}
    >
      <p className="soft">{t('importHint')}</p>
      <div className="toolbar">
        <UploadButton
          label={t(rows ? 'chooseOther' : 'choose')}
          progress={progress}
          choose={(chosen) => {
            forget()
            check(chosen)
          }}
        />
        <Button href={`/api/v1/counties/${encodeURIComponent(county)}/areas/sheet`} download>
          {t('downloadAsTemplate')}
        </Button>
      </div>
      {error !== undefined && <ErrorState error={error} />}
      {rows && rows.length > 0 && (
        <>
          <p role="status">{t('found', found)}</p>
          <SheetPreview<ImportedRow>
            key={file?.name}
            label={t('importTitle')}
            rows={rows}
            picked={picked}
            pick={pick}
            choices={(areas?.townships ?? [])
              .filter(({ active }) => active)
              .map(({ id, name }) => ({ value: id, label: name }))}
            columns={[
              {
                key: 'action',
                title: t('willDo'),
                width: 80,
                render: (_, { action, error }) => !error && t(`action_${action}`),
              },
              { key: 'level', title: t('level'), width: 90, render: (_, { level }) => t(`level_${level}`) },
              { key: 'township', title: t('township'), width: 140, dataIndex: 'township' },
              { key: 'name', title: t('name'), width: 200, dataIndex: 'name' },
              { key: 'code', title: t('code'), width: 140, dataIndex: 'code' },
            ]}
          />
        </>
      )}
    </BatchDialog>
  )
}

function counts(rows: readonly ImportedRow[]): { added: number; changed: number; same: number } {
  const of = (action: ImportedRow['action']) =>
    rows.filter((row) => !row.error && row.action === action).length
  return { added: of('add'), changed: of('change'), same: of('same') }
}
