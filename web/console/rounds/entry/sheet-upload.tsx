import { App, Checkbox, Modal } from 'antd'
import { useMemo, useState } from 'react'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { usePicks } from '../../../lib/use-picks.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { villageName } from '../../../ui/ranking-words.ts'
import { SheetPreview, unresolved } from '../../../ui/sheet-preview.tsx'
import { UploadButton } from '../../../ui/upload-button.tsx'
import { useSheet } from './use-sheet.ts'

type Props = {
  round: RoundDetail
  source: Source
  reporter: string
  villages: RosterEntry[]
  /** After the sheet has been taken as the report. */
  applied: () => Promise<void>
}

/** A report from a spreadsheet: first what was read, with a choice where a name is unclear; then all or nothing. */
export function SheetUpload({ round, source, reporter, villages, applied }: Props) {
  const t = useTexts(roundsTexts)
  const { message } = App.useApp()
  const { county } = useCounty()
  const sheet = useSheet(
    `/counties/${county}/rounds/${round.id}/reports/${encodeURIComponent(source.key)}/${reporter}/sheet`,
    [county, 'rounds', round.id],
  )
  const { picked, pick, forget } = usePicks()
  const [leaveOut, setLeaveOut] = useState(false)
  const { receipt } = sheet
  const rows = receipt?.rows ?? []
  const left = unresolved(rows, picked)
  const choices = useMemo(
    () =>
      villages
        .filter(({ exempt }) => !exempt)
        .map(({ id, name, townshipName }) => ({
          value: id,
          label: `${villageName(name)}（${townshipName}）`,
        })),
    [villages],
  )
  const close = () => {
    sheet.reset()
    forget()
    setLeaveOut(false)
  }
  const apply = async () => {
    const unclear = rows.filter((row) => unresolved([row], picked) > 0)
    const without = leaveOut ? unclear.map(({ row }): [number, string] => [row, '']) : []
    const done = await sheet.apply([...picked, ...without])
    if (!done?.applied) return
    await applied()
    message.success(t('sent', { n: done.rows.filter(({ value }) => value !== undefined).length }))
    close()
  }
  return (
    <>
      <UploadButton label={t('upload')} progress={sheet.progress} choose={sheet.look} />
      <Modal
        open={receipt !== undefined || sheet.error !== undefined}
        title={t('sheetTitle')}
        width={860}
        okText={t('sheetApply')}
        okButtonProps={{ disabled: !receipt || (left > 0 && !leaveOut) }}
        confirmLoading={sheet.progress !== undefined}
        onOk={apply}
        onCancel={close}
      >
        {sheet.error !== undefined && <ErrorState error={sheet.error} />}
        {receipt && (
          <>
            <ul>
              {receipt.warnings.slice(0, 8).map(({ message: said }) => (
                <li key={said}>{said}</li>
              ))}
            </ul>
            <SheetPreview
              label={t('sheetTitle')}
              rows={rows}
              choices={choices}
              picked={picked}
              pick={pick}
              columns={[
                { key: 'name', title: t('village'), dataIndex: 'name' },
                { key: 'value', title: t('value'), dataIndex: 'value', align: 'right' },
                ...(source.exposed
                  ? [
                      {
                        key: 'exposure',
                        title: t('exposure'),
                        dataIndex: 'exposure',
                        align: 'right' as const,
                      },
                    ]
                  : []),
              ]}
            />
            {left > 0 && (
              <Checkbox checked={leaveOut} onChange={({ target }) => setLeaveOut(target.checked)}>
                {t('leaveOut', { n: left })}
              </Checkbox>
            )}
          </>
        )}
      </Modal>
    </>
  )
}
