import type { Bulletin } from '../../../../schema/api/bulletins.ts'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useWithdraw } from '../queries.ts'

/** Withdraws an issued bulletin; the reason is read by whoever opens its old address. */
export function WithdrawDialog({ bulletin: { id }, close }: { bulletin: Bulletin; close: () => void }) {
  const t = useTexts(bulletinsTexts)
  const withdraw = useWithdraw(id, close)
  return (
    <ReasonDialog
      title={t('withdrawTitle')}
      submitLabel={t('withdraw')}
      label={t('reason')}
      hint={t('reasonHint')}
      busy={withdraw.isPending}
      error={withdraw.error}
      submit={(reason) => withdraw.mutate(reason)}
      close={close}
    />
  )
}
