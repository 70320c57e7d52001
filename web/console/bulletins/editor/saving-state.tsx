import { Button } from 'antd'
import { bulletinsTexts } from '../../../i18n/bulletins.ts'
import { useTexts } from '../../../lib/language.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import type { Saving } from './use-draft.ts'

/** Whether everything typed is kept. */
export function SavingState({ saving, save }: { saving: Saving; save: () => Promise<boolean> }) {
  const t = useTexts(bulletinsTexts)
  if (saving.state === 'failed') return <ErrorState error={saving.error} retry={() => void save()} />
  return (
    <span aria-live="polite">
      {t(`saving_${saving.state}`)}
      {saving.state === 'unsaved' && (
        <Button type="link" size="small" onClick={() => void save()}>
          {t('saveNow')}
        </Button>
      )}
    </span>
  )
}
