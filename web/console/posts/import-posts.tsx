import { Button } from 'antd'
import { postsTexts } from '../../i18n/posts.ts'
import { rolesTexts } from '../../i18n/roles.ts'
import { useAreas } from '../../lib/county-areas.ts'
import { download } from '../../lib/csv.ts'
import { useTexts } from '../../lib/language.tsx'
import { usePicks } from '../../lib/use-picks.ts'
import { BatchDialog } from '../../ui/batch-dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SheetPreview, unresolved } from '../../ui/sheet-preview.tsx'
import { useUndoable } from '../../ui/undoable.ts'
import { UploadButton } from '../../ui/upload-button.tsx'
import { corrected, type ImportedRow, template } from './post-sheets.ts'
import { usePostImport } from './use-post-import.ts'

/** A sheet of post holders: checked first, then saved whole or not at all. */
export function ImportPosts({ close }: { close: () => void }) {
  const t = useTexts(postsTexts)
  const postName = useTexts(rolesTexts)
  const areas = useAreas().data
  const said = useUndoable()
  const { picked, pick, forget } = usePicks()
  const { file, rows, progress, error, check, apply } = usePostImport((n) => {
    said(t('didImport', { n }))
    close()
  })
  const left = rows ? unresolved(rows, picked) : 0
  const submit = () =>
    areas && file && rows && apply(picked.size === 0 ? file : corrected(rows, picked, areas))
  return (
    <BatchDialog
      title={t('importTitle')}
      applyLabel={t('apply', { n: rows?.length ?? 0 })}
      disabled={!rows || rows.length === 0 || left > 0 || progress !== undefined}
      apply={submit}
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
        <Button disabled={!areas} onClick={() => areas && download(template(areas, t('templateName')))}>
          {t('template')}
        </Button>
      </div>
      {error !== undefined && <ErrorState error={error} />}
      {rows && rows.length > 0 && (
        <SheetPreview<ImportedRow>
          key={file?.name}
          label={t('importTitle')}
          rows={rows}
          picked={picked}
          pick={pick}
          choices={(areas?.villages ?? [])
            .filter(({ active }) => active)
            .map(({ id }) => ({ value: id, label: areas?.fullName(id) ?? id }))}
          columns={[
            { key: 'post', title: t('post'), width: 140, render: (_, { post }) => post && postName(post) },
            { key: 'holder', title: t('holder'), width: 100, dataIndex: 'holder' },
            { key: 'name', title: t('sheetSaid'), width: 140, dataIndex: 'name' },
            {
              key: 'area',
              title: t('area'),
              width: 180,
              render: (_, { area }) => area !== undefined && areas?.fullName(area),
            },
          ]}
        />
      )}
    </BatchDialog>
  )
}
