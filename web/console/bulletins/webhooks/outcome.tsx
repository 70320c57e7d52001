import type { Delivery } from '../../../../schema/api/webhooks.ts'
import { webhooksTexts } from '../../../i18n/webhooks.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'

/** How a message went, when, and why it did not arrive. */
export function Outcome({ delivery }: { delivery: Delivery }) {
  const t = useTexts(webhooksTexts)
  const dates = useDates()
  const { state, fault, status, said, at, nextAt, settledAt } = delivery
  const why = [fault && t(`fault_${fault}`), status !== null && fault !== null && status, said]
  return (
    <>
      {t(`state_${state}`)} <span className="soft">{dates.momentShort(settledAt ?? at)}</span>
      {fault !== null && <div className="soft">{why.filter(Boolean).join(' · ')}</div>}
      {nextAt !== null && fault !== null && (
        <div className="soft">{t('nextAt', { at: dates.momentShort(nextAt) })}</div>
      )}
    </>
  )
}
