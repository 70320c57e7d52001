import { fieldTexts } from '../../../i18n/field.ts'
import { useDates } from '../../../lib/dates.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField, useNow } from '../../field-context.tsx'
import { useBundle } from '../../pieces/stored.ts'

/** How new all this is, and a button to ask again. */
export function SyncLine() {
  const t = useTexts(fieldTexts)
  const dates = useDates()
  const { sending } = useField()
  const { bundleAt: known, sending: busy } = useNow(sending)
  const bundle = useBundle()
  // Opened without signal, what is here is as new as the last sync made it.
  const bundleAt = known ?? (bundle ? Date.parse(bundle.at) : null)
  return (
    <p className="sync">
      <span className="soft" role="status">
        {busy
          ? t('syncing')
          : bundleAt === null
            ? t('neverSynced')
            : t('syncedAt', { at: dates.momentShort(bundleAt) })}
      </span>
      <button type="button" className="link" disabled={busy} onClick={() => sending.now()}>
        {t('refresh')}
      </button>
    </p>
  )
}
