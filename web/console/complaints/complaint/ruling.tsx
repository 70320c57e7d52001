import { App, Button } from 'antd'
import { useState } from 'react'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { useTexts } from '../../../lib/language.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { RaiseDialog } from './raise-dialog.tsx'
import { useReception } from './use-reception.ts'

/** What the office can do with a complaint next. */
export function Ruling({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const { modal } = App.useApp()
  const [open, setOpen] = useState<'raise' | 'decline' | 'answer'>()
  const restore = useReception(complaint.id)
  const waits = complaint.state === 'received' || complaint.state === 'doubtful'
  const close = () => setOpen(undefined)
  const ask = () =>
    modal.confirm({
      title: t('restoreAsk'),
      content: t('restoreSay'),
      okText: t('restore'),
      cancelText: t('cancel'),
      onOk: () => restore.mutateAsync('restore'),
    })
  return (
    <>
      {(!waits || complaint.state === 'doubtful') && (
        <Button loading={restore.isPending} onClick={ask}>
          {t('restore')}
        </Button>
      )}
      {waits && <Button onClick={() => setOpen('decline')}>{t('decline')}</Button>}
      <Button onClick={() => setOpen('answer')}>{t('answer')}</Button>
      {waits && (
        <Button type="primary" onClick={() => setOpen('raise')}>
          {t('raise')}
        </Button>
      )}
      {open === 'raise' && <RaiseDialog complaint={complaint} close={close} />}
      {open === 'decline' && <DeclineDialog complaint={complaint} close={close} />}
      {open === 'answer' && <AnswerDialog complaint={complaint} waits={waits} close={close} />}
    </>
  )
}
