import { App, Button } from 'antd'
import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'

/** How to reach the writer, and erasing it when they ask. */
export function Contact({ complaint: { id, contact } }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintsTexts)
  const { county, may } = useCounty()
  const { modal } = App.useApp()
  const said = useUndoable()
  const erase = useChange({
    send: (_: 'erase', options) =>
      answer(api.counties[':county'].complaints[':id'].contact.$delete({ param: { county, id } }, options)),
    renews: [complaintsKey(county)],
    done: () => said(t('erased')),
  })
  if (contact === null) return <span className="soft">{t('contactNone')}</span>
  const ask = () =>
    modal.confirm({
      title: t('eraseAsk'),
      content: t('eraseSay'),
      okText: t('erase'),
      cancelText: t('cancel'),
      onOk: () => erase.mutateAsync('erase'),
    })
  return (
    <>
      {contact}{' '}
      {may('complaint.write') && (
        <Button size="small" loading={erase.isPending} onClick={ask}>
          {t('erase')}
        </Button>
      )}
      <div className="soft">{t('contactHint')}</div>
    </>
  )
}
