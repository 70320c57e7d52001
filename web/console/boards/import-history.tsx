import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Board } from '../../../schema/api/boards.ts'
import type { HistoryImport } from '../../../schema/api/history.ts'
import { boardsTexts } from '../../i18n/boards.ts'
import { useTexts } from '../../lib/language.tsx'
import { usePicks } from '../../lib/use-picks.ts'
import { Band } from '../../ui/band.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SheetPreview } from '../../ui/sheet-preview.tsx'
import { UploadButton } from '../../ui/upload-button.tsx'
import { corrected } from './corrected-history.ts'
import { useHistoryImport } from './use-history-import.ts'

type Row = HistoryImport['rows'][number]

/** Past colours from a sheet or a paste: a row a village, a column a week. Checked first, taken whole or not at all. */
export function ImportHistory({ board }: { board: Board }) {
  const t = useTexts(boardsTexts)
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const { picked, pick, forget } = usePicks()
  const { read, progress, error, check, apply } = useHistoryImport(board.id, () => {
    message.success(t('imported'))
    setText('')
  })
  const left = (read?.rows ?? []).filter(({ row, error }) => error && !picked.has(row)).length
  const begin = (file: Blob) => {
    forget()
    check(file)
  }
  return (
    <div>
      <p className="soft">{t('historyHint')}</p>
      <Input.TextArea
        aria-label={t('paste')}
        placeholder={t('paste')}
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="toolbar">
        <Button disabled={text.trim() === ''} onClick={() => begin(new Blob([text], { type: 'text/csv' }))}>
          {t('read')}
        </Button>
        <UploadButton label={t('uploadHistory')} progress={progress} choose={begin} />
      </div>
      {error !== undefined && <ErrorState error={error} />}
      {read && (
        <>
          <p role="status">
            {t('weeksFound', {
              n: read.weeks.length,
              labels: read.weeks.map(({ label }) => label).join('、'),
            })}
          </p>
          <SheetPreview<Row>
            label={t('history')}
            rows={read.rows}
            picked={picked}
            pick={pick}
            columns={[
              { key: 'name', title: t('subject_village'), dataIndex: 'name', width: 160 },
              ...read.weeks.map(({ label, no }, i) => ({
                key: String(no),
                title: label,
                width: 90,
                render: (_: unknown, { bands }: Row) => bands[i] && <Band band={bands[i]} />,
              })),
            ]}
          />
          <Button
            type="primary"
            disabled={left > 0}
            loading={progress !== undefined}
            onClick={() => apply(picked.size > 0 ? corrected(read, picked) : undefined)}
          >
            {t('importHistory', { n: read.weeks.length })}
          </Button>
        </>
      )}
    </div>
  )
}
