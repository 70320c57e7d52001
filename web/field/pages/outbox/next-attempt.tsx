import { fieldOutboxTexts } from '../../../i18n/field-outbox.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField, useNow } from '../../field-context.tsx'
import { clock } from '../../pieces/clock.ts'

/** Why what waits is not sent yet, and when it is tried next. */
export function NextAttempt() {
  const t = useTexts(fieldOutboxTexts)
  const { sending, session } = useField()
  const { nextAt, connected } = useNow(sending)
  const { expired } = useNow(session)
  if (expired) return <p>{t('waitsForSignIn')}</p>
  if (!connected) return <p>{t('waitsForSignal')}</p>
  return nextAt === null ? null : <p className="soft">{t('triedAgainAt', { at: clock(nextAt) })}</p>
}
