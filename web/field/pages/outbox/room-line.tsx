import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'
import { useStored } from '../../pieces/stored.ts'

/** How much room is left on this phone, and whether the browser promises to keep what is here. */
export function RoomLine() {
  const t = useTexts(fieldOutboxTexts)
  const { store } = useField()
  const room = useStored((of) => of.room(), 'room')
  if (!room) return null
  const { state, used, quota, persisted } = room
  const mb = (bytes: number) => Math.max(1, Math.round(bytes / 1_000_000))
  return (
    <section>
      <h2>{t('room')}</h2>
      <p>
        {quota === null
          ? t('roomUsed', { used: mb(used) })
          : t('roomOf', { used: mb(used), quota: mb(quota) })}{' '}
        {state !== 'enough' && <strong className="wrong">{t(`room_${state}`)}</strong>}
      </p>
      <p>
        {persisted ? t('persisted') : t('notPersisted')}{' '}
        {!persisted && (
          <button type="button" className="link" onClick={() => store.persist()}>
            {t('askToPersist')}
          </button>
        )}
      </p>
    </section>
  )
}
