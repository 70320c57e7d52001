import { fieldTexts } from '../../i18n/field.ts'
import { useTexts } from '../../lib/language.tsx'
import { useField, useNow } from '../field-context.tsx'
import { Link } from './router.tsx'
import { useStored } from './stored.ts'

/** What everybody on this phone must know now, the most pressing first; nothing where all is well. */
export function Banners() {
  const t = useTexts(fieldTexts)
  const { session, sending, offline } = useField()
  const { expired } = useNow(session)
  const { connected } = useNow(sending)
  const { ready, update } = useNow(offline)
  const room = useStored((store) => store.room(), 'room')
  return (
    <div className="banners" role="status">
      {expired && (
        <p className="banner urgent">
          {t('expired')} <Link to="/me">{t('signInAgain')}</Link>
        </p>
      )}
      {room?.state === 'full' && <p className="banner urgent">{t('roomFull')}</p>}
      {room?.state === 'low' && <p className="banner">{t('roomLow')}</p>}
      {!connected && <p className="banner">{t('offline')}</p>}
      {!ready && (!connected || !('serviceWorker' in navigator)) && (
        <p className="banner urgent">{t('keepOpen')}</p>
      )}
      {update && (
        <p className="banner">
          {t('newVersion')}{' '}
          <button type="button" className="link" onClick={() => offline.update()}>
            {t('reload')}
          </button>
        </p>
      )}
    </div>
  )
}
