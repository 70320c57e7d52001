import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RosterEntry, RoundDetail } from '../../../../schema/api/boards.ts'
import type { Source } from '../../../../schema/api/ranking.ts'
import { roundsTexts } from '../../../i18n/rounds.ts'
import { useTexts } from '../../../lib/language.tsx'
import type { Cells } from './cells.ts'
import { type Pasted, readPasted } from './read-pasted.ts'
import { useRowComplaint } from './use-row-complaint.ts'

type Props = {
  round: RoundDetail
  source: Source
  reporter: string
  villages: RosterEntry[]
  fill: (cells: Cells) => void
}

/** A whole table pasted from a spreadsheet or a chat: names and values find their rows; what does not is listed. */
export function PasteBox({ round, source, reporter, villages, fill }: Props) {
  const t = useTexts(roundsTexts)
  const complaint = useRowComplaint()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState<Pasted>()
  const apply = () => {
    const read = readPasted(text, { round, source, reporter, villages })
    setPasted(read)
    fill(read.cells)
    if (read.wrong.length === 0 && read.filled > 0) {
      setOpen(false)
      setText('')
    }
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('paste')}</Button>
      <Modal
        open={open}
        title={t('paste')}
        okText={t('pasteApply')}
        okButtonProps={{ disabled: text.trim() === '' }}
        onOk={apply}
        onCancel={() => setOpen(false)}
      >
        <p className="soft">{t('pasteHint')}</p>
        <Input.TextArea
          aria-label={t('paste')}
          rows={10}
          autoFocus
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setPasted(undefined)
          }}
        />
        {pasted && pasted.filled === 0 && pasted.wrong.length === 0 && (
          <Alert type="warning" title={t('pasteNothing')} />
        )}
        {pasted && pasted.wrong.length > 0 && (
          <Alert
            type="warning"
            title={`${t('pastedRows', { n: pasted.filled })} · ${t('pasteWrong', { n: pasted.wrong.length })}`}
            description={
              <ul>
                {pasted.wrong.slice(0, 20).map(({ row, name, code }) => (
                  <li key={row}>{t('pasteRow', { row, name, error: complaint(code, name) })}</li>
                ))}
              </ul>
            }
          />
        )}
      </Modal>
    </>
  )
}
