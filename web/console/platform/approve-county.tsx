import { useState } from 'react'
import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useTexts } from '../../lib/language.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useChangeCounty } from './queries.ts'

/** Approves a county on trial, once it is said which one and whose it is. */
export function ApproveCounty({ county, close }: { county: PlatformCounty; close: () => void }) {
  const t = useTexts(platformTexts)
  const { approve } = useChangeCounty()
  const [busy, setBusy] = useState(false)
  const { id, name, province, city, office, code } = county
  return (
    <FormDialog
      title={t('approveAsk', { name })}
      submitLabel={t('approve')}
      busy={busy}
      submit={() => {
        setBusy(true)
        approve(id).finally(close)
      }}
      close={close}
    >
      <p>{t('approveSay', { place: `${province}${city}${name}`, office, code })}</p>
    </FormDialog>
  )
}
