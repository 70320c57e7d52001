import type { ComplaintDetail } from '../../../../schema/api/complaints.ts'
import { complaintsTexts } from '../../../i18n/complaints.ts'
import { answer, api } from '../../../lib/api.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useCounty } from '../../../lib/session.ts'
import { useChange } from '../../../lib/use-change.ts'
import { LooksPersonal } from '../../../ui/privacy/looks-personal.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useUndoable } from '../../../ui/undoable.ts'
import { complaintsKey } from '../queries.ts'
import { useReception } from './use-reception.ts'

/** Declining takes a reason, which the writer reads. */
export function DeclineDialog({
  complaint: { id },
  close,
}: {
  complaint: ComplaintDetail
  close: () => void
}) {
  const t = useTexts(complaintsTexts)
  const { county } = useCounty()
  const said = useUndoable()
  const restore = useReception(id)
  const decline = useChange({
    send: (json: { reason: string }, options) =>
      answer(
        api.counties[':county'].complaints[':id'].refusal.$put({ param: { county, id }, json }, options),
      ),
    renews: [complaintsKey(county)],
    done: () => {
      said(t('didDecline'), () => restore.mutate('restore'))
      close()
    },
  })
  return (
    <ReasonDialog
      title={t('declineTitle')}
      submitLabel={t('decline')}
      label={t('reason')}
      hint={t('declineHint')}
      busy={decline.isPending}
      error={decline.error}
      submit={(reason) => decline.mutate({ reason })}
      close={close}
      below={(written) => <LooksPersonal text={written} />}
    />
  )
}
