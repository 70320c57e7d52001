import type { PlatformCounty } from '../../../schema/api/platform.ts'
import { platformTexts } from '../../i18n/platform.ts'
import { useTexts } from '../../lib/language.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useChangeCounty } from './queries.ts'

/** Suspends a county, with a reason that its office can read. */
export function SuspendCounty({ county, close }: { county: PlatformCounty; close: () => void }) {
  const t = useTexts(platformTexts)
  const { suspension } = useChangeCounty()
  return (
    <ReasonDialog
      title={t('suspendAsk', { name: county.name })}
      submitLabel={t('suspend')}
      lead={t('suspendSay')}
      label={t('reason')}
      hint={t('reasonHint')}
      busy={suspension.isPending}
      error={suspension.error}
      submit={(reason) => suspension.mutate({ id: county.id, reason }, { onSuccess: close })}
      close={close}
    />
  )
}
